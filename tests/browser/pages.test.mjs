// Every page of the example plan and of the plan that `planverk new` writes in each language, opened as a reader would: is
// each usable by all? One of each kind is looked at with axe, in its four looks, and walked through by keyboard, in one
// language, as the others differ in words alone; of those, one of each kind is read without JavaScript too. In the theme
// Fjord one of each kind is opened. With PLANVERK_EVERY_PAGE=1 all is done to every page of them all. One page of a browser is used for many of the site's.

import assert from "node:assert/strict";
import { after, describe, it } from "node:test";

import axe from "axe-core";

import { DESKTOP, NARROW, PHONE, settle, watched } from "./lib/browser.mjs";
import { tabbed } from "./lib/keyboard.mjs";
import { serve } from "./lib/serve.mjs";
import { browser } from "./lib/setup.mjs";
import { allSites, onePerKind, pagesOf } from "./lib/site.mjs";

/** What a page with its styles and scripts may weigh over the wire, packed with gzip. */
const MOST_BYTES = 60_000;
/** How many pages are under test at a time. */
const AT_A_TIME = 3;

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What colours alone may break; nothing else changes from light to dark. */
const OF_COLORS = ["color-contrast", "link-in-text-block"];

/** The four looks. Wide windows have every fold open, narrow ones have them as they come. */
const LOOKS = [
  { name: "phone, light", size: PHONE, colorScheme: "light", rules: TAGS },
  { name: "phone, dark", size: PHONE, colorScheme: "dark", rules: OF_COLORS },
  { name: "desktop, dark", size: DESKTOP, colorScheme: "dark", rules: OF_COLORS, unfold: true },
  { name: "desktop, light", size: DESKTOP, colorScheme: "light", rules: TAGS },
];

const BLOCKS = "main :is(h1, h2, h3, h4, p, li, th, td, dt, dd, figcaption, summary)";
const IN_PAGE = { blocks: BLOCKS, window: NARROW.width };

const readers = await Promise.all(Array.from({ length: AT_A_TIME }, async () => ({
  scripted: await watched(browser, { viewport: NARROW }),
  plain: await watched(browser, { viewport: NARROW, javaScriptEnabled: false }),
})));
const free = [...readers];

for (const { name, folder, isOtherTheme, isOtherLanguage } of allSites()) {
  const server = await serve(folder);
  after(server.close);
  const all = pagesOf(folder);
  const samples = process.env.PLANVERK_EVERY_PAGE ? all : onePerKind(all);
  const pages = isOtherTheme ? samples : all;
  const thorough = new Set(isOtherLanguage && samples !== all ? [] : samples);
  const bare = new Set(isOtherLanguage ? samples : pages);
  describe(name, { concurrency: AT_A_TIME }, () => {
    it("tells the kind of each page", () => {
      assert.ok(pages.length > 0, "the site has pages");
      assert.deepEqual(pages.filter((page) => page.kind === null).map((page) => page.address), []);
    });
    for (const page of pages) {
      it(`${page.address} (${page.kind})`, async () => {
        const reader = free.pop();
        try {
          const how = { isThorough: thorough.has(page), isBare: bare.has(page) };
          const faults = await faultsOf(reader, server.origin, page, how);
          if (faults.length > 0) assert.fail(faults.join("\n"));
        } finally {
          free.push(reader);
        }
      });
    }
  });
}

/** All that is wrong with a page, one a line. */
async function faultsOf({ scripted, plain }, origin, { address }, { isThorough, isBare }) {
  const { page } = scripted;
  await settle(scripted, origin + address);
  const [blocks, headings, wide] = await page.evaluate(inspected, IN_PAGE);
  const faults = [...await wrongRequests(scripted, origin), ...headings, ...wide];
  if (isThorough) faults.push(...await lookedAt(page));
  if (!isBare) return faults;
  await settle(plain, origin + address);
  const without = new Set((await plain.page.evaluate(inspected, IN_PAGE))[0]);
  if (without.size === 0) faults.push("there is no text without JavaScript");
  faults.push(...blocks.filter((block) => !without.has(block)).map((block) => `only with JavaScript: ${block}`));
  return faults;
}

/** What is wrong with a page in one of its looks, or by keyboard, or narrow with every fold open. */
async function lookedAt(page) {
  const faults = [];
  try {
    await page.evaluate(axe.source);
    for (const look of LOOKS) faults.push(...await violations(page, look));
    faults.push(...await tabbed(page));
  } finally {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(NARROW);
  }
  return [...faults, ...(await page.evaluate(inspected, IN_PAGE))[2]];
}

async function wrongRequests({ context, requests, complaints }, origin) {
  const elsewhere = requests.map((request) => request.url()).filter((url) => !url.startsWith(origin + "/"));
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  const counted = requests.filter((request) => ["document", "stylesheet", "script"].includes(request.resourceType()));
  const sizes = await Promise.all(counted.map((request) => request.sizes()));
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
  const heavy = bytes > MOST_BYTES ? [`weighs ${bytes} bytes, at most ${MOST_BYTES}`] : [];
  return [...elsewhere.map((url) => `asked for ${url}`), ...complaints, ...cookies, ...heavy];
}

/**
 * In the page: the blocks of text in <main> that can be seen, without what a script adds under `data-added`; wrong
 * headings, which is more or fewer than one h1, or a level skipped on the way down; and what is wider than the window.
 */
function inspected({ blocks, window }) {
  const texts = [...document.querySelectorAll(blocks)]
    .filter((part) => part.checkVisibility() && part.closest("[data-added]") === null)
    .map((part) => part.innerText.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1]));
  const tops = levels.filter((level) => level === 1).length;
  const skipped = levels.findIndex((level, at) => level > (levels[at - 1] ?? 0) + 1);
  const headings = [
    ...(tops === 1 ? [] : [`${tops} headings of level 1`]),
    ...(skipped < 0 ? [] : [`heading ${skipped + 1} skips from level ${levels[skipped - 1] ?? 0} to ${levels[skipped]}`]),
  ];
  const width = document.documentElement.scrollWidth;
  if (width <= window) return [texts, headings, []];
  const isOut = (part) => part.getBoundingClientRect().right > window + 1 || part.scrollWidth > window + 1;
  const culprits = [...document.querySelectorAll("body *")].filter(isOut).slice(0, 5);
  return [texts, headings, [`${width} px wide at ${window}`, ...culprits.map((part) => `    ${part.outerHTML.slice(0, 80)}`)]];
}

async function violations(page, { name, size, colorScheme, rules, unfold }) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  const { violations } = await page.evaluate(([rules, unfold]) => {
    if (unfold) for (const fold of document.querySelectorAll("details")) fold.open = true;
    return globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  }, [rules, unfold]);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1).join(";")}`);
    return [`axe, ${name}: ${id}: ${help} (${nodes.length})`, ...places].join("\n");
  });
}
