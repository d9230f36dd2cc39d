// Submissions from many clients at once, on the full path: form, limits, store, receipt.
//   node tests/soak/hearing/load.mjs target/release/planverk [clients] [seconds]
import { agent, ask, codeIn, folder, form, start, submission, token } from "./lib.mjs";

const [program, clients = "64", seconds = "20"] = process.argv.slice(2);
const { child, port } = await start(program, folder());
const pool = agent(Number(clients));
const key = await token(port);
const times = [];
let number = 0, wrong = 0;
const ends = performance.now() + Number(seconds) * 1000;
async function client() {
  while (performance.now() < ends) {
    const body = submission(key, number++);
    const began = performance.now();
    const { status, text } = await ask(port, form, body, pool);
    times.push(performance.now() - began);
    if (status !== 200 || !codeIn(text)) wrong += 1;
  }
}
await Promise.all(Array.from({ length: Number(clients) }, client));
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
console.log(`${(times.length / Number(seconds)).toFixed(0)} submissions/s from ${clients} clients; ` +
  `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${times.at(-1).toFixed(1)} ms; ${wrong} went wrong`);
child.removeAllListeners("exit");
child.kill();
process.exit(wrong ? 1 : 0);
