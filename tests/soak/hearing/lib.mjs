// A hearing service to be pressed: a folder with a small round, the program, and requests to it.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";

const targets = new URL("../../../src/hearing/fixtures/targets.json", import.meta.url);
export const form = "/horing/horing-2027/svar";

/** A folder with a round and a configuration; it goes when the program ends. */
export function folder(settings = "") {
  const home = mkdtempSync(join(tmpdir(), "hearing-"));
  mkdirSync(join(home, "public/horinger/horing-2027"), { recursive: true });
  cpSync(targets, join(home, "public/horinger/horing-2027/targets.json"));
  const limits = "[limits]\nper_minute = 1000000\nfill_seconds = 0\nconnections = 4096\n";
  writeFileSync(join(home, "hearing.toml"), `address = "http://localhost"\nlisten = "127.0.0.1:0"\n${settings}\n${limits}`);
  process.on("exit", () => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** Starts the service and waits until it tells its address. */
export function start(program, home, { shell = "", before = "" } = {}) {
  const began = performance.now();
  const whole = resolvePath(program);
  const child = shell || before
    ? spawn("bash", ["-c", `${shell || ":"}; exec ${before} ${whole} hearing serve`], { cwd: home })
    : spawn(whole, ["hearing", "serve"], { cwd: home });
  child.log = "";
  child.stderr.on("data", (data) => { child.log = (child.log + data).slice(-4000); });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${child.log}`)));
    child.stdout.once("data", (data) => {
      const port = Number(/127\.0\.0\.1:(\d+)/.exec(data)[1]);
      resolve({ child, port, took: performance.now() - began });
    });
  });
}

/** Ends a service and waits until it has gone. */
export function stop(child, signal = "SIGTERM") {
  child.removeAllListeners("exit");
  const gone = child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once("exit", resolve)) : Promise.resolve();
  child.kill(signal);
  return gone;
}

/** Says which of the figures lie outside of what is promised, and ends: rows of name, figure, least, most. */
export function limits(rows) {
  const outside = rows.filter(([, figure, least, most]) => !(figure >= least && figure <= most));
  for (const [name, figure, least, most] of outside) console.log(`NOT AS PROMISED: ${figure} ${name}, promised ${least} to ${most}`);
  console.log(outside.length ? "" : "as promised");
  process.exit(outside.length ? 1 : 0);
}

export const agent = (most) => new Agent({ keepAlive: true, maxSockets: most });

/** Asks, and gives status, heads and text; rejects when the service goes in the middle. */
export function ask(port, path, body, pool, kind = "application/x-www-form-urlencoded", more = {}) {
  const method = body === undefined ? "GET" : "POST";
  const headers = body === undefined ? more : {
    "Content-Type": kind,
    "Content-Length": Buffer.byteLength(body),
    ...more,
  };
  return new Promise((resolve, reject) => {
    // Without a pool a connection of its own: one kept open may be closed by the service just then.
    const sent = request({ port, host: "127.0.0.1", path, method, headers, agent: pool ?? false }, (answer) => {
      const pieces = [];
      answer.on("data", (data) => pieces.push(data));
      answer.on("end", () => {
        const bytes = Buffer.concat(pieces);
        resolve({ status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString() });
      });
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export const uuid = (number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
export const codeIn = (text) => /hearing-code-value">([^<]+)</.exec(text)?.[1];

/** The token of a form; the page to sign in at has one too. */
export async function token(port) {
  return /name="token" value="([^"]+)"/.exec((await ask(port, "/intern/inn")).text)[1];
}

/** Signs in: the session's cookie and the token of its forms; nothing where too many have tried. */
export async function signIn(port, name, password, heads = {}) {
  const fields = { name, password, token: await token(port) };
  const { headers } = await ask(port, "/intern/inn", new URLSearchParams(fields).toString(), undefined, undefined, heads);
  const cookie = headers["set-cookie"]?.[0].split(";")[0];
  if (!cookie) return undefined;
  const { text } = await ask(port, "/intern/konto", undefined, undefined, undefined, { Cookie: cookie });
  return { cookie, token: /name="token" value="([^"]+)"/.exec(text)[1] };
}

/** A submission of the common kind: a comment on a block, an answer, free text. */
export function submission(token, number) {
  const said = "Flere voksne ute i friminuttene gjorde stor forskjell hos oss. ".repeat(4);
  return new URLSearchParams([["token", token], ["uuid", uuid(number)], ["on", "b4"], ["comment", said],
    ["answer", "Ja, de fleste."], ["text", `Nr ${number}.`], ["kind", "private"], ["consent", "1"], ["do", "send"]]).toString();
}
