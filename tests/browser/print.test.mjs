// The plan on one page becomes a document on paper, with all its headings, dark on light.

import assert from "node:assert/strict";
import { it } from "node:test";

import { DESKTOP, open } from "./lib/browser.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";
import { longest } from "./lib/site.mjs";

const wholePlan = pages.find((page) => page.kind === "whole") ?? longest(pages);

it(`${wholePlan.address} (${wholePlan.kind}) prints`, async (test) => {
  const { page, close } = await open(browser, origin + wholePlan.address, { viewport: DESKTOP, colorScheme: "dark" });
  test.after(close);
  const headings = () =>
    page.locator("main :is(h1, h2, h3, h4)").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.innerText));
  const onScreen = await headings();
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  assert.deepEqual(await headings(), onScreen, "headings on paper as on the screen");
  const navigation = await page.locator("header nav, main nav.pager").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  assert.equal(navigation, 0, "navigation has no place on paper");
  const pdf = await page.pdf({ format: "A4", tagged: true, outline: true });
  const text = pdf.toString("latin1");
  assert.ok(text.startsWith("%PDF-"), "a PDF");
  assert.match(text, /\/StructTreeRoot/, "with its structure, for screen readers");
  const sheets = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(sheets >= 1, "with pages");
  test.diagnostic(`${sheets} pages of A4`);
});
