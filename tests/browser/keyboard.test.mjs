// A page of every kind by keyboard alone: the skip link first, and a mark on whatever has focus.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";

import { DESKTOP, PHONE, settle, watched } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";
import { onePerKind } from "./lib/site.mjs";

/** How far to walk on each page. */
const MOST_STEPS = 40;
/** How many pages are under test at a time. */
const AT_A_TIME = 2;

describe("keyboard", { concurrency: AT_A_TIME }, () => {
  const free = [];
  before(async () => free.push(...await Promise.all(Array.from({ length: AT_A_TIME }, () => watched(browser)))));

  for (const { address, kind } of onePerKind(pages)) {
    it(`${address} (${kind})`, async () => {
      const reader = free.pop();
      try {
        await reader.page.setViewportSize(PHONE);
        await settle(reader, origin + address);
        await skips(reader.page);
        await reader.page.setViewportSize(DESKTOP);
        await settle(reader, origin + address);
        none(await unmarked(reader.page), "stops");
      } finally {
        free.push(reader);
      }
    });
  }
});

/** The first stop leads to the text. */
async function skips(page) {
  await page.keyboard.press("Tab");
  const link = await page.evaluate(focused);
  assert.ok(link, "nothing has focus after Tab");
  assert.match(link.href ?? "", /^#/, `the first stop is ${link.html}, no link within the page`);
  assert.ok(link.seen, `the skip link cannot be seen: ${link.html}`);
  await page.keyboard.press("Enter");
  const inMain = () => document.activeElement.closest("main") !== null;
  assert.ok(await page.evaluate(inMain), "focus is not in <main> after the skip link");
}

/**
 * Walks with Tab and tells which stops cannot be seen, or look the same with focus as without. In dark colours each is given
 * focus once more by script, which shows as that of a keyboard does where a key was pressed last: as many changes of
 * colours as stops would take most of the time.
 */
async function unmarked(page) {
  const faults = [];
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(() => { globalThis.planverkStops = []; });
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (stop === null) break;
    if (!stop.seen) faults.push(`hidden or covered: ${stop.html}`);
  }
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const plain = await page.evaluate(alike);
    faults.push(...plain.map((html) => `no mark of focus, ${colorScheme}: ${html}`));
  }
  return faults;
}

/** In the page: what has focus, or null at the end of the page. */
function focused() {
  const part = document.activeElement;
  if (part === null || part === document.body || part === document.documentElement) return null;
  globalThis.planverkStops?.push(part);
  const boxes = [...part.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const seen = boxes.some((box) => {
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return top !== null && (part.contains(top) || top.contains(part) || top.closest("label")?.control === part);
  });
  return { html: part.outerHTML.slice(0, 120), href: part.getAttribute("href"), seen };
}

/** In the page: which of the stops look the same with focus as without it? */
function alike() {
  const look = (part) => {
    const style = getComputedStyle(part);
    const outline = style.outlineStyle === "none" || style.outlineWidth === "0px" ? "none" : style.outline;
    return JSON.stringify([outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration]);
  };
  const isAlike = (part) => {
    part.focus({ preventScroll: true });
    const isKeyboards = document.activeElement === part && part.matches(":focus-visible");
    const marked = look(part);
    part.blur();
    return !isKeyboards || marked === look(part);
  };
  return globalThis.planverkStops.filter(isAlike).map((part) => part.outerHTML.slice(0, 120));
}
