// Builds the site once and runs every test file over it: `npm test`, or `npm test -- axe` for one.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { builtSite, pagesOf } from "./lib/site.mjs";

const wanted = process.argv.slice(2);
const here = import.meta.dirname;
const files = readdirSync(here).filter((file) => file.endsWith(".test.mjs"));
const chosen = files.filter((file) => wanted.length === 0 || wanted.some((word) => file.startsWith(word)));
if (chosen.length === 0) throw new Error(`no test file begins with ${wanted.join(", ")}`);

const site = builtSite();
console.log(`${pagesOf(site.folder).length} pages under test`);
const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-concurrency=1", "--test-reporter=spec", ...chosen.map((file) => join(here, file))],
  { stdio: "inherit", env: { ...process.env, PLANVERK_SITE: site.folder } },
);
site.remove();
process.exit(status ?? 1);
