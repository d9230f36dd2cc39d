// Builds the site once and runs every test file over it, two at a time, for a browser often waits for its next frame:
// `npm test`, or `npm test -- pages` for one. What measures how fast a page shows runs alone.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { buildSites, builtSite, pagesOf } from "./lib/site.mjs";

/** The files that nothing may run beside. */
const ALONE = new Set(["lighthouse.test.mjs"]);

const wanted = process.argv.slice(2);
const here = import.meta.dirname;
const files = readdirSync(here).filter((file) => file.endsWith(".test.mjs"));
const chosen = files.filter((file) => wanted.length === 0 || wanted.some((word) => file.startsWith(word)));
if (chosen.length === 0) throw new Error(`no test file begins with ${wanted.join(", ")}`);

const site = builtSite();
const temporary = mkdtempSync(join(tmpdir(), "planverk-sites-"));
const sites = buildSites(site.folder, temporary);
for (const { name, folder } of sites) console.log(`${pagesOf(folder).length} pages of ${name}`);
const alone = chosen.filter((file) => ALONE.has(file));
const together = chosen.filter((file) => !ALONE.has(file));
const failed = [run(alone, 1), run(together, 2)].some((status) => status !== 0);
site.remove();
rmSync(temporary, { recursive: true, force: true });
process.exit(failed ? 1 : 0);

/** Runs test files, some at a time; what the process ended with. */
function run(files, atATime) {
  if (files.length === 0) return 0;
  const paths = files.map((file) => join(here, file));
  const environment = { ...process.env, PLANVERK_SITE: site.folder, PLANVERK_SITES: JSON.stringify(sites) };
  const options = ["--test", `--test-concurrency=${atATime}`, "--test-reporter=spec"];
  return spawnSync(process.execPath, [...options, ...paths], { stdio: "inherit", env: environment }).status;
}
