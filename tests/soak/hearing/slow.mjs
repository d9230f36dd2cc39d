// A thousand connections that send their head or body, or read their answer, a byte a second, beside honest ones.
//   node tests/soak/hearing/slow.mjs target/release/planverk [connections] [head] [body] [reader]
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { agent, ask, folder, form, limits, start, stop, submission, token } from "./lib.mjs";

const [program, many = "1000", ...some] = process.argv.slice(2);
const kinds = some.length ? some : ["head", "body", "reader"];
const { child, port } = await start(program, folder());
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
const key = await token(port);
const pool = agent(8);
// What honest ones need is no growth by slow ones.
for (let number = 0; number < 2000; number += 8) {
  await Promise.all(Array.from({ length: 8 }, (_, place) => ask(port, form, submission(key, number + place), pool)));
}
const before = memory();
const began = performance.now();
const lived = { head: [], body: [], reader: [] };
const sockets = [];
function slow(kind) {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  const head = `POST ${form} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50000\r\n\r\n`;
  const page = `GET ${form} HTTP/1.1\r\nHost: x\r\n\r\n`;
  let drip;
  socket.on("error", () => {});
  socket.on("close", () => {
    clearInterval(drip);
    lived[kind].push((performance.now() - began) / 1000);
  });
  if (kind === "reader") socket.pause().write(page.repeat(200));
  else {
    socket.write(kind === "head" ? "GET / HTTP/1.1\r\nX: " : head);
    socket.resume();
  }
  // A paused socket sees the end when it can write no more.
  drip = setInterval(() => socket.write(kind === "reader" ? "\r\n" : "x"), 1000);
}
for (let place = 0; place < Number(many); place += 1) slow(kinds[place % kinds.length]);
const times = [];
let most = 0, number = 2000;
const ends = began + 26000;
while (performance.now() < ends) {
  const sent = performance.now();
  await ask(port, form, submission(key, number++), pool);
  times.push(performance.now() - sent);
  most = Math.max(most, memory());
  await new Promise((resolve) => setTimeout(resolve, 5));
}
sockets.forEach((socket) => socket.destroy());
times.sort((a, b) => a - b);
const p99 = times[Math.floor(times.length * 0.99)];
const closed = Object.values(lived).flat();
for (const [kind, all] of Object.entries(lived)) {
  console.log(`${kind}: ${all.length} closed, the last after ${Math.max(...all).toFixed(1)} s`);
}
console.log(`honest: p99 ${p99.toFixed(1)} ms of ${times.length}; memory +${(most - before).toFixed(0)} MB`);
pool.destroy();
await stop(child, "SIGKILL");
limits([["closed", closed.length, Number(many), Number(many)], ["s until the last was closed", Math.max(...closed), 0, 20],
  ["ms at p99 of honest ones", p99, 0, 100], ["MB more", most - before, -Infinity, 50]]);
