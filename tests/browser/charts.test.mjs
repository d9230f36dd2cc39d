// Charts as a browser sets them: can every word be read, in any size, and every line be told from its ground?

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { open, settle, watched } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { writePlan } from "./lib/figures.mjs";
import { serve } from "./lib/serve.mjs";
import { browser, origin, pages } from "./lib/setup.mjs";
import { build, pagesOf } from "./lib/site.mjs";

const SEED = 20261122;
const SERIES = 200;
const WIDTHS = [1280, 320];
/** Contrast that WCAG asks of graphics, and of text. */
const OF_GRAPHICS = 3;
const OF_TEXT = 4.5;
const COLORS = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
  { colorScheme: "dark", forcedColors: "active" },
];

const temporary = mkdtempSync(join(tmpdir(), "planverk-charts-"));
const count = writePlan(join(temporary, "plan"), SEED, SERIES);
build(join(temporary, "plan"), join(temporary, "site"));
const random = pagesOf(join(temporary, "site")).filter((page) => page.kind === "indicator");
const server = await serve(join(temporary, "site"));
after(async () => {
  await server.close();
  rmSync(temporary, { recursive: true, force: true });
});

describe(`${SERIES} random series`, () => {
  let reader;
  before(async () => { reader = await watched(browser); });

  it("have a page for each indicator", () => assert.equal(random.length, count));
  for (const { address } of random) {
    it(address, async () => {
      await settle(reader, server.origin + address);
      for (const width of WIDTHS) {
        await reader.page.setViewportSize({ width, height: 900 });
        none(await reader.page.evaluate(misplaced), `at ${width} px`);
      }
    });
  }
});

it("as many series as a chart can hold stand out from their ground", async (test) => {
  const full = random.find((page) => page.html.includes('chart-line"') && page.html.includes('class="c6"'));
  assert.ok(full, "no random chart is full");
  await checkContrast(test, server.origin + full.address);
});

describe("the example plan's charts", () => {
  const first = (picture) => pages.find((page) => page.kind === "indicator" && page.html.includes(`chart-${picture}"`));
  for (const picture of ["line", "bars", "share", "single"]) {
    it(`one is a ${picture}, and stands out from its ground`, async (test) => {
      assert.ok(first(picture), `no page has a chart-${picture}`);
      await checkContrast(test, origin + first(picture).address);
    });
  }

  it("show a break, a preliminary figure, one held back and one missing", () => {
    const charts = pages.flatMap((page) => page.html.match(/<figure class="chart.*?<\/figure>/gs) ?? []).join("\n");
    const signs = { break: 'class="break"', preliminary: 'class="hollow"', "held back": ">:</text>", missing: ">..</text>" };
    none(Object.keys(signs).filter((name) => !charts.includes(signs[name])), "in no chart");
  });
});

async function checkContrast(test, address) {
  const { page, close } = await open(browser, address);
  test.after(close);
  for (const media of COLORS) {
    await page.emulateMedia(media);
    none(await page.evaluate(faint, { graphics: OF_GRAPHICS, text: OF_TEXT }), Object.values(media).join(", forced colours: "));
  }
}

/** Words of charts that meet others, or that leave their picture or the page; in the browser. */
function misplaced() {
  // A browser's box of a line of text is as high as its font says, with air above and below the letters.
  const AIR = 0.08;
  const HAIR = 0.5;
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide in ${clientWidth}`);
  const shown = [...document.querySelectorAll(".chart svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
  if (shown.length !== document.querySelectorAll(".chart").length) found.push(`${shown.length} pictures are shown`);
  for (const svg of shown) {
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll("text")].map((text) => {
      const { left, right, top, bottom, height } = text.getBoundingClientRect();
      return { text: text.textContent, left, right, top: top + AIR * height, bottom: bottom - AIR * height };
    });
    if (words.length === 0) found.push("a picture without words");
    words.forEach((one, at) => {
      const isOut =
        one.left < frame.left - HAIR || one.right > frame.right + HAIR || one.top < frame.top - HAIR || one.bottom > frame.bottom + HAIR;
      if (isOut) found.push(`“${one.text}” leaves the picture`);
      for (const other of words.slice(at + 1)) {
        const across = one.left + HAIR < other.right && other.left + HAIR < one.right;
        if (across && one.top + HAIR < other.bottom && other.top + HAIR < one.bottom) found.push(`“${one.text}” meets “${other.text}”`);
      }
    });
  }
  return found;
}

/** Words, lines and bars too like what lies behind them; in the browser. */
function faint(least) {
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const channels = (color) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const light = (color) => {
    const [r, g, b] = channels(color).map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (channels(color)[3] === 255) return color;
    }
    return "white";
  };
  const found = [];
  const judge = (element, color, behind, wanted) => {
    const ratio = contrast(color, behind);
    if (ratio < wanted) found.push(`${element.outerHTML.slice(0, 80)}: ${color} on ${behind} is ${ratio.toFixed(2)}:1`);
  };
  for (const svg of document.querySelectorAll(".chart svg")) {
    const behind = ground(svg);
    for (const text of svg.querySelectorAll("text")) {
      const bar = text.classList.contains("on") ? getComputedStyle(svg.querySelector(".c1 .bar")).fill : behind;
      judge(text, getComputedStyle(text).fill, bar, least.text);
    }
    for (const mark of svg.querySelectorAll(".line, .aim:not(text), .round, .hollow")) judge(mark, getComputedStyle(mark).stroke, behind, least.graphics);
    for (const mark of svg.querySelectorAll(".bar, .dot")) judge(mark, getComputedStyle(mark).fill, behind, least.graphics);
  }
  return [...new Set(found)];
}
