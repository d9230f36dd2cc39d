// Requests made by a grammar of the service's own routes, fields and heads, with mistakes sown in, many of them by a
// moderator who is signed in and with the codes of receipts: the service may refuse, and never fails (5xx), never
// panics, and always goes on. Afterwards the database is whole, and what it exports can be read.
//
// A failure may be the machine's, where others use it: a request that was without an answer while this script or the
// service waited for the processor is told apart (`held up`) and sent again, and must be answered then.
//   node tests/soak/hearing/fuzz.mjs target/release/planverk [minutes] [seed]
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve as resolvePath } from "node:path";
import { ask, codeIn, folder, limits, signIn, start, stop, token } from "./lib.mjs";

const [program, minutes = "60", seed = String(Date.now() % 1e9)] = process.argv.slice(2);
let state = Number(seed) >>> 0;
function random(below) {
  // Mulberry32: the same seed gives the same requests.
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) % below;
}
const one = (all) => all[random(all.length)];
const often = (share, a, b) => (random(100) < share ? a : b)();
const odd = ["", "\0", "%", "%zz", "%00", "..", "../../etc/passwd", "⟦x⟧", "\u202e", "🙂".repeat(50), "x".repeat(11000), "-1", "99999999999999999999",
  "<script>alert(1)</script>", "{{ 7*7 }}", "' OR 1=1--", "\r\nSet-Cookie: a=b", "b1", "b99", "horing-2027", "NaN", "\ufeff", "a\u0301".repeat(200)];
const word = () => often(60, () => one(["b1", "b2", "b3", "b4", "b5", "1", "2", "private", "council", "show", "send", "Hei"]), () => one(odd));
const PASSWORD = "korrekt hest batteri";
let key = "", cookie = "", signed = "";
const codes = ["AAAA-BBBB-CCCC-DDDD"];
const fields = {
  token: () => often(80, () => one([key, signed]), word), uuid: () => often(70, () => `00000000-0000-4000-8000-${String(random(1e9)).padStart(12, "0")}`, word),
  do: () => one(["send", "review", "edit", "add", "show", "change", "withdraw", "withdraw-yes", "publish", "redact", "preview", "withhold", "block", "reopen", "merge", "unmerge", word()]),
  on: word, comment: word, answer: word, text: word, name: word, kind: word, consent: word, named: word, mail: word, website: () => often(90, () => "", word),
  code: () => often(70, () => one(codes), word), version: () => often(60, () => String(random(4)), word), phrases: word, sure: word, other: word, result: () => often(60, () => one(["taken", "partly", "not", "outside"]), word), changed: word, password: word, new: word, show: word, of: word, "version-s1": () => "0", q: word, state: word, after: word, item: () => often(50, () => `s${1 + random(9)}`, word), reason: word, round: word, work: word,
};
const names = Object.keys(fields);
const form = () => Array.from({ length: random(14) }, () => {
  const name = often(95, () => one(names), word);
  const value = (fields[name] ?? word)();
  return often(95, () => `${encodeURIComponent(name.toWellFormed?.() ?? name)}=${encodeURIComponent(value)}`, () => `${name}=${value}`);
}).join(one(["&", "&", "&", "&&", ";"]));
const segment = () => often(60, () => one(["horing-2027", "1", "b3", "mitt", "svar", "tekst", "innspill.csv"]), () => encodeURIComponent(one(odd)));
const path = () => often(80, () => one(["/horing/", "/horing/mitt", "/horing/horing-2027", "/horing/horing-2027/svar", "/horing/horing-2027/tekst/b3", "/intern/",
  "/intern/inn", "/intern/ut", "/intern/konto", `/intern/svar/horing-2027/${1 + random(300)}`, `/intern/sladd/horing-2027/${1 + random(300)}`, "/intern/vurdering", "/intern/logg", "/intern/personvern",
  `/intern/fil/horing-2027/x.${one(["csv", "xlsx", "json"])}`, "/healthz", "/readyz", "/"]),
  () => `/${Array.from({ length: 1 + random(4) }, segment).join("/")}`);
const heads = () => Array.from({ length: random(4) }, () => one(["Cookie: __Host-planverk=00", "Origin: http://localhost", "Origin: null", "Sec-Fetch-Site: cross-site", `X-Forwarded-For: ${random(256)}.2.3.4`, "X-Forwarded-For: ::1, x, 999.1.1.1",
  "Accept: */*", "Range: bytes=0-1", "Expect: 100-continue", "Connection: keep-alive", "Connection: upgrade\r\nUpgrade: h2c", "If-None-Match: *", `X: ${"y".repeat(random(3000))}`]));
const number = () => String(1 + random(40));
const fresh = () => `00000000-0000-4000-8000-${String(random(1e9)).padStart(12, "0")}`;
const said = () => often(80, () => "Hei @SUM(1;1) æøå", () => one(odd));
/** Forms as pages of the service send them. */
const honest = [
  () => ["/horing/horing-2027/svar", { token: key, uuid: fresh(), on: one(["b1", "b2", "b3", "b4"]), comment: said(), answer: said(), text: said(), kind: "private", consent: "1", name: said(), mail: "kari@kommune.example", do: one(["send", "send", "review", "edit", "add"]) }],
  () => ["/horing/mitt", { code: one(codes), token: key, version: number(), text: said(), do: one(["show", "change", "send", "withdraw", "withdraw-yes"]) }],
  () => [`/intern/svar/horing-2027/${number()}`, { token: signed, version: String(1 + random(3)), reason: said(), sure: "1", other: `s${number()}`, do: one(["publish", "publish", "withhold", "reopen", "merge", "unmerge", "block"]) }],
  () => [`/intern/sladd/horing-2027/${number()}`, { token: signed, version: String(1 + random(3)), phrases: one(["hei", "e", said()]), reason: said(), do: one(["preview", "redact"]) }],
  () => ["/intern/vurdering", { token: signed, round: "horing-2027", item: "s1", "version-s1": String(random(3)), result: one(["taken", "partly", "not", "outside"]), reason: said(), changed: one(["b1", "", said()]), show: "all" }],
  () => ["/intern/konto", { token: signed, password: word(), new: word() }],
  () => ["/intern/inn", { token: key, name: one(["kari", word()]), password: word() }],
];
/** An honest form with a mistake or two: a field gone, twice, or with another value. */
function mistaken() {
  const [where, own] = one(honest)();
  const pairs = Object.entries(own);
  for (let times = random(3); times > 0; times -= 1) {
    const at = random(pairs.length);
    often(40, () => pairs.splice(at, 1), () => often(50, () => pairs.push([...pairs[at]]), () => { pairs[at][1] = word(); }));
    if (pairs.length === 0) break;
  }
  const text = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed?.() ?? value)}`);
  return [where, text.join("&")];
}
/** A request; whether the sender leaves when it is sent, or is owed an answer. */
function request() {
  const method = often(90, () => one(["GET", "POST", "POST", "POST", "HEAD"]), () => one(["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "FOO", "get"]));
  const [where, filled] = method === "POST" && random(100) < 60 ? mistaken() : [path(), method === "POST" ? form() : ""];
  const query = often(30, () => `?${form().replace(/[\s\0]/g, "+")}`, () => "");
  const body = filled;
  const more = often(97, () => 0, () => random(20) - 10);
  const size = Buffer.byteLength(body) + more;
  const kind = often(95, () => "application/x-www-form-urlencoded", () => one(["text/plain", "multipart/form-data; boundary=x", "application/json", ""]));
  const chunked = random(100) < 5;
  const about = method === "POST" ? [`Content-Type: ${kind}`, chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${size}`] : [];
  const lines = [`${method} ${where}${query} HTTP/1.${often(95, () => 1, () => random(3))}`, "Host: localhost", "Connection: close", ...about, ...often(70, () => [`Cookie: ${cookie}`], () => []), ...heads()];
  const sent = chunked ? `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n` : body;
  let bytes = Buffer.from(`${lines.join("\r\n")}\r\n\r\n${sent}`);
  const [turned, cut] = [random(100) < 8, random(100) < 3];
  if (turned) for (let times = random(4) + 1; times > 0; times -= 1) bytes[random(bytes.length)] = random(256);
  if (cut) bytes = bytes.subarray(0, random(bytes.length));
  const whole = !turned && !cut && more === 0;
  const ends = whole ? random(100) < 10 : random(100) < 90;
  return { bytes, ends, waits: whole && !ends };
}
/** How long this script's own loop stood still since a moment: nothing is read meanwhile. */
const stood = [];
let beat = performance.now();
setInterval(() => {
  const now = performance.now();
  if (now - beat > 1500) stood.push({ until: now, ms: now - beat });
  if (stood.length > 500) stood.shift();
  beat = now;
}, 250).unref();
const stoodSince = (moment) => stood.filter(({ until }) => until > moment).reduce((sum, { ms }) => sum + ms, 0);

/** Sends bytes; what is answered, and whether it came in time. The clock runs while this script does. */
const send = (port, { bytes, ends }) => new Promise((resolve) => {
  const socket = connect(port, "127.0.0.1");
  const began = performance.now();
  let text = "", stand = 0;
  socket.setEncoding("latin1").setTimeout(25000, () => {
    // A timer is due before what has come meanwhile is read: who stood still looks once more.
    if (stoodSince(began) > stand + 1500) {
      stand = stoodSince(began);
      return socket.setTimeout(25000);
    }
    resolve("no answer and no end");
    socket.destroy();
  });
  socket.on("data", (data) => { if (text.length < 40000) text += data; });
  socket.on("error", () => resolve(text || "closed"));
  socket.on("close", () => resolve(text || "closed"));
  socket.write(bytes);
  if (ends) socket.end();
});

const home = folder('publish = ["true"]\ntrusted_proxies = ["127.0.0.1"]\n[mail]\nserver = "127.0.0.1:1"\nsecurity = "none"\nfrom = "plan@kommune.example"');
mkdirSync(join(home, "content/horinger/horing-2027"), { recursive: true });
execFileSync(resolvePath(program), ["hearing", "user", "add", "kari"], { cwd: home, input: PASSWORD });
const { child, port } = await start(program, home);
const troubles = [];
child.stderr.on("data", (data) => troubles.push(...String(data).split("\n").filter((line) => /panicked|store-trouble|page-failed|publish-failed/.test(line))));
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;

/** How long each of the service's threads has waited for the processor, in ms. */
function waits() {
  const told = new Map();
  for (const thread of readdirSync(`/proc/${child.pid}/task`)) {
    try {
      told.set(thread, Number(readFileSync(`/proc/${child.pid}/task/${thread}/schedstat`, "utf8").split(" ")[1]) / 1e6);
    } catch {
      // It has just ended.
    }
  }
  return told;
}
let waited = waits();
setInterval(() => { waited = waits(); }, 1000).unref();

/** The longest that one of them has waited since. */
const waitedSince = (before) => Math.max(...[...waits()].map(([thread, ms]) => ms - (before.get(thread) ?? 0)));

const statuses = {}, bad = [];
let count = 0, heldUp = 0, staff = 0;
const ends = performance.now() + Number(minutes) * 60000;
let asked = -Infinity;
const isBad = (status, { waits }) => /^5|no answer/.test(status) || waits && status === "closed";
/** The status of an answer; that it may go on sending is none. */
const statusOf = (answer) => /^(?:HTTP\/1\.1 100 [^\r]*\r\n\r\n)*HTTP\/1\.[01] (\d+)/.exec(answer)?.[1] ?? answer.slice(0, 30);

/** How long the machine has held this script or the service up since a moment, in ms. */
const heldSince = ({ at, waited }) => stoodSince(at) + waitedSince(waited);

/** Sends what had no good answer again until the machine lets both run, and judges: the machine's fault, or the service's. */
async function judge(asked, status, answer, before) {
  const held = [heldSince(before)];
  let last = status;
  while (held.at(-1) > 2000 && isBad(last, asked) && held.length < 30) {
    const now = { at: performance.now(), waited: waits() };
    last = statusOf(await send(port, asked));
    held.push(heldSince(now));
  }
  const cause = `held up for ${held.map((ms) => ms.toFixed(0)).join(", ")} ms; at last ${last}`;
  if (!isBad(last, asked)) {
    heldUp += 1;
    console.log(`held up: ${status}; ${cause}`);
  } else bad.push(`${new Date().toISOString()} ${status}; ${cause}\n  sent ${JSON.stringify(asked.bytes.toString("latin1").slice(0, 900))}\n  got ${JSON.stringify(answer.slice(0, 900))}`);
}
/** A token and a session that are good: some request may have signed out. */
async function renew() {
  const before = { at: performance.now(), waited };
  try {
    key = await token(port);
    // From an address of its own, for those of the grammar are many.
    const own = { "X-Forwarded-For": `10.0.${random(256)}.1` };
    ({ cookie, token: signed } = await signIn(port, "kari", PASSWORD, own) ?? { cookie, token: signed });
  } catch (error) {
    if (heldSince(before) > 2000) heldUp += 1;
    else bad.push(`signing in: ${error}`);
  }
}
const client = async () => {
  while (performance.now() < ends && bad.length < 10) {
    if (performance.now() - asked > 5000) {
      asked = performance.now();
      await renew();
    }
    const next = request();
    const before = { at: performance.now(), waited };
    const answer = await send(port, next);
    count += 1;
    const status = statusOf(answer);
    statuses[status] = (statuses[status] ?? 0) + 1;
    const code = codeIn(answer);
    if (code && codes.length < 500) codes.push(code);
    if (/hearing-staff/.test(answer)) staff += 1;
    if (isBad(status, next)) await judge(next, status, answer, before);
  }
};
await Promise.all(Array.from({ length: 32 }, client));
const well = (await ask(port, "/readyz").catch((error) => ({ status: String(error) }))).status;
bad.slice(0, 5).forEach((line) => console.log(line));
troubles.slice(0, 5).forEach((line) => console.log(line));
console.log(`${count} requests with seed ${seed}, ${minutes} minutes: ${JSON.stringify(statuses)}; ${memory().toFixed(0)} MB`);
console.log(`${staff} pages of the staff's, ${codes.length - 1} receipts; held up by the machine ${heldUp} times`);
await stop(child);
const command = (...words) => execFileSync(resolvePath(program), ["hearing", ...words, "--lang", "en"], { cwd: home, encoding: "utf8" }).trim();
console.log(command("verify"));
command("export");
limits([["failures", bad.length, 0, 0], ["panics and troubles in the log", troubles.length, 0, 0], ["readyz", well, 200, 200],
  ["pages of the staff's", staff, 1, Infinity], ["receipts", codes.length - 1, 1, Infinity]]);
