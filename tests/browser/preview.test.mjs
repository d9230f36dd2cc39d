// The preview in a browser: a page that is open follows what is written, keeps its place, and shows mistakes.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, describe, it } from "node:test";

import axeCore from "axe-core";

import { DESKTOP, launch, open } from "./lib/browser.mjs";
import { planverk, repository } from "./lib/site.mjs";

const home = mkdtempSync(join(tmpdir(), "planverk-preview-"));
for (const part of ["content", "versions"]) cpSync(join(repository, part), join(home, part), { recursive: true });
const front = join(home, "content", "index.md");
const before = readFileSync(front, "utf8");
const long = Array.from({ length: 60 }, (_, line) => `Avsnitt nummer ${line}.\n`).join("\n");
writeFileSync(front, `${before}\n${long}`);

const program = planverk();
let preview = await started("0");
const browser = await launch();
after(async () => {
  await browser.close();
  await preview.end();
  rmSync(home, { recursive: true, force: true });
});

/** Starts a preview, and tells where it is when it can be asked. */
async function started(port) {
  const child = spawn(program, ["serve", home, "--port", port, "--date", "2026-11-22", "--editor", "vscode"]);
  for await (const line of createInterface({ input: child.stdout })) {
    const found = line.match(/http:\/\/127\.0\.0\.1:(\d+)/);
    if (found) return { origin: found[0], port: found[1], end: () => ended(child) };
  }
  throw new Error("the preview ended");
}

/** Ends a preview; its port is free only when its process has gone. */
function ended(child) {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  return gone;
}

const panel = (page) => page.locator("planverk-preview");
const shown = (path) => open(browser, `${preview.origin}/${path}`, { viewport: DESKTOP });

/** What axe finds in a page, or in a part of it, by rule. */
async function axe(page, within = "html") {
  await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate((part) => globalThis.axe.run(part), within);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

describe("the preview", () => {
  it("puts a change in place without loading the page, and keeps scroll, focus and open parts", async () => {
    const { page, complaints, close } = await shown("");
    const place = page.getByText("Avsnitt nummer 40.");
    await place.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    assert.ok(top > 0, "there is something to scroll");
    await page.evaluate(() => { window.sameDocument = true; });
    await page.evaluate(() => document.querySelector("footer a, a[href]").focus({ preventScroll: true }));
    appendFileSync(front, "\nEn helt ny setning.\n");
    await page.getByText("En helt ny setning.").waitFor();
    assert.equal(await page.evaluate(() => window.sameDocument), true, "the document is the same");
    assert.ok(Math.abs(await page.evaluate(() => scrollY) - top) < 2, "the scroll is kept");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "A", "the focus is kept");
    assert.deepEqual(complaints, []);
    await close();
  });

  it("keeps still when another page changes", async () => {
    const { page, close } = await shown("");
    await page.evaluate(() => {
      window.touched = 0;
      new MutationObserver(() => (window.touched += 1)).observe(document.body, { childList: true, subtree: true });
    });
    const other = join(home, "content", "ny-side.md");
    writeFileSync(other, '+++\ntitle = "En ny side for seg selv"\n+++\n\nFørste.\n');
    const { page: second, close: closeSecond } = await shown("ny-side.html");
    await second.getByText("Første.").waitFor();
    await page.waitForFunction(() => true);
    const touched = await page.evaluate(() => window.touched);
    writeFileSync(other, '+++\ntitle = "En ny side for seg selv"\n+++\n\nAndre.\n');
    await second.getByText("Andre.").waitFor();
    assert.equal(await page.evaluate(() => window.touched), touched, "nothing was touched");
    rmSync(other);
    await closeSecond();
    await close();
  });

  it("shows a mistake with its line, what to do and a way to the editor, over the last good page, and clears it", async () => {
    const { page, close } = await shown("");
    writeFileSync(front, `${before}\nSe [[denne-finnes-ikke]] her.\n`);
    const message = panel(page).getByText("denne-finnes-ikke").first();
    await message.waitFor();
    const link = panel(page).locator("a.place").first();
    assert.match(await link.getAttribute("href"), /^vscode:\/\/file\/.*content\/index\.md:\d+:\d+$/);
    assert.match(await panel(page).locator("pre").first().textContent(), /\^\^\^/);
    assert.equal(await page.getByText("En helt ny setning.").count(), 1, "the last good page stands behind");
    assert.deepEqual(await axe(page, "planverk-preview"), []);
    writeFileSync(front, `${before}\nNå er alt bra.\n`);
    await page.getByText("Nå er alt bra.").waitFor();
    await message.waitFor({ state: "detached" });
    await close();
  });

  it("shows where a paragraph was written, with a link to the editor", async () => {
    const { page, close } = await shown("");
    await page.getByText("Nå er alt bra.").hover();
    const label = panel(page).locator(".source");
    await label.waitFor();
    assert.match(await label.textContent(), /^content\/index\.md:\d+$/);
    assert.match(await label.locator("a").getAttribute("href"), /content\/index\.md:\d+:1$/);
    await close();
  });

  it("changes styles without loading the page", async () => {
    const settings = join(home, "content", "plan.toml");
    const written = readFileSync(settings, "utf8");
    mkdirSync(join(home, "stil"), { recursive: true });
    writeFileSync(join(home, "stil", "egen.css"), "body { outline: 3px solid rgb(1, 2, 3); }");
    writeFileSync(settings, /^\[(tema|theme)\]/m.test(written)
      ? written.replace(/^\[(tema|theme)\]/m, '[theme]\ncss = "stil/egen.css"')
      : `${written}\n[theme]\ncss = "stil/egen.css"\n`);
    const { page, close } = await shown("");
    const outline = (colour) => page.waitForFunction((colour) => getComputedStyle(document.body).outlineColor === colour, colour);
    await outline("rgb(1, 2, 3)");
    await page.evaluate(() => { window.sameDocument = true; });
    writeFileSync(join(home, "stil", "egen.css"), "body { outline: 3px solid rgb(4, 5, 6); }");
    await outline("rgb(4, 5, 6)");
    assert.equal(await page.evaluate(() => window.sameDocument), true);
    await close();
  });

  it("shows the plan at another stage, and what is only for those who write", async () => {
    appendFileSync(front, "\n> [!TODO]\n> Husk kilden.\n");
    const { page, close } = await shown("");
    await page.getByText("Husk kilden.").waitFor();
    await panel(page).locator(".toggle").click();
    await panel(page).getByLabel("Vis utkast (TODO)").uncheck();
    await page.getByText("Husk kilden.").waitFor({ state: "hidden" });
    await panel(page).getByLabel("Vis planen").selectOption("hearing");
    await page.locator(".stage-hearing").waitFor();
    await panel(page).getByLabel("Vis planen").selectOption("adopted");
    await page.locator(".stage-adopted").waitFor();
    await panel(page).getByLabel("Vis planen").selectOption("plan");
    await close();
  });

  it("lists advice by rule on a page of its own", async () => {
    const { page, complaints, close } = await shown("_planverk/");
    await page.locator("table tbody tr").first().waitFor();
    assert.deepEqual(complaints, []);
    assert.deepEqual(await axe(page), []);
    await close();
  });

  it("asks again when its new text could not be fetched", async () => {
    for (const fail of [(route) => route.abort(), (route) => route.fulfill({ status: 503, body: "Too many connections" })]) {
      const { page, close } = await shown("");
      await panel(page).locator(".toggle").waitFor();
      await page.evaluate(() => { window.sameDocument = true; });
      let failed = 0;
      await page.route(`${preview.origin}/`, (route) => {
        if (failed > 0 || route.request().resourceType() !== "fetch") return route.continue();
        failed += 1;
        return fail(route);
      });
      const line = `Skrevet ${fail}`.replace(/\W+/g, " ").trim();
      appendFileSync(front, `\n${line}\n`);
      await page.getByText(line).waitFor();
      assert.equal(failed, 1, "the first try failed");
      assert.equal(await page.evaluate(() => window.sameDocument), true, "the document is the same");
      await close();
    }
  });

  it("finds the preview again when it has been started anew", async () => {
    const { page, close } = await shown("");
    await panel(page).locator(".toggle").waitFor();
    await preview.end();
    await panel(page).locator(".frame.is-gone").waitFor();
    appendFileSync(front, "\nSkrevet mens ingen så på.\n");
    const { port } = preview;
    preview = await started(port);
    assert.equal(preview.port, port, "it is where the page looks for it");
    await page.getByText("Skrevet mens ingen så på.").waitFor();
    await panel(page).locator(".frame:not(.is-gone)").waitFor();
    await close();
  });
});
