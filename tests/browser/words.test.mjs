// Long compound words, as plans in Norwegian and Swedish are full of: nothing is pushed off a narrow screen.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";

import { NARROW, settle, watched } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";
import { onePerKind } from "./lib/site.mjs";

const WORDS = "Spesialpedagogikkveilederutdanning og kommunedelplanrevisjonsprosess";

/** Where a plan's own words stand; those of badges are planverk's. Tables scroll by themselves, and have a test of their own below. */
const PLACES = "main :is(h1, h2, h3, h4, dt, dd, p, figcaption, summary, .card-title a):not(.badge), nav a, .masthead a";

describe("long words at 320 px", () => {
  let reader;
  before(async () => { reader = await watched(browser, { viewport: NARROW }); });

  for (const { address, kind } of onePerKind(pages)) {
    it(`${address} (${kind})`, async () => {
      await settle(reader, origin + address);
      const [wide, width] = await reader.page.evaluate(fill, { words: WORDS, places: PLACES });
      none(wide, "wider than the screen");
      assert.ok(width <= 320, `the page is ${width} px wide`);
    });
  }
});

/** Puts the words in every place, and tells which no longer fit. Runs in the page. */
function fill({ words, places }) {
  for (const part of document.querySelectorAll(places)) {
    const texts = [...part.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (texts.length > 0) texts[0].data = words;
  }
  const scrolls = (part) => part.closest(".table, pre, .visually-hidden") !== null;
  const wide = [...document.querySelectorAll(places)].filter((part) => {
    const { right, width } = part.getBoundingClientRect();
    return width > 0 && right > 320.5 && !scrolls(part);
  });
  const told = wide.map((part) => `${part.tagName.toLowerCase()}.${part.className}: ${Math.round(part.getBoundingClientRect().right)} px`);
  return [[...new Set(told)], document.documentElement.scrollWidth];
}
