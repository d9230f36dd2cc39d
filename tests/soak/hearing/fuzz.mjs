// Requests made by a grammar of the service's own routes, fields and heads, with mistakes sown in: the service may
// refuse, and never fails (5xx), never panics, and always goes on.
//   node tests/soak/hearing/fuzz.mjs target/release/planverk [minutes] [seed]
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { ask, folder, limits, start, stop, token } from "./lib.mjs";

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
let key = "";
const fields = {
  token: () => often(70, () => key, word), uuid: () => often(70, () => `00000000-0000-4000-8000-${String(random(1e9)).padStart(12, "0")}`, word),
  do: () => one(["send", "review", "edit", "add", "show", "change", "withdraw", "withdraw-yes", "publish", "redact", word()]),
  on: word, comment: word, answer: word, text: word, name: word, kind: word, consent: word, named: word, mail: word, website: () => often(90, () => "", word),
  code: () => often(50, () => "AAAA-BBBB-CCCC-DDDD", word), version: word, q: word, state: word, after: word, item: word, reason: word, round: word, work: word,
};
const names = Object.keys(fields);
const form = () => Array.from({ length: random(14) }, () => {
  const name = often(95, () => one(names), word);
  const value = (fields[name] ?? word)();
  return often(95, () => `${encodeURIComponent(name.toWellFormed?.() ?? name)}=${encodeURIComponent(value)}`, () => `${name}=${value}`);
}).join(one(["&", "&", "&", "&&", ";"]));
const segment = () => often(60, () => one(["horing-2027", "1", "b3", "mitt", "svar", "tekst", "innspill.csv"]), () => encodeURIComponent(one(odd)));
const path = () => often(80, () => one(["/horing/", "/horing/mitt", "/horing/horing-2027", "/horing/horing-2027/svar", "/horing/horing-2027/tekst/b3", "/intern/",
  "/intern/inn", "/intern/svar/horing-2027/1", "/intern/sladd/horing-2027/1", "/intern/vurdering", "/intern/logg", "/intern/personvern", "/intern/fil/horing-2027/x.csv", "/healthz", "/readyz", "/"]),
  () => `/${Array.from({ length: 1 + random(4) }, segment).join("/")}`);
const heads = () => Array.from({ length: random(4) }, () => one(["Cookie: __Host-planverk=00", "Origin: http://localhost", "Origin: null", "Sec-Fetch-Site: cross-site", "X-Forwarded-For: 1.2.3.4",
  "Accept: */*", "Range: bytes=0-1", "Expect: 100-continue", "Connection: keep-alive", "Connection: upgrade\r\nUpgrade: h2c", "If-None-Match: *", `X: ${"y".repeat(random(3000))}`]));
function request() {
  const method = often(90, () => one(["GET", "POST", "POST", "POST", "HEAD"]), () => one(["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "FOO", "get"]));
  const query = often(30, () => `?${form().replace(/[\s\0]/g, "+")}`, () => "");
  const body = method === "POST" ? form() : "";
  const size = Buffer.byteLength(body) + often(97, () => 0, () => random(20) - 10);
  const kind = often(95, () => "application/x-www-form-urlencoded", () => one(["text/plain", "multipart/form-data; boundary=x", "application/json", ""]));
  const chunked = random(100) < 5;
  const about = method === "POST" ? [`Content-Type: ${kind}`, chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${size}`] : [];
  const lines = [`${method} ${path()}${query} HTTP/1.${often(95, () => 1, () => random(3))}`, "Host: localhost", "Connection: close", ...about, ...heads()];
  const sent = chunked ? `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n` : body;
  let bytes = Buffer.from(`${lines.join("\r\n")}\r\n\r\n${sent}`);
  if (random(100) < 8) for (let times = random(4) + 1; times > 0; times -= 1) bytes[random(bytes.length)] = random(256);
  if (random(100) < 3) bytes = bytes.subarray(0, random(bytes.length));
  return bytes;
}
const send = (port, bytes) => new Promise((resolve) => {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.setEncoding("latin1").setTimeout(25000, () => { resolve("no answer and no end"); socket.destroy(); });
  socket.on("data", (data) => { if (text.length < 200) text += data; });
  socket.on("error", () => resolve(text || "closed"));
  socket.on("close", () => resolve(text || "closed"));
  socket.write(bytes);
  socket.end();
});

const home = folder();
const { child, port } = await start(program, home);
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
const statuses = {}, bad = [];
let count = 0;
const ends = performance.now() + Number(minutes) * 60000;
let asked = performance.now() - 60000;
const client = async () => {
  while (performance.now() < ends && bad.length < 10) {
    if (performance.now() - asked > 60000) {
      asked = performance.now();
      key = await token(port);
    }
    const bytes = request();
    const answer = await send(port, bytes);
    count += 1;
    const status = /^HTTP\/1\.[01] (\d+)/.exec(answer)?.[1] ?? answer.slice(0, 30);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (/^5|no answer/.test(status)) bad.push(`${status}: ${JSON.stringify(bytes.toString("latin1").slice(0, 600))}`);
  }
};
await Promise.all(Array.from({ length: 16 }, client));
const well = (await ask(port, "/readyz")).status;
bad.slice(0, 5).forEach((line) => console.log(line));
const panics = (child.log.match(/panicked/g) ?? []).length;
console.log(`${count} requests with seed ${seed}, ${minutes} minutes: ${JSON.stringify(statuses)}; ${memory().toFixed(0)} MB`);
await stop(child);
limits([["failures", bad.length, 0, 0], ["panics", panics, 0, 0], ["readyz", well, 200, 200]]);
