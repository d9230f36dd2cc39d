// Pages are served while five hundred slow connections are held open: how long one takes.
//
//   node tests/soak/slow.mjs [PLAN] [PROGRAM]        the example plan with target/release/planverk unless told
//
// A third of the connections say nothing, a third send half a request, and a third follow a page and never read what
// they are told. Those that say nothing are sent away after a while, and come again. Meanwhile pages are asked
// for, half of them on connections of their own; the middle, the slowest in twenty and the slowest of all are told, without
// slow ones first. It fails where half of the pages took longer than 100 ms, and is run by hand.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const HELD = 500;
const ASKED = 400;
const GOAL = 100;

const repository = join(import.meta.dirname, "../..");
const plan = resolve(process.argv[2] ?? repository);
const program = resolve(process.argv[3] ?? join(repository, "target/release/planverk"));
const child = spawn(program, ["serve", plan, "--port", "0", "--date", "2026-11-22"], { stdio: ["ignore", "pipe", "inherit"] });
const port = await new Promise((done) => {
  createInterface({ input: child.stdout }).on("line", (line) => {
    const found = line.match(/http:\/\/127\.0\.0\.1:(\d+)/);
    if (found) done(Number(found[1]));
  });
});

const WORDS = [
  "",
  "GET / HTTP/1.1\r\nHost: loc",
  "GET /_planverk/events?page=index.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
];
const slow = new Set();
let holds = true;

async function hold(words) {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.on("close", () => {
    slow.delete(socket);
    if (holds) setTimeout(() => hold(words), 20);
  });
  await once(socket, "connect").catch(() => {});
  // What is read is thrown away: a connection that the preview gives up is then seen to end. Who follows never reads.
  if (words.includes("events")) socket.pause();
  else socket.resume();
  if (words !== "") socket.write(words);
  slow.add(socket);
}

function ask(path, agent) {
  return new Promise((done, fail) => {
    const begun = performance.now();
    get({ host: "127.0.0.1", port, path, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        if (answer.statusCode === 200) done(performance.now() - begun);
        else fail(new Error(`${path}: ${answer.statusCode}`));
      });
    }).on("error", fail);
  });
}

async function round(name) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = [];
  let fewest = Infinity;
  for (let number = 0; number < ASKED; number += 1) {
    times.push(await ask("/", number % 2 === 0 ? agent : false));
    fewest = Math.min(fewest, slow.size);
    await new Promise((go) => setTimeout(go, 5));
  }
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.floor(part * (times.length - 1))];
  const told = [at(0.5), at(0.95), at(1)].map((time) => `${time.toFixed(1)} ms`);
  console.log(`${name} (at least ${fewest} held): middle ${told[0]}, slowest in twenty ${told[1]}, slowest ${told[2]}`);
  return at(0.5);
}

await ask("/", false);
await round("alone");
await Promise.all(Array.from({ length: HELD }, (_, number) => hold(WORDS[number % WORDS.length])));
const middle = await round(`beside ${HELD} slow connections`);
holds = false;
child.kill();
for (const socket of slow) socket.destroy();
process.exit(middle > GOAL ? 1 : 0);
