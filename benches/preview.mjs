// How long from a saved edit until the changed bytes are served, beside `hugo server`. See benches/README.md.
//
//   node benches/preview.mjs [--planverk PROGRAM] [--corpus PROGRAM] [--pages 100,1000,10000] [--runs 5] [--peer hugo|none] [--results]
//
// 1. A plan and the same text as a Hugo site are written by the corpus of the build's bench.
// 2. Each preview is started and warmed by one edit that is not counted.
// 3. An edit is written and synced; from then on pages are asked for, over six open connections, until all that the
//    edit concerns are right: the first until it is, then all others at once. The time is told with all debouncing in it.

import { execFileSync, spawn } from "node:child_process";
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { machine, section } from "./results.mjs";

const root = resolve(import.meta.dirname, "..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const { values: asked } = parseArgs({
  options: {
    planverk: { type: "string", default: join(target, "release", "planverk") },
    corpus: { type: "string" },
    pages: { type: "string", default: "100,1000,10000" },
    runs: { type: "string", default: "5" },
    peer: { type: "string", default: "hugo" },
    results: { type: "boolean", default: false },
  },
});
const runs = Number(asked.runs);
const PATIENCE = 120_000;

/** As many as a browser opens to one host. */
const CONNECTIONS = 6;

function corpus(folder, pages, dialect) {
  const own = ["corpus", folder, "--pages", String(pages), "--for", dialect];
  if (asked.corpus) execFileSync(asked.corpus, own);
  else execFileSync("cargo", ["bench", "--quiet", "--bench", "build", "--", ...own], { cwd: root });
}

/** Writes a file as an editor does: in place, and down to the disk. */
function save(path, text) {
  const file = openSync(path, "w");
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  return performance.now();
}

/** One open connection, on which several pages can be asked for at once. */
class Line {
  constructor(origin) {
    this.host = new URL(origin).host;
    this.socket = connect(Number(new URL(origin).port), "127.0.0.1").setNoDelay();
    this.waiting = [];
    this.bytes = Buffer.alloc(0);
    this.socket.on("data", (more) => {
      this.bytes = Buffer.concat([this.bytes, more]);
      this.take();
    });
    this.socket.on("error", (why) => this.waiting.splice(0).forEach(({ fail }) => fail(why)));
  }

  take() {
    for (;;) {
      const head = this.bytes.indexOf("\r\n\r\n");
      if (head < 0 || this.waiting.length === 0) return;
      const length = /content-length: (\d+)/i.exec(this.bytes.subarray(0, head).toString("latin1"));
      const end = head + 4 + Number(length?.[1] ?? NaN);
      if (Number.isNaN(end)) return this.waiting.shift().fail(new Error("an answer without a length"));
      if (this.bytes.length < end) return;
      this.waiting.shift().done(this.bytes.subarray(head + 4, end));
      this.bytes = this.bytes.subarray(end);
    }
  }

  /** The bytes of these pages. */
  ask(paths) {
    if (paths.length === 0) return Promise.resolve([]);
    const heads = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: ${this.host}\r\n\r\n`);
    this.socket.write(heads.join(""));
    return Promise.all(paths.map(() => new Promise((done, fail) => this.waiting.push({ done, fail }))));
  }

  close() {
    this.socket.destroy();
  }
}

/** The bytes of these pages, over several connections. */
async function ask(lines, paths) {
  const parts = lines.map((_, place) => paths.filter((_, at) => at % lines.length === place));
  const texts = await Promise.all(lines.map((line, place) => line.ask(parts[place])));
  return paths.map((_, at) => texts[at % lines.length][Math.floor(at / lines.length)]);
}

/** Asks for the first page until it holds the words, then for all others at once, until each does. */
async function until(lines, paths, words) {
  const late = performance.now() + PATIENCE;
  let missing = paths.slice(0, 1), rest = paths.slice(1);
  while (missing.length > 0) {
    const texts = await ask(lines, missing);
    missing = missing.filter((_, place) => !texts[place].includes(words));
    if (missing.length === 0) [missing, rest] = [rest, []];
    if (performance.now() > late) return false;
  }
  return true;
}

async function edits(name, origin, work) {
  const times = {};
  const lines = Array.from({ length: CONNECTIONS }, () => new Line(origin));
  for (const [kind, { path, write, pages }] of Object.entries(work)) {
    times[kind] = [];
    for (let run = 0; run <= runs; run += 1) {
      const words = `Merke${kind.length}${run}x${Math.floor(performance.now())}`;
      const begun = save(path, write(words));
      const found = await until(lines, pages, words);
      const took = performance.now() - begun;
      if (run > 0) times[kind].push(found ? took : Infinity);
      // What can wait, as the checks, is done before the next edit.
      await new Promise((go) => setTimeout(go, 600 + took / 2));
    }
  }
  lines.forEach((line) => line.close());
  return { name, times };
}

function start(program, options, folder, ready) {
  return new Promise((done, fail) => {
    const child = spawn(program, options, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    child.on("error", fail);
    let said = "";
    child.stdout.on("data", (piece) => {
      said += piece;
      const found = said.match(ready);
      if (found) done({ child, origin: `http://127.0.0.1:${found[1]}` });
    });
  });
}

function withoutFields(text) {
  return text.indexOf("+++", 3) + 4;
}

async function planverk(folder) {
  mkdirSync(join(folder, "themes/maal/templates"), { recursive: true });
  writeFileSync(join(folder, "themes/maal/theme.toml"), 'name = "maal"\ncontract = 1\n');
  const footer = join(folder, "themes/maal/templates/footer.html");
  const own = readFileSync(join(root, "themes/default/templates/footer.html"), "utf8");
  writeFileSync(footer, own);
  const settings = join(folder, "content/plan.toml");
  writeFileSync(settings, readFileSync(settings, "utf8") + '\n[theme]\nname = "maal"\n');
  const served = await start(resolve(asked.planverk), ["serve", ".", "--port", "0", "--date", "2026-11-22"], folder, /127\.0\.0\.1:(\d+)/);
  const chapter = join(folder, "content", readdirSync(join(folder, "content")).find((name) => name.startsWith("001-")));
  const files = readdirSync(chapter).filter((name) => name.endsWith(".md") && name !== "index.md").sort();
  const page = files.find((name) => !readFileSync(join(chapter, name), "utf8").includes("kind ="));
  const address = (name) => `/kapittel-0001/${name.replace(/^\d+-/, "").replace(".md", ".html")}`;
  const shown = [];
  for (const name of files) {
    const text = await (await fetch(served.origin + address(name))).text();
    if (text.includes(address(page).split("/").pop())) shown.push(address(name));
  }
  return work(served, join(chapter, page), address(page), shown, footer, own);
}

async function hugo(folder) {
  const port = String(20_000 + (process.pid % 20_000));
  const served = await start("hugo", ["server", "--renderToMemory", "--disableLiveReload", "--port", port], folder, /localhost:(\d+)/);
  const chapter = join(folder, "content/kapittel-0001");
  const files = readdirSync(chapter).filter((name) => name !== "_index.md").sort();
  const name = (file) => file.replace(".md", "");
  const address = (file) => `/kapittel-0001/${name(file)}/`;
  const page = files.find((file) => statSync(join(chapter, file)).isFile());
  const footer = join(folder, "layouts/baseof.html");
  return work(served, join(chapter, page), address(page), files.map(address), footer, readFileSync(footer, "utf8"));
}

/** The three edits: a sentence of a page, its title as its chapter's other pages show it, and a template. */
function work({ child, origin }, path, address, shown, template, own) {
  const text = readFileSync(path, "utf8");
  const body = withoutFields(text);
  return {
    child,
    origin,
    size: shown.length,
    edits: {
      page: { path, pages: [address], write: (words) => `${text.slice(0, body)}\n${words}\n${text.slice(body)}` },
      title: { path, pages: shown, write: (words) => text.replace(/title = "[^"]*"/, `title = "${words}"`) },
      template: {
        path: template,
        pages: [address, shown.at(-1)],
        write: (words) => (own.includes("</body>") ? own.replace("</body>", `<p>${words}</p></body>`) : own.replace("</p>", ` ${words}</p>`)),
      },
    },
  };
}

const middle = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const shownTime = (ms) => (Number.isFinite(ms) ? `${ms.toFixed(ms < 100 ? 1 : 0)} ms` : "never");

const table = [];
const row = (line) => {
  console.log(line);
  table.push(line);
};
row("| pages | edit | planverk (least–most) | hugo server | × hugo |\n| --- | --- | --- | --- | --- |");
for (const pages of asked.pages.split(",").map(Number)) {
  const home = mkdtempSync(join(tmpdir(), "planverk-bench-"));
  const results = [];
  for (const [name, open] of [["planverk", planverk], ["hugo", hugo]]) {
    if (name === "hugo" && asked.peer !== "hugo") continue;
    corpus(join(home, name), pages, name);
    const served = await open(join(home, name));
    results.push(await edits(name, served.origin, served.edits));
    served.child.kill();
  }
  const [own, peer] = results;
  for (const [kind, times] of Object.entries(own.times)) {
    const theirs = peer ? middle(peer.times[kind]) : NaN;
    const ours = middle(times);
    row(`| ${pages} | ${kind} | ${shownTime(ours)} (${shownTime(Math.min(...times))}–${shownTime(Math.max(...times))}) | ${peer ? shownTime(theirs) : "–"} | ${peer ? (ours / theirs).toPrecision(2) : "–"} |`);
  }
  rmSync(home, { recursive: true, force: true });
}
if (asked.results) {
  section("Edit to visible", `Written by \`node benches/preview.mjs --results\`; README.md tells what is measured. ${machine()}. The middle one of ${runs}\nrounds, with 8 ms of waiting for quiet in it.\n\n${table.join("\n")}`);
}
process.exit(0);
