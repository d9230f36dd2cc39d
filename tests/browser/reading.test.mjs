// Reading along: the contents follow, and every heading and paragraph gives its address away.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { DESKTOP, open, PHONE } from "./lib/browser.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";

const { address } = pages.find((page) => page.kind === "development-area");

/** An area's page that may use the clipboard. */
async function opened(test, options = {}) {
  const { page, context, close } = await open(browser, origin + address, { viewport: DESKTOP, ...options });
  test.after(close);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  return page;
}

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const place = (page) => page.evaluate(() => new URL(document.activeElement.href).hash);

describe("reading along", () => {
  for (const viewport of [DESKTOP, PHONE]) {
    it(`the contents tell where the reader is, ${viewport.width} px wide`, async (test) => {
      const page = await opened(test, { viewport });
      const lines = page.locator(".contents a");
      const third = await lines.nth(2).getAttribute("href");
      await page.evaluate((hash) => document.getElementById(hash.slice(1)).scrollIntoView(), third);
      const marked = page.locator(".contents [aria-current=location]");
      await page.waitForFunction((hash) => document.querySelector(".contents [aria-current=location]")?.hash === hash, third);
      assert.equal(await marked.count(), 1);
      if (viewport === DESKTOP) assert.ok(await marked.first().isVisible(), "the contents come along");
    });
  }

  it("a heading's address is copied by keyboard, and that is announced", async (test) => {
    const page = await opened(test);
    const heading = page.locator("main h2[id]").first();
    await heading.locator(".link-here").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("[role=status][data-added]").textContent !== "");
    assert.equal(await copied(page), `${origin}${address}#${await heading.getAttribute("id")}`);
    assert.equal(await page.locator("[role=status][data-added]").textContent(), await page.locator("main").getAttribute("data-copied"));
  });

  it("arrow keys go on to the next paragraph, and back", async (test) => {
    const page = await opened(test);
    await page.locator("main .prose h2[id]:has(+ p[id]) > .link-here").first().focus();
    const first = await place(page);
    await page.keyboard.press("ArrowDown");
    const next = await place(page);
    assert.match(next, /^#P[0-9a-f]{5}/);
    await page.keyboard.press("Enter");
    await page.waitForFunction((hash) => location.hash === hash, next);
    await page.keyboard.press("ArrowUp");
    assert.equal(await place(page), first);
  });

  it("a pointer over a paragraph shows its link", async (test) => {
    const page = await opened(test);
    const paragraph = page.locator(".prose > p[id]").first();
    await paragraph.hover();
    const link = paragraph.locator(".link-here");
    assert.ok(await link.getAttribute("aria-label"));
    await link.click();
    assert.equal(await copied(page), `${origin}${address}#${await paragraph.getAttribute("id")}`);
  });

  it("without JavaScript headings and paragraphs keep their addresses", async (test) => {
    const { page, close } = await open(browser, origin + address, { javaScriptEnabled: false });
    test.after(close);
    assert.equal(await page.locator(".link-here").count(), 0);
    assert.ok(await page.locator("main h2[id]").count() > 3);
    assert.ok(await page.locator(".prose p[id]").count() > 3);
  });
});
