// Search measured in Chromium: what a first query fetches and how soon it answers; with --pagefind, how well
// Pagefind answers the same questions over the same site.
//
//     npm --prefix tests/soak/search install
//     node tests/soak/search/run.mjs SITE [--pagefind] [--truth] [QUERY…]
//
// SITE is a folder that planverk built. Pagefind writes to a copy of it. --truth reads all texts of a large
// plan's index and sees whether words out of them are found wherever they stand.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { clean, load, words } from "../../../themes/default/static/search-find.js";
import { serve } from "../../browser/lib/serve.mjs";
import { figures, questions, rank } from "../../search/relevance.mjs";

const [site, ...rest] = process.argv.slice(2);
const queries = rest.filter((word) => !word.startsWith("--"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});

await first(site, queries.length ? queries : ["medvirkning"]);
if (rest.includes("--pagefind")) await pagefind(site);
if (rest.includes("--truth")) await truth(site);
await browser.close();

/** What the first query of a visit costs, and the ones after it. */
async function first(folder, asked) {
  const { origin, close } = await serve(folder);
  const page = await (await browser.newContext()).newPage();
  const fetched = [];
  page.on("response", (response) => fetched.push(response));
  await page.goto(`${origin}/index.html`);
  const scripts = fetched.filter((one) => one.url().endsWith(".js"));
  fetched.splice(0, fetched.length, ...scripts);
  await page.keyboard.press("/");
  await page.waitForSelector("dialog[open] [role=status]:not(:empty)");
  for (const query of asked) {
    await page.fill("dialog [role=combobox]", query);
    await page.waitForFunction((text) => document.querySelector("dialog [role=combobox]").value === text
      && document.querySelector("dialog [role=option]"), query);
    await page.waitForLoadState("networkidle");
    // More may come meanwhile.
    const seen = [...fetched];
    const sizes = await Promise.all(seen.map(async (one) => {
      await one.finished();
      return (await one.request().sizes()).responseBodySize;
    }));
    const of = (end) => seen.reduce((sum, one, at) => (one.url().endsWith(end) ? sum + sizes[at] : sum), 0);
    // Again, with all of it fetched: what is left is the answer itself.
    const module = scripts[0].url().replace("search.js", "search-find.js");
    const time = await page.evaluate(async ({ module, query }) => {
      const { indexed } = await import(module);
      const index = await indexed();
      const times = [];
      for (let round = 0; round < 5; round++) {
        const began = performance.now();
        const { results } = await index.find(query);
        await Promise.all(results.slice(0, 8).map(({ id }) => index.unit(id)));
        times.push(performance.now() - began);
      }
      return [times[0], Math.min(...times)];
    }, { module, query });
    const told = await page.locator("dialog [role=status]").innerText();
    console.log(`${query}: ${told} ${of(".js")} bytes of script, ${of(".json")} of index (${seen.length} files so far); answers in ${time.map((one) => one.toFixed(1)).join(", ")} ms`);
  }
  await close();
}

/** Both over the same questions, by page and by place. */
async function pagefind(folder) {
  const copy = mkdtempSync(join(tmpdir(), "planverk-pagefind-"));
  cpSync(folder, copy, { recursive: true });
  const runner = join(import.meta.dirname, "node_modules/pagefind/lib/runner/bin.cjs");
  // Its best: the text alone, in the language that it has a stemmer for.
  execFileSync(process.execPath, [runner, "--site", copy, "--root-selector", "main", "--force-language", "no", "--quiet"], { stdio: "inherit" });
  const { origin, close } = await serve(copy);
  // Pagefind runs WebAssembly, which the strict policy of this server forbids.
  const context = await browser.newContext({ bypassCSP: true });
  await context.route("**/*", async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": _, "content-encoding": __, "content-length": ___, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  const page = await context.newPage();
  await page.goto(`${origin}/oversikt/om.html`);
  const ours = await page.locator("script[type=module]").first().getAttribute("src");
  await page.waitForLoadState("networkidle");
  const answers = await page.evaluate(async ({ asked, ours }) => {
    const { indexed, address } = await import(new URL(ours.replace("search.js", "search-find.js"), location.href));
    const theirs = await import(`${location.origin}/pagefind/pagefind.js`);
    await theirs.init();
    const path = (url) => decodeURIComponent(new URL(url, location.origin).pathname.slice(1) + new URL(url, location.origin).hash);
    const index = await indexed();
    const all = [];
    for (const { asks } of asked) {
      const mine = await index.find(asks);
      const units = await Promise.all(mine.results.slice(0, 20).map(({ id }) => index.unit(id)));
      const { results } = await theirs.search(asks);
      const data = await Promise.all(results.slice(0, 10).map((one) => one.data()));
      all.push({
        planverk: units.map((unit) => unit.path),
        pagefind: data.map((one) => path(one.url)),
        places: data.flatMap((one) => (one.sub_results.length ? one.sub_results.map((part) => path(part.url)) : [path(one.url)])),
      });
    }
    return all;
  }, { asked: questions(), ours });
  for (const [name, key, pages] of [["planverk, place", "planverk", false], ["planverk, page", "planverk", true], ["Pagefind, place", "places", false], ["Pagefind, page", "pagefind", true]]) {
    const { mrr, recall5 } = figures(questions().map(({ right }, at) => rank(answers[at][key], right, pages)));
    console.log(`${name}: MRR ${mrr.toFixed(3)}, recall@5 ${recall5.toFixed(3)}`);
  }
  await close();
  rmSync(copy, { recursive: true, force: true });
}

/** Whether each of some words is found in every unit that holds it. */
async function truth(folder) {
  const url = pathToFileURL(join(resolve(folder), "sok", "index.json"));
  const read = async (file) => JSON.parse(readFileSync(file, "utf8"));
  const { shards } = await read(url);
  if (!shards) throw new Error("this plan's index is one file; tests/search looks at that");
  const holds = new Map();
  for (const [first, name] of shards.texts) {
    (await read(new URL(`${name}.json`, url))).forEach(([, , title, , , text, within], place) => {
      for (const [word] of words(clean(`${title} ${within} ${text}`))) {
        if (!holds.has(word)) holds.set(word, new Set());
        holds.get(word).add(first + place);
      }
    });
  }
  const index = await load(url, read);
  const all = [...holds.keys()].sort();
  const some = all.filter((_, at) => at % Math.ceil(all.length / 60) === 0);
  let missing = 0;
  for (const word of some) {
    const found = new Set((await index.find(word)).results.map(({ id }) => id));
    missing += [...holds.get(word)].filter((unit) => !found.has(unit)).length;
  }
  console.log(`${some.length} of ${all.length} words looked for: ${missing} places missing`);
  if (missing) process.exitCode = 1;
}
