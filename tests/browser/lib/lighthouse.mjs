// One run of Lighthouse as on a phone.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { executablePath, flags } from "./browser.mjs";

/** Least scores of each category. */
const LEAST = { accessibility: 100, "best-practices": 100, seo: 100, performance: 98 };

/** The scores and times of a page, and what pulled the scores down where they are too low. */
export async function scores(url) {
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
    const shown = { contentful: "first-contentful-paint", largest: "largest-contentful-paint", blocked: "total-blocking-time", shift: "cumulative-layout-shift" };
    const times = Object.fromEntries(Object.entries(shown).map(([name, id]) => [name, lhr.audits[id]?.displayValue]));
    return { scores: found, times, faults: low.length > 0 && faults.length === 0 ? [`low: ${low}`] : faults };
  } finally {
    chrome.kill();
  }
}
