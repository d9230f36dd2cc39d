// How soon a service with 100,000 comments answers after a restart, both after a stop and after a kill.
//   node tests/soak/hearing/start.mjs target/release/planverk [comments]
import { statSync } from "node:fs";
import { join } from "node:path";
import { agent, ask, codeIn, folder, form, limits, start, stop, submission, token } from "./lib.mjs";

const [program, comments = "100000"] = process.argv.slice(2);
const home = folder();
let { child, port } = await start(program, home);
const pool = agent(32);
const key = await token(port);
const all = Math.ceil(Number(comments) / 2);
let number = 0;
const client = async () => {
  while (number < all) {
    const own = number++;
    const more = new URLSearchParams([["on", "b5"], ["comment", `Nr ${own}: for sjelden.`]]);
    const { text } = await ask(port, form, `${submission(key, own)}&${more}`, pool);
    if (!codeIn(text)) throw new Error(text);
  }
};
await Promise.all(Array.from({ length: 32 }, client));
pool.destroy();
const took = [], written = [];
for (let round = 0; round < 10; round += 1) {
  await stop(child, round % 2 ? "SIGKILL" : "SIGTERM");
  const began = performance.now();
  ({ child, port } = await start(program, home));
  await ask(port, form);
  took.push(performance.now() - began);
  const own = number++;
  const { text } = await ask(port, form, submission(await token(port), own));
  if (!codeIn(text)) throw new Error(text);
  written.push(performance.now() - began);
}
await stop(child);
const size = statSync(join(home, "hearing/hearing.sqlite")).size / 1e6;
const told = (all) => all.map((one) => one.toFixed(0)).join(", ");
console.log(`${comments} comments in ${all} submissions, ${size.toFixed(0)} MB`);
console.log(`first page after ${told(took)} ms; first receipt, after the look through the file, after ${told(written)} ms`);
limits([["ms to the first page", Math.max(...took), 0, 250]]);
