// A page of every kind by keyboard alone: the skip link first, and a mark on whatever has focus.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { DESKTOP, open, PHONE } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";
import { onePerKind } from "./lib/site.mjs";

/** How far to walk on each page. */
const MOST_STEPS = 40;

describe("keyboard", { concurrency: 2 }, () => {
  for (const { address, kind } of onePerKind(pages)) {
    it(`${address} (${kind}): the first stop leads to the text`, async (test) => {
      const { page, close } = await open(browser, origin + address, { viewport: PHONE });
      test.after(close);
      await page.keyboard.press("Tab");
      const link = await page.evaluate(focused);
      assert.ok(link, "nothing has focus after Tab");
      assert.match(link.href ?? "", /^#/, `the first stop is ${link.html}, no link within the page`);
      assert.ok(link.seen, `the skip link cannot be seen: ${link.html}`);
      await page.keyboard.press("Enter");
      const inMain = () => document.activeElement.closest("main") !== null;
      assert.ok(await page.evaluate(inMain), "focus is not in <main> after the skip link");
    });

    for (const colorScheme of ["light", "dark"]) {
      it(`${address} (${kind}): what has focus shows it, ${colorScheme}`, async (test) => {
        const { page, close } = await open(browser, origin + address, { viewport: DESKTOP, colorScheme });
        test.after(close);
        none(await unmarked(page), "stops");
      });
    }
  }
});

/** Walks with Tab and tells which stops look the same with focus as without, or cannot be seen. */
async function unmarked(page) {
  const faults = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(focused);
    if (now === null) break;
    const without = await page.evaluate(looksWithout);
    if (!now.seen) faults.push(`hidden or covered: ${now.html}`);
    else if (JSON.stringify(now.look) === without) faults.push(`no mark of focus: ${now.html}`);
  }
  return faults;
}

/** In the page: what has focus, or null at the end of the page. */
function focused() {
  const part = document.activeElement;
  if (part === null || part === document.body || part === document.documentElement) return null;
  globalThis.lookOf ??= (of) => {
    const style = getComputedStyle(of);
    const outline = style.outlineStyle === "none" || style.outlineWidth === "0px" ? "none" : style.outline;
    return [outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration];
  };
  const boxes = [...part.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const seen = boxes.some((box) => {
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return top !== null && (part.contains(top) || top.contains(part) || top.closest("label")?.control === part);
  });
  return { html: part.outerHTML.slice(0, 120), href: part.getAttribute("href"), seen, look: globalThis.lookOf(part) };
}

/** In the page: how the thing with focus looks without it; focus comes back to it. */
function looksWithout() {
  const part = document.activeElement;
  const top = [scrollX, scrollY];
  part.blur();
  const look = JSON.stringify(globalThis.lookOf(part));
  part.focus({ preventScroll: true });
  scrollTo(...top);
  return look;
}
