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

    it(`${address} (${kind}): what has focus shows it, light and dark`, async (test) => {
      const { page, close } = await open(browser, origin + address, { viewport: DESKTOP });
      test.after(close);
      none(await unmarked(page), "stops");
    });
  }
});

/** Walks with Tab and tells which stops look the same with focus as without, in either colours, or cannot be seen. */
async function unmarked(page) {
  const faults = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (stop === null) break;
    if (!stop.seen) faults.push(`hidden or covered: ${stop.html}`);
    for (const colorScheme of ["dark", "light"]) {
      await page.emulateMedia({ colorScheme });
      if (!await page.evaluate(isMarked)) faults.push(`no mark of focus, ${colorScheme}: ${stop.html}`);
    }
  }
  return faults;
}

/** In the page: what has focus, or null at the end of the page. */
function focused() {
  const part = document.activeElement;
  if (part === null || part === document.body || part === document.documentElement) return null;
  const boxes = [...part.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const seen = boxes.some((box) => {
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return top !== null && (part.contains(top) || top.contains(part) || top.closest("label")?.control === part);
  });
  return { html: part.outerHTML.slice(0, 120), href: part.getAttribute("href"), seen };
}

/** In the page: does the thing with focus look another way than without it? Focus comes back to it. */
function isMarked() {
  const part = document.activeElement;
  const look = () => {
    const style = getComputedStyle(part);
    const outline = style.outlineStyle === "none" || style.outlineWidth === "0px" ? "none" : style.outline;
    return JSON.stringify([outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration]);
  };
  const top = [scrollX, scrollY];
  const marked = look();
  part.blur();
  const plain = look();
  part.focus({ preventScroll: true });
  scrollTo(...top);
  return marked !== plain;
}
