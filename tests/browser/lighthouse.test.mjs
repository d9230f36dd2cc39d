// Lighthouse on a phone, over the front page and the longest page but the one made for paper.

import { describe, it } from "node:test";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { executablePath, flags } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { serve } from "./lib/serve.mjs";
import { builtSite, longest, pagesOf } from "./lib/site.mjs";

/** Least scores; speed is measured on a machine that others may use too, so the best of three counts. */
const LEAST = { accessibility: 100, "best-practices": 100, seo: 100, performance: 98 };
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

/** One run: the scores, and what pulled them down where they are too low. */
async function scores(url) {
  const chrome = await launch({ chromePath: executablePath, chromeFlags: flags, logLevel: "error" });
  try {
    const options = { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error" };
    const { lhr } = await lighthouse(url, options);
    const found = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
    const low = Object.keys(LEAST).filter((name) => !(found[name] >= LEAST[name]));
    const faults = low.flatMap((name) => lhr.categories[name].auditRefs
      .map((ref) => ({ ...lhr.audits[ref.id], weight: ref.weight }))
      .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 1)
      .map((audit) => `${name}: ${audit.title} ${audit.displayValue ?? ""} (${audit.score})`));
    return { scores: found, faults: low.length > 0 && faults.length === 0 ? [`low: ${low}`] : faults };
  } finally {
    chrome.kill();
  }
}
