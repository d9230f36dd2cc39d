// Servers of planverk's own, started for a test, and what a test of a hearing begins and ends with.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { DESKTOP, launch, open } from "./browser.mjs";

/** The program under test; the tests of a service are skipped without one. */
export const program = process.env.PLANVERK_BIN;
export const skip = program ? false : "needs the program: PLANVERK_BIN";

/** The password of every account that a test makes. */
const PASSWORD = "korrekt hest batteri";

/** A port that nobody listens at. */
export function freePort() {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  }));
}

/**
 * A folder with the configuration of a hearing service on a free port, and accounts for moderators. `fill` puts the site
 * there, or what it is built of, and is told the folder and the address; `settings` are further lines of `hearing.toml`.
 */
export async function town({ fill, settings = "", moderators = [] }) {
  const home = mkdtempSync(join(tmpdir(), "hearing-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const own = `address = "${origin}"\nlisten = "127.0.0.1:${port}"\nserve_site = true\n`;
  writeFileSync(join(home, "hearing.toml"), own + settings);
  fill(home, origin);
  for (const name of moderators) {
    execFileSync(program, ["hearing", "user", "add", name], { cwd: home, input: PASSWORD });
  }
  const service = await serveHearing(home);
  const close = () => {
    service.kill();
    rmSync(home, { recursive: true, force: true });
  };
  return { home, origin, close };
}

/** A town and a browser, which `close` ends both. */
export async function townAndBrowser(told) {
  const place = await town(told);
  const browser = await launch();
  const close = async () => {
    await browser.close();
    place.close();
  };
  return { ...place, browser, close };
}

/** A page on which a moderator has signed in. */
export async function signedIn(browser, origin, name) {
  const opened = await open(browser, `${origin}/intern/inn`, { viewport: DESKTOP, bypassCSP: true });
  await signIn(opened.page, name);
  return opened;
}

/** Signs in on a page that asks for it. */
export async function signIn(page, name) {
  await page.fill("#name", name);
  await page.fill("#password", PASSWORD);
  await page.click("main button");
  await page.waitForURL(/\/intern\/$/);
}

/** The hearing service of a folder, once it listens; it is an error if it ends before. */
function serveHearing(home) {
  const service = spawn(program, ["hearing", "serve"], { cwd: home, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  service.stderr.on("data", (text) => { said += text; });
  return new Promise((resolve, reject) => {
    service.stdout.once("data", () => resolve(service));
    service.once("exit", (code) => reject(new Error(`the service ended with ${code}: ${said}`)));
  });
}
