// Lighthouse on a phone over the front page, an area, an indicator, the matrix and the whole plan:
//   node tests/soak/lighthouse/run.mjs [SITE]
//
// Speed is measured on a machine that others may use too, so the best of some runs counts. All runs are told; it ends
// with 1 when a page falls short. Its packages are those of tests/browser.

import { scores } from "../../browser/lib/lighthouse.mjs";
import { serve } from "../../browser/lib/serve.mjs";
import { builtSite, pagesOf } from "../../browser/lib/site.mjs";

const KINDS = ["front", "development-area", "indicator", "matrix", "whole"];
const MOST_RUNS = 3;

if (process.argv[2]) process.env.PLANVERK_SITE = process.argv[2];
const site = builtSite();
const server = await serve(site.folder);
const pages = pagesOf(site.folder);
let short = 0;

for (const kind of KINDS) {
  const of = pages.filter((page) => page.kind === kind);
  if (of.length === 0) throw new Error(`the site has no page of the kind ${kind}`);
  // The heaviest of its kind.
  const page = of.reduce((one, other) => (other.html.length > one.html.length ? other : one));
  let report;
  for (let run = 1; run <= MOST_RUNS; run += 1) {
    report = await scores(server.origin + page.address);
    console.log(`${page.address} (${kind}), run ${run}: ${JSON.stringify(report.scores)} ${JSON.stringify(report.times)}`);
    if (report.faults.length === 0) break;
  }
  for (const fault of report.faults) console.log(`    ${fault}`);
  short += report.faults.length > 0 ? 1 : 0;
}

await server.close();
site.remove();
process.exit(short > 0 ? 1 : 0);
