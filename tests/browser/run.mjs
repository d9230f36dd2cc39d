// Builds the site once and runs every test file over it: `npm test`, or `npm test -- axe` for one.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { buildSites, builtSite, pagesOf } from "./lib/site.mjs";

const wanted = process.argv.slice(2);
const here = import.meta.dirname;
const files = readdirSync(here).filter((file) => file.endsWith(".test.mjs"));
const chosen = files.filter((file) => wanted.length === 0 || wanted.some((word) => file.startsWith(word)));
if (chosen.length === 0) throw new Error(`no test file begins with ${wanted.join(", ")}`);

const site = builtSite();
const temporary = mkdtempSync(join(tmpdir(), "planverk-sites-"));
const sites = buildSites(site.folder, temporary);
for (const { name, folder } of sites) console.log(`${pagesOf(folder).length} pages of ${name}`);
const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-concurrency=1", "--test-reporter=spec", ...chosen.map((file) => join(here, file))],
  { stdio: "inherit", env: { ...process.env, PLANVERK_SITE: site.folder, PLANVERK_SITES: JSON.stringify(sites) } },
);
site.remove();
rmSync(temporary, { recursive: true, force: true });
process.exit(status ?? 1);
