// A full disk, a folder that turns read-only, few file handles and turned bytes, each with 16 clients at work. The disk
// is a small one in memory: needs root for mounting it, and says so without.
//   node tests/soak/hearing/faults.mjs target/release/planverk
import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, cpSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { agent, ask, codeIn, folder, form, limits, start, stop, submission, token } from "./lib.mjs";

let [program] = process.argv.slice(2);
const told = [];

/** Sends from 16 clients as long as `goes` says; what was kept, and how others were answered. */
async function send(port, key, from, goes) {
  const pool = agent(16);
  const kept = new Map(), statuses = {};
  let number = from, lost = 0;
  const client = async () => {
    while (goes(kept.size, statuses)) {
      const own = number++;
      const answer = await ask(port, form, submission(key, own), pool).catch(() => undefined);
      const code = answer?.status === 200 && codeIn(answer.text);
      if (code) kept.set(own, code);
      else {
        statuses[answer?.status ?? "closed"] = (statuses[answer?.status ?? "closed"] ?? 0) + 1;
        // What was typed is on the page, to be sent again.
        if (answer && answer.status === 503 && !answer.text.includes(`Nr ${own}.`)) lost += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));
  pool.destroy();
  return { kept, statuses, next: number, lost };
}

async function missing(port, kept) {
  let gone = 0;
  for (const [own, code] of kept) {
    const { text } = await ask(port, "/horing/mitt", new URLSearchParams({ code, do: "show" }).toString());
    if (!text.includes(`Nr ${own}.`)) gone += 1;
  }
  return gone;
}

/** Something goes wrong and is mended while clients send: nothing answered is lost, and it goes on afterwards. */
async function case_(name, home, { shell, before, breaks, mends }) {
  const running = await start(program, home, { shell, before });
  const { child, port } = running;
  const key = await token(port);
  const first = await send(port, key, 0, (kept) => kept < 200);
  await breaks?.();
  const during = await send(port, key, first.next, (kept, statuses) =>
    (statuses[503] ?? 0) < 50 && kept < 4000 && (statuses.closed ?? 0) < 200);
  await mends?.();
  const after = await send(port, key, during.next, (kept) => kept < 200);
  const all = new Map([...first.kept, ...during.kept, ...after.kept]);
  const gone = await missing(port, all);
  await stop(child, "SIGKILL");
  const again = await start(program, home);
  const later = await missing(again.port, all);
  await stop(again.child);
  execFileSync(resolve(program), ["hearing", "verify"], { cwd: home });
  console.log(`${name}: ${all.size} answered, ${JSON.stringify(during.statuses)} meanwhile, ${gone + later} lost`);
  told.push([`${name}: lost`, gone + later, 0, 0], [`${name}: typed and lost`, during.lost, 0, 0]);
  return during;
}

const isRoot = process.getuid() === 0;
const mounts = [];
process.on("exit", () => mounts.forEach((place) => execFileSync("umount", ["-l", place])));
function disk(home, size) {
  const place = join(home, "hearing");
  execFileSync("mkdir", ["-p", place]);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", place]);
  mounts.push(place);
  return place;
}

/** Writes until the disk is full. */
function fill(path) {
  const file = openSync(path, "w");
  try {
    for (;;) writeSync(file, Buffer.alloc(64 * 1024));
  } catch (error) {
    if (error.code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}

if (isRoot) {
  const full = folder();
  const place = disk(full, "24m");
  const during = await case_("a full disk", full, {
    breaks: () => fill(join(place, "filler")),
    mends: () => rmSync(join(place, "filler")),
  });
  told.push(["a full disk: refused with 503", during.statuses[503] ?? 0, 1, Infinity]);
} else console.log("a full disk: needs root, and was not tried");
if (isRoot) {
  // Root may write everywhere: the service runs as nobody, from where nobody may read it.
  const closed = folder();
  const place = join(closed, "hearing"), own = join(closed, "planverk");
  mkdirSync(place);
  cpSync(resolve(program), own);
  execFileSync("chmod", ["-R", "a+rX", closed]);
  execFileSync("chown", ["65534:65534", place]);
  const before = "setpriv --reuid=65534 --regid=65534 --clear-groups", mode = (bits) => chmodSync(place, bits);
  const started = () => start(own, closed, { before }).then(({ child }) => stop(child).then(() => ""), (error) => error.message);
  mode(0o555);
  const first = await started();
  mode(0o755);
  program = own;
  await case_("a folder that turns read-only", closed, { before, breaks: () => mode(0o555), mends: () => mode(0o755) });
  execFileSync("chown", ["-R", "65534:65534", place]);
  mode(0o555);
  const later = await started();
  mode(0o755);
  const again = await started();
  console.log(`a read-only folder at the start: ${JSON.stringify(first)}; with a database: ${JSON.stringify(later)}`);
  told.push(["a read-only folder: refused at the start with its name", [first, later].filter((why) => why.includes("hearing/hearing")).length, 1, 2],
    ["a folder that can be written again: refused", again ? 1 : 0, 0, 0]);
  program = process.argv[2];
} else console.log("a read-only folder: needs root, and was not tried");
await case_("64 file handles", folder(), { shell: "ulimit -n 64" });
const small = folder();
{
  // A file may not grow: the signal that would end the process is handled.
  const { child, port } = await start(program, small, { shell: "ulimit -f 3000" });
  const during = await send(port, await token(port), 0, (_, statuses) => (statuses[503] ?? 0) < 50);
  const gone = await missing(port, during.kept);
  await stop(child);
  const again = await start(program, small);
  const later = await missing(again.port, during.kept);
  await stop(again.child);
  console.log(`a file that may not grow: ${during.kept.size} answered, ${gone + later} lost`);
  told.push(["a file that may not grow: lost", gone + later + during.lost, 0, 0]);
}
{
  const file = join(small, "hearing/hearing.sqlite");
  const whole = readFileSync(file);
  let refused = 0, told_ = 0;
  for (let round = 0; round < 100; round += 1) {
    const bytes = Buffer.from(whole);
    const at = 100 + Math.floor(Math.random() * (bytes.length - 200));
    for (let place = at; place < at + 64; place += 1) bytes[place] ^= 0xff;
    writeFileSync(file, bytes);
    const started = await start(program, small).catch((error) => error);
    if (started instanceof Error) {
      refused += 1;
      told_ += started.message.includes("planverk hearing restore") ? 1 : 0;
    } else {
      // Turned bytes within a text leave the file whole for SQLite: `verify` tells them by the checksums.
      const ended = await Promise.race([new Promise((resolve) => started.child.once("exit", resolve)),
        new Promise((resolve) => setTimeout(() => resolve("serves"), 300))]);
      if (ended === "serves") await stop(started.child, "SIGKILL");
      else refused += 1;
      told_ += ended === "serves" || started.child.log.includes("restore") ? 1 : 0;
    }
  }
  writeFileSync(file, whole);
  console.log(`turned bytes: 100 times, ${refused} refused at the start; the others lay within a text or a free page`);
  told.push(["turned bytes: without a word of what to do", 100 - told_, 0, 0]);
}
limits(told);
