// A thousand connections that send their head or body, or read their answer, a byte a second, beside honest ones.
//   node tests/soak/hearing/slow.mjs target/release/planverk
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { agent, ask, folder, form, start, submission, token } from "./lib.mjs";

const { child, port } = await start(process.argv[2], folder());
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
const key = await token(port);
const before = memory();
const lived = { head: [], body: [], reader: [] };
function slow(kind) {
  const began = performance.now();
  const socket = connect(port, "127.0.0.1");
  const head = `POST ${form} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50000\r\n\r\n`;
  const page = "GET /horing/horing-2027/svar HTTP/1.1\r\nHost: x\r\n\r\n";
  socket.on("error", () => {});
  socket.on("close", () => lived[kind].push((performance.now() - began) / 1000));
  if (kind === "reader") {
    socket.pause();
    socket.write(page.repeat(200));
  } else {
    socket.write(kind === "head" ? "GET / HTTP/1.1\r\nX: " : head);
    socket.drip = setInterval(() => socket.write("x"), 1000);
    socket.on("data", () => {});
  }
  socket.on("close", () => clearInterval(socket.drip));
  // A paused socket does not see the end: looked for from time to time.
  if (kind === "reader") setTimeout(() => socket.resume(), 24000);
}
for (let place = 0; place < 1000; place += 1) slow(["head", "body", "reader"][place % 3]);
const times = [];
let most = 0, number = 0;
const pool = agent(8);
const ends = performance.now() + 26000;
while (performance.now() < ends) {
  const began = performance.now();
  await ask(port, form, submission(key, number++), pool);
  times.push(performance.now() - began);
  most = Math.max(most, memory());
  await new Promise((resolve) => setTimeout(resolve, 5));
}
times.sort((a, b) => a - b);
for (const [kind, all] of Object.entries(lived)) {
  console.log(`${kind}: ${all.length} closed, the last after ${Math.max(...all).toFixed(1)} s`);
}
console.log(`honest: p99 ${times[Math.floor(times.length * 0.99)].toFixed(1)} ms of ${times.length}; memory +${(most - before).toFixed(0)} MB`);
child.removeAllListeners("exit");
child.kill();
process.exit(0);
