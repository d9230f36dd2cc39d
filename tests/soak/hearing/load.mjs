// Submissions from many clients at once, on the full path: form, limits, store, receipt. With --isso the same number of
// clients then sends to PyPI's isso, in the same run on the same machine.
// With --results what was measured goes into benches/RESULTS.md.
//   node tests/soak/hearing/load.mjs target/release/planverk [--isso] [--results] [clients] [seconds]
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machine, section } from "../../../benches/results.mjs";
import { agent, ask, codeIn, folder, form, limits, start, stop, submission, token } from "./lib.mjs";

const options = process.argv.slice(2).filter((one) => one.startsWith("--"));
const [program, clients = "64", seconds = "20"] = process.argv.slice(2).filter((one) => !one.startsWith("--"));

const said = [];

/** Lets clients send for some seconds; how many were answered in a second, and how soon. */
async function press(name, send) {
  const times = [];
  let number = 0, wrong = 0;
  const ends = performance.now() + Number(seconds) * 1000;
  const client = async () => {
    while (performance.now() < ends) {
      const began = performance.now();
      if (!await send(number++)) wrong += 1;
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: Number(clients) }, client));
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)];
  const rate = times.length / Number(seconds);
  said.push(`${name}: ${rate.toFixed(0)} submissions/s from ${clients} clients; p50 ${at(0.5).toFixed(1)} ms, ` +
    `p99 ${at(0.99).toFixed(1)} ms, longest ${times.at(-1).toFixed(1)} ms; ${wrong} went wrong`);
  console.log(said.at(-1));
  return { rate, p99: at(0.99), wrong };
}

async function planverk() {
  const { child, port } = await start(program, folder());
  const pool = agent(Number(clients));
  const key = await token(port);
  const pressed = await press("planverk", async (number) => {
    const { status, text } = await ask(port, form, submission(key, number), pool);
    return status === 200 && codeIn(text);
  });
  pool.destroy();
  await stop(child);
  return pressed;
}

async function isso() {
  const home = mkdtempSync(join(tmpdir(), "isso-"));
  process.on("exit", () => rmSync(home, { recursive: true, force: true }));
  const port = 20000 + (process.pid % 20000);
  execFileSync("python3", ["-m", "venv", join(home, "venv")]);
  execFileSync(join(home, "venv/bin/pip"), ["install", "--quiet", "isso"], { stdio: "inherit" });
  const address = `http://127.0.0.1:${port}`;
  writeFileSync(join(home, "isso.cfg"), `[general]\ndbpath = ${home}/comments.db\nhost = ${address}\n` +
    `[server]\nlisten = ${address}\n[guard]\nenabled = false\n[moderation]\nenabled = false\n`);
  const child = spawn(join(home, "venv/bin/isso"), ["-c", join(home, "isso.cfg"), "run"], { stdio: "ignore" });
  const pool = agent(Number(clients));
  for (let tries = 0; ; tries += 1) {
    if (await ask(port, "/count", "[]", pool, "application/json").catch(() => undefined)) break;
    if (tries > 100) throw new Error("isso does not answer");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const words = "Flere voksne ute i friminuttene gjorde stor forskjell hos oss. ".repeat(4);
  await press("isso", async (number) => {
    const body = JSON.stringify({ text: `${words} Nr ${number}.`, author: "Kari", title: "Plan" });
    const answer = await ask(port, "/new?uri=%2Fplan%2F", body, pool, "application/json").catch(() => undefined);
    return answer?.status === 201;
  });
  pool.destroy();
  child.kill();
}

const { rate, p99, wrong } = await planverk();
if (options.includes("--isso")) await isso();
if (options.includes("--results")) {
  const how = `Written by \`node tests/soak/hearing/load.mjs PROGRAM --results\`. ${machine()}. Each answer after its file was on disk.`;
  section("The hearing service", `${how}\n\n${said.map((line) => `* ${line}`).join("\n")}`);
}
limits([["submissions a second", rate, 2000, Infinity], ["ms at p99", p99, 0, 50], ["gone wrong", wrong, 0, 0]]);
