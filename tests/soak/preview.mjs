// Ten thousand edits in a row: nothing is missed, and memory stays as it was.
//
//   node tests/soak/preview.mjs [EDITS] [PROGRAM]        10000 edits with target/release/planverk unless told
//
// The starter plan is edited again and again, in eight ways in turn: in place, by a new file that takes the name, a new
// page and its end, a mistake and its mending, a style. After each, the page must come to show what was written.
// Memory is read from the system every five hundred edits. It takes a few minutes, and is run by hand.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const edits = Number(process.argv[2] ?? 10_000);
if (!(edits > 0)) throw new Error(`${process.argv[2]} is no number of edits: node tests/soak/preview.mjs [EDITS] [PROGRAM]`);
const program = resolve(process.argv[3] ?? join(import.meta.dirname, "../../target/release/planverk"));
const home = mkdtempSync(join(tmpdir(), "planverk-soak-"));
const plan = join(home, "plan");
execFileSync(program, ["new", plan]);
const side = join(plan, "content", "side.md");
const other = join(plan, "content", "annen.md");
const page = (title, text) => `+++\ntitle = "${title}"\n+++\n\n${text}\n`;
writeFileSync(side, page("Siden", "Begynt."));
mkdirSync(join(plan, "stil"));
writeFileSync(join(plan, "stil/egen.css"), "body { --omgang: 0 }\n");
const settings = join(plan, "content/plan.toml");
writeFileSync(settings, `${readFileSync(settings, "utf8")}\n[theme]\ncss = "stil/egen.css"\n`);

const child = spawn(program, ["serve", plan, "--port", "0", "--date", "2026-11-22"], { stdio: ["ignore", "pipe", "inherit"] });
const lines = createInterface({ input: child.stdout });
const origin = await new Promise((done) => {
  lines.on("line", (line) => {
    const found = line.match(/http:\/\/127\.0\.0\.1:\d+/);
    if (found) done(found[0]);
  });
});

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
function ask(path) {
  return new Promise((done, fail) => {
    get(origin + path, { agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (piece) => (text += piece));
      answer.on("end", () => done({ status: answer.statusCode, text }));
    }).on("error", fail);
  });
}

async function until(path, holds, what) {
  const late = Date.now() + 30_000;
  for (;;) {
    const answer = await ask(path);
    if (holds(answer)) return;
    if (Date.now() > late) throw new Error(`missed: ${what}`);
    await new Promise((go) => setTimeout(go, 1));
  }
}

const shows = (path, words) => until(path, ({ text }) => text.includes(words), words);

/** What is done at a number, and what must come of it. */
const ways = [
  (n) => (writeFileSync(side, page("Siden", `Skrevet ${n}.`)), shows("/side.html", `Skrevet ${n}.`)),
  (n) => {
    writeFileSync(`${side}.ny`, page(`Tittel ${n}`, "Ny fil."));
    renameSync(`${side}.ny`, side);
    return shows("/side.html", `Tittel ${n}`);
  },
  (n) => (writeFileSync(other, page("Annen", `Annen ${n}.`)), shows("/annen.html", `Annen ${n}.`)),
  (n) => (rmSync(other), until("/annen.html", ({ status }) => status === 404, `the end of ${n}`)),
  (n) => (writeFileSync(side, page("Siden", `Se [[ingen-${n}]].`)), shows("/_planverk/", `ingen-${n}`)),
  (n) => (writeFileSync(side, page("Siden", `Rettet ${n}.`)), shows("/side.html", `Rettet ${n}.`)),
  (n) => {
    const style = readFileSync(join(plan, "stil/egen.css"), "utf8");
    writeFileSync(join(plan, "stil/egen.css"), style.replace(/--omgang: \d+/, `--omgang: ${n}`));
    return until("/side.html", ({ text }) => {
      const now = /data-styles="([^"]*)"/.exec(text)?.[1];
      const changed = now !== undefined && now !== before;
      if (changed) before = now;
      return changed;
    }, `style ${n}`);
  },
  (n) => (writeFileSync(join(plan, "content/index.md"), `Forsiden ${n}.\n`), shows("/", `Forsiden ${n}.`)),
];

let before = /data-styles="([^"]*)"/.exec((await ask("/side.html")).text)[1];
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
const threads = () => readFileSync(`/proc/${child.pid}/status`, "utf8").match(/Threads:\s+(\d+)/)[1];
const begun = Date.now();
console.log(`edits  memory MB  threads`);
for (let n = 1; n <= edits; n += 1) {
  await ways[n % ways.length](n);
  if (n === 100 || n % 500 === 0) {
    console.log(`${String(n).padStart(5)}  ${memory().toFixed(1).padStart(9)}  ${threads().padStart(7)}`);
  }
}
console.log(`${edits} edits in ${((Date.now() - begun) / 1000).toFixed(0)} s, none missed`);
child.kill();
rmSync(home, { recursive: true, force: true });
process.exit(0);
