// Without JavaScript nothing is missing: each block of text that a reader meets with it is there.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { open } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";
import { sampleOf } from "./lib/site.mjs";

describe("without JavaScript", { concurrency: 2 }, () => {
  for (const { address, kind } of sampleOf(pages)) {
    it(`${address} (${kind})`, async () => {
      const [with_, without] = [await blocks(address, true), await blocks(address, false)];
      assert.ok(without.length > 0, "there is text");
      none(with_.filter((block) => !without.includes(block)), "only with a script");
    });
  }
});

/** The blocks of text in <main> that can be seen; what a script adds lives under `data-added`. */
async function blocks(address, javaScriptEnabled) {
  const { page, close } = await open(browser, origin + address, { javaScriptEnabled });
  const found = await page.locator("main :is(h1, h2, h3, h4, p, li, th, td, dt, dd, figcaption, summary)").evaluateAll(
    (parts) => parts
      .filter((part) => part.checkVisibility() && part.closest("[data-added]") === null)
      .map((part) => part.innerText.replace(/\s+/g, " ").trim())
      .filter((text) => text !== ""),
  );
  await close();
  return found;
}
