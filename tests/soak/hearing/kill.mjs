// Killed in the middle, a thousand times: what was answered is there, once, and the file is whole.
//   node tests/soak/hearing/kill.mjs target/release/planverk [cycles]
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { agent, ask, codeIn, folder, form, limits, start, stop, submission, token } from "./lib.mjs";

const [program, cycles = "1000"] = process.argv.slice(2);
const home = folder();
const codes = new Map();
let number = 0, longest = 0;
for (let cycle = 1; cycle <= Number(cycles); cycle += 1) {
  const { child, port, took } = await start(program, home);
  longest = Math.max(longest, took);
  const pool = agent(16);
  const key = await token(port);
  child.removeAllListeners("exit");
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const client = async () => {
    for (;;) {
      const own = number++;
      const answer = await ask(port, form, submission(key, own), pool).catch(() => undefined);
      if (!answer) return;
      const code = answer.status === 200 && codeIn(answer.text);
      if (!code) throw new Error(`${answer.status}: ${answer.text}`);
      codes.set(own, code);
    }
  };
  const clients = Array.from({ length: 16 }, client);
  setTimeout(() => child.kill("SIGKILL"), 30 + Math.random() * 120);
  await gone;
  await Promise.all(clients);
  pool.destroy();
  if (cycle % 100 === 0) console.log(`${cycle} kills, ${codes.size} answered, longest start ${longest.toFixed(0)} ms`);
}
const { child, port, took } = await start(program, home);
console.log(`the last start took ${took.toFixed(0)} ms with ${codes.size} submissions or more`);
let lost = 0;
for (const [own, code] of codes) {
  const { text } = await ask(port, "/horing/mitt", new URLSearchParams({ code, do: "show" }).toString());
  if (!text.includes(`Nr ${own}.`)) lost += 1;
}
await stop(child, "SIGKILL");
const verified = execFileSync(resolve(program), ["hearing", "verify", "--lang", "en"], { cwd: home, encoding: "utf8" }).trim();
console.log(verified);
const kept = Number(/whole\. (\d+)/.exec(verified)[1]);
console.log(`${codes.size} answered of ${number} sent, ${kept} kept; ${lost} lost`);
limits([["lost", lost, 0, 0], ["kept", kept, codes.size, number]]);
