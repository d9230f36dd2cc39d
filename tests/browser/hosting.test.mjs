// The example configurations, in the servers that they are for. A server that is not installed is left out:
// apt-get install nginx-light caddy

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

import { folder } from "./lib/setup.mjs";

const examples = join(import.meta.dirname, "../../examples/hosting");
const policy = /Content-Security-Policy: (.+)/.exec(readFileSync(join(examples, "_headers"), "utf8"))[1];

it("nginx serves the site as its example says", async (test) => {
  if (spawnSync("nginx", ["-v"]).error) return test.skip("there is no nginx here");
  const { home, port } = await place(test);
  const server = readFileSync(join(examples, "nginx.conf"), "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("listen [::]:80;", "")
    .replace("/srv/www/plan", folder);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${home};`);
  const whole = `pid ${home}/pid; error_log ${home}/error.log; daemon off; worker_processes 1;
    ${process.getuid() === 0 ? "user root;" : ""}
    events {}
    http { include /etc/nginx/mime.types; access_log off; ${temporary.join(" ")} ${server} }`;
  const config = join(home, "nginx.conf");
  writeFileSync(config, whole);
  execFileSync("nginx", ["-t", "-q", "-c", config, "-e", join(home, "error.log")]);
  await check(test, "nginx", ["-c", config, "-e", join(home, "error.log")], port);
});

it("Caddy serves the site as its example says", async (test) => {
  if (spawnSync("caddy", ["version"]).error) return test.skip("there is no Caddy here");
  const { home, port } = await place(test);
  const example = readFileSync(join(examples, "Caddyfile"), "utf8");
  const config = join(home, "Caddyfile");
  const global = `{\n\tadmin off\n\tstorage file_system ${home}\n}\n`;
  const here = example.replace("plan.example.no", `http://127.0.0.1:${port}`).replace("/srv/www/plan", folder);
  writeFileSync(config, global + here);
  await check(test, "caddy", ["run", "--config", config, "--adapter", "caddyfile"], port);
});

/** A folder for what a server writes, and a port that is free. */
async function place(test) {
  const home = mkdtempSync(join(tmpdir(), "planverk-hosting-"));
  test.after(() => rmSync(home, { recursive: true, force: true }));
  const probe = createServer();
  await new Promise((ready) => probe.listen(0, "127.0.0.1", ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return { home, port };
}

/** Starts a server and asks it for a page, a file that never changes, what is missing and what is hidden. */
async function check(test, program, args, port) {
  const server = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (part) => (said += part));
  test.after(() => server.kill());
  const get = (path) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { "accept-encoding": "gzip" } });
  for (let tries = 0; ; tries += 1) {
    const answer = await get("/").catch(() => null);
    if (answer) break;
    assert.ok(tries < 100 && server.exitCode === null, `${program} does not answer: ${said}`);
    await wait(100);
  }
  const style = readdirSync(join(folder, "assets")).find((name) => name.endsWith(".css"));
  for (const [path, status, cache] of [
    ["/", 200, /no-cache|must-revalidate/],
    [`/assets/${style}`, 200, /max-age=31536000, immutable/],
    ["/finnes-ikke.html", 404, null],
    ["/.planverk", 404, null],
  ]) {
    const answer = await get(path);
    assert.equal(answer.status, status, path);
    assert.equal(answer.headers.get("content-security-policy"), policy, path);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff", path);
    if (cache) assert.match(answer.headers.get("cache-control"), cache, path);
    if (status === 200) assert.equal(answer.headers.get("content-encoding"), "gzip", path);
    if (status === 404) assert.match(await answer.text(), /data-kind="not-found"/, path);
  }
}
