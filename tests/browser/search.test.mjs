// Search as readers use it: by keyboard, by pointer, by a shared address, and without JavaScript.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import axe from "axe-core";

import { DESKTOP, open, PHONE } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const START = "/innledning/slik-leser-du-planen.html";
const INPUT = "dialog [role=combobox]";

/** A page with the dialog open and something typed. */
async function asked(query, options = {}) {
  const opened = await open(browser, origin + (options.start ?? START), { viewport: DESKTOP, ...options });
  await opened.page.keyboard.press("/");
  await opened.page.waitForSelector("dialog[open]");
  await opened.page.keyboard.type(query);
  await opened.page.waitForSelector("dialog [role=option]");
  return opened;
}

const active = (page) => page.evaluate(() => {
  const input = document.querySelector("dialog [role=combobox]");
  return document.getElementById(input.getAttribute("aria-activedescendant"))?.getAttribute("href") ?? null;
});

/** Light and dark. */
async function checkAxe(page) {
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), TAGS);
    none(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)), `axe, ${colorScheme}`);
  }
}

describe("the search dialog", { concurrency: 2 }, () => {
  it("opens with / and with a click, and Escape gives the focus back", async (test) => {
    const { page, close, complaints } = await open(browser, origin + START, { viewport: PHONE });
    test.after(close);
    await page.click(".search-box");
    await page.waitForSelector("dialog[open]");
    assert.ok(await page.evaluate(() => document.activeElement.matches("[role=combobox]")), "focus is in the box");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog[open]", { state: "detached" });
    assert.ok(await page.evaluate(() => document.activeElement.matches(".search-box")), "focus is back");
    await page.keyboard.press("/");
    await page.waitForSelector("dialog[open]");
    none(complaints, "complaints");
  });

  it("shows results as they are typed, and tells how many", async (test) => {
    const { page, close, complaints } = await asked("ventetid ppt");
    test.after(close);
    const first = await page.locator("dialog [role=option]").first().getAttribute("href");
    assert.match(first, /ventetid-ppt\.html/);
    assert.match(await page.locator("dialog [role=status]").innerText(), /^\d+ treff/);
    assert.equal(await page.locator(INPUT).getAttribute("aria-expanded"), "true");
    assert.ok((await page.locator("dialog mark").count()) > 0, "words are marked");
    none(complaints, "complaints");
  });

  it("is walked with arrows, round and back to the box, and opened with Enter", async (test) => {
    const { page, close } = await asked("ventetid ppt");
    test.after(close);
    const hrefs = await page.locator("dialog [role=option]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    assert.equal(await active(page), null);
    await page.keyboard.press("ArrowDown");
    assert.equal(await active(page), hrefs[0]);
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(page), null, "above the first is the box");
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(page), hrefs.at(-1), "and above that the last");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await Promise.all([page.waitForURL(/ventetid-ppt/), page.keyboard.press("Enter")]);
  });

  it("goes to all results with Enter when none is chosen", async (test) => {
    const { page, close } = await asked("skole");
    test.after(close);
    await Promise.all([page.waitForURL(`${origin}/sok/?q=skole`), page.keyboard.press("Enter")]);
    await page.waitForSelector(".search-results li");
  });

  it("says when a word was read as another, and when nothing is found", async (test) => {
    const { page, close } = await asked("kvalitetsvektøy");
    test.after(close);
    assert.match(await page.locator("dialog [role=status]").innerText(), /Fant ikke «kvalitetsvektøy»\. Viser treff på «kvalitetsverktøy/);
    await page.fill(INPUT, "qqqqqqqq");
    await page.waitForSelector("dialog [role=option]", { state: "detached" });
    assert.match(await page.locator("dialog [role=status]").innerText(), /Ingen treff/);
    assert.equal(await page.locator(INPUT).getAttribute("aria-expanded"), "false");
  });

  it("writes what is in the plan and in the query as text", async (test) => {
    const { page, close, complaints } = await asked("skole");
    test.after(close);
    await page.fill(INPUT, "<img src=x onerror=alert(1)> skole");
    await page.waitForSelector("dialog [role=option]");
    assert.equal(await page.locator("dialog img").count(), 0);
    none(complaints, "complaints");
  });

  for (const viewport of [PHONE, DESKTOP]) {
    it(`axe finds nothing at ${viewport.width} px`, async (test) => {
      const { page, close } = await asked("mobbing", { viewport });
      test.after(close);
      await page.keyboard.press("ArrowDown");
      await checkAxe(page);
    });
  }
});

describe("the page that searches", { concurrency: 2 }, () => {
  const results = ".search-results li";
  const found = async (query, options = {}) => {
    const opened = await open(browser, `${origin}/sok/?${query}`, { viewport: DESKTOP, ...options });
    await opened.page.waitForSelector(results);
    return opened;
  };

  it("shows what an address asks for, and keeps the address in step", async (test) => {
    const { page, close, complaints } = await found("q=mobbing");
    test.after(close);
    assert.equal(await page.inputValue(".search-page input"), "mobbing");
    assert.match(await page.locator(`${results} h2`).first().innerText(), /mobbe/i);
    await page.fill(".search-page input", "lek");
    await page.waitForURL(/q=lek/);
    none(complaints, "complaints");
  });

  it("filters by kind and by audience, and the address says so", async (test) => {
    const { page, close } = await found("q=skole");
    test.after(close);
    const all = await page.locator(results).count();
    await page.click(".search-chip:has-text('Tiltak')");
    await page.waitForURL(/kind=measure/);
    const kinds = await page.locator(`${results} .kind-name`).allInnerTexts();
    assert.ok(kinds.length > 0 && kinds.length < all && kinds.every((kind) => kind.startsWith("Tiltak")), kinds.join(", "));
    assert.equal(await page.locator(".search-chip[aria-pressed=true]").count(), 1);
    await page.selectOption(".search-page select", { index: 1 });
    await page.waitForURL(/audience=/);
    assert.match(await page.locator(".search-page [role=status]").innerText(), /av \d+ treff/);
    const shared = page.url();
    const titles = await page.locator(`${results} h2`).allInnerTexts();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes("audience"));
    const other = await open(browser, shared, { viewport: PHONE });
    test.after(other.close);
    await other.page.waitForSelector(results);
    assert.deepEqual(await other.page.locator(`${results} h2`).allInnerTexts(), titles, "a shared address shows the same");
  });

  it("going back comes back to the same place", async (test) => {
    const { page, close } = await found("q=barn");
    test.after(close);
    await page.click(".search-page button:has-text('flere')");
    await page.waitForURL(/n=40/);
    const last = page.locator(`${results} a`).nth(30);
    await last.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 500, `${before}`);
    await Promise.all([page.waitForEvent("load"), last.click()]);
    await page.goBack();
    await page.waitForSelector(`${results}:nth-child(31)`);
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 50, before);
  });

  for (const viewport of [PHONE, DESKTOP]) {
    it(`axe finds nothing at ${viewport.width} px`, async (test) => {
      const { page, close } = await found("q=skole&kind=measure", { viewport });
      test.after(close);
      await checkAxe(page);
    });
  }
});

describe("without JavaScript", () => {
  it("the box leads to the register, from every page", async (test) => {
    const { page, close } = await open(browser, origin + START, { javaScriptEnabled: false });
    test.after(close);
    await Promise.all([page.waitForURL(/register\.html$/), page.click(".search-box")]);
    const without = pages.filter(({ html }) => !/class="search-box" href="[^"]*register\.html"/.test(html));
    none(without.map(({ address }) => address), "pages without a box");
  });

  it("the page that searches leads to the register", async (test) => {
    const { page, close } = await open(browser, `${origin}/sok/`, { javaScriptEnabled: false });
    test.after(close);
    await Promise.all([page.waitForURL(/register\.html$/), page.click(".search-page a")]);
  });
});

describe("when the index can't be fetched", () => {
  it("the dialog says so and leads to the register", async (test) => {
    const { page, context, close } = await open(browser, origin + START, { viewport: DESKTOP });
    test.after(close);
    await context.route("**/index.json", (route) => route.abort());
    await page.keyboard.press("/");
    await page.waitForSelector("dialog [role=status] a");
    assert.match(await page.locator("dialog [role=status] a").getAttribute("href"), /register\.html$/);
  });
});
