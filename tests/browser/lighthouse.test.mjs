// Lighthouse on a phone, over the front page and the longest page but the one made for paper. The other kinds of
// pages are run by tests/soak/lighthouse.

import { describe, it } from "node:test";

import { none } from "./lib/check.mjs";
import { scores } from "./lib/lighthouse.mjs";
import { serve } from "./lib/serve.mjs";
import { builtSite, longest, pagesOf } from "./lib/site.mjs";

/** Speed is measured on a machine that others may use too, so the best of three counts. */
const MOST_RUNS = 3;

const site = builtSite();
const pages = pagesOf(site.folder);
const front = pages.find((page) => page.address === "/") ?? pages[0];
const long = longest(pages.filter((page) => page.kind !== "whole"));

describe("lighthouse", async () => {
  for (const page of new Set([front, long])) {
    it(`${page.address} (${page.kind})`, async (test) => {
      const server = await serve(site.folder);
      test.after(server.close);
      let report;
      for (let run = 1; run <= MOST_RUNS; run += 1) {
        report = await scores(server.origin + page.address);
        test.diagnostic(`run ${run}: ${JSON.stringify(report.scores)}`);
        if (report.faults.length === 0) break;
      }
      none(report.faults, JSON.stringify(report.scores));
    });
  }
});
