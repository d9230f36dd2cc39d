// Two pages of every kind, and every overview, opened as a reader would: is each usable by all?

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import axe from "axe-core";

import { DESKTOP, open, PHONE } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";
import { sampleOf } from "./lib/site.mjs";

/** What the page and its styles may weigh over the wire; the plan on one page is made for paper. */
const MOST_BYTES = 60_000;
const HEAVY_KINDS = ["whole"];

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Wide windows with every fold open, narrow ones as they come. */
const VIEWS = [
  { name: "phone, light", size: PHONE, colorScheme: "light", unfold: false },
  { name: "phone, dark", size: PHONE, colorScheme: "dark", unfold: false },
  { name: "desktop, dark", size: DESKTOP, colorScheme: "dark", unfold: true },
  { name: "desktop, light", size: DESKTOP, colorScheme: "light", unfold: true },
];

it("every page tells its kind", () => {
  const untold = pages.filter((page) => page.kind === null).map((page) => page.address);
  none(untold, 'pages without <body data-kind="…">');
  assert.ok(pages.length > 0, "the site has pages");
});

describe("pages", { concurrency: 2 }, () => {
  for (const page of sampleOf(pages)) {
    it(`${page.address} (${page.kind})`, async (test) => {
      const opened = await open(browser, origin + page.address);
      test.after(opened.close);
      await test.test("asks this host alone, quietly, without cookies", () => checkRequests(opened));
      await test.test("is light", () => checkWeight(page, opened));
      for (const view of VIEWS) {
        await test.test(`axe: ${view.name}`, () => checkAxe(opened.page, view));
      }
      await test.test("needs no sideways scrolling at 320 px", () => checkReflow(opened.page));
    });
  }
});

async function checkRequests({ context, requests, complaints }) {
  const others = requests.map((request) => request.url()).filter((url) => !url.startsWith(origin + "/"));
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  none([...others.map((url) => `asked for ${url}`), ...complaints, ...cookies], "not as it should be");
}

async function checkWeight({ kind }, { requests }) {
  const counted = requests.filter((request) => ["document", "stylesheet", "script"].includes(request.resourceType()));
  const sizes = await Promise.all(counted.map((request) => request.sizes()));
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
  if (!HEAVY_KINDS.includes(kind)) assert.ok(bytes <= MOST_BYTES, `${bytes} bytes, at most ${MOST_BYTES}`);
}

async function checkAxe(page, { size, colorScheme, unfold }) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  await page.evaluate((unfold) => {
    for (const fold of document.querySelectorAll("details")) fold.open ||= unfold;
  }, unfold);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options = { runOnly: TAGS, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), options);
  none(violations.map(told), "violations");
}

function told({ id, help, nodes }) {
  const places = nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1).join(";")}`);
  return [`${id}: ${help} (${nodes.length})`, ...places].join("\n");
}

async function checkReflow(page) {
  await page.setViewportSize({ width: 320, height: 640 });
  const [wide, culprits] = await page.evaluate(() => {
    const width = document.documentElement.scrollWidth;
    const tooWide = (part) => part.getBoundingClientRect().right > 321 || part.scrollWidth > 321;
    const outside = [...document.querySelectorAll("body *")].filter(tooWide);
    return [width, outside.slice(0, 5).map((part) => part.outerHTML.slice(0, 80))];
  });
  if (wide > 320) none(culprits, `${wide} px wide, because of`);
  assert.ok(wide <= 320, `${wide} px wide`);
}
