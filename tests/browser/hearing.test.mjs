// A hearing in the browser: a citizen with a script and without, two moderators, and pages that all can use.

import assert from "node:assert/strict";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import axe from "axe-core";

import { DESKTOP, open, PHONE } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { signedIn, skip, town, townAndBrowser } from "./lib/service.mjs";

const root = join(import.meta.dirname, "../..");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PLACES = "/horing/horing-2027";

describe("a hearing", { skip }, () => {
  let origin, browser, close;

  before(async () => {
    ({ origin, browser, close } = await townAndBrowser({ ...small(1000), moderators: ["kari", "ola"] }));
  });

  after(() => close?.());

  for (const [javaScriptEnabled, viewport] of [[false, PHONE], [false, DESKTOP], [true, PHONE], [true, DESKTOP]]) {
    it(`a citizen comments ${javaScriptEnabled ? "with" : "without"} a script, ${viewport.width} px`, async () => {
      const { page, complaints, close } = await open(browser, `${origin}${PLACES}/tekst/b3`, { javaScriptEnabled, viewport });
      if (javaScriptEnabled) {
        await page.click("#b4 a[data-comment]");
        await page.fill("#box-b4", "Hvem er den voksne?");
        await page.reload();
        assert.equal(await page.inputValue("#box-b4"), "Hvem er den voksne?");
        await page.click(".hearing-bar a");
        // The script fills the form, once the page is loaded.
        await page.waitForURL(/\/svar\?/);
        assert.equal(await page.inputValue("#comment-1"), "Hvem er den voksne?");
      } else {
        await page.click("#b4 a[data-comment]");
        await page.fill("#comment-1", "Hvem er den voksne?");
      }
      await page.fill("#text", "<img src=x onerror=\"document.title='ran'\">");
      await page.check("#consent");
      await page.click("button[value=review]");
      await page.click("button[value=edit]");
      await page.fill("#name", "Kari");
      await page.fill("#mail", "kari@kommune.example");
      await page.click("button[value=review]");
      await page.click("button[value=send]");
      const code = await page.textContent(".hearing-code-value");
      // The script forgets the draft, once the page is loaded.
      await page.waitForLoadState();
      assert.match(code, /^\w{4}-\w{4}-\w{4}-\w{4}$/);
      assert.match(await page.textContent(".hearing-code"), /sendt til kari@kommune\.example/);
      assert.notEqual(await page.title(), "ran");
      await page.goto(`${origin}/horing/mitt`);
      await page.fill("#code", code.toLowerCase());
      await page.click("button[value=show]");
      assert.match(await page.textContent("main"), /Hvem er den voksne\?/);
      if (javaScriptEnabled) {
        await page.goto(`${origin}${PLACES}/tekst/b3`);
        assert.equal(await page.locator("#box-b4").count(), 0, "a draft that was sent is forgotten");
      }
      none(complaints, "complaints");
      await close();
    });
  }

  it("a browser works instead of waiting where many forms come from one address", async (test) => {
    const { origin, close: closeTown } = await town(small(2));
    test.after(closeTown);
    const { page, close } = await open(browser, `${origin}${PLACES}/svar`);
    await page.fill("#text", "En av mange");
    await page.click("button[value=review]");
    const body = new URLSearchParams({ code: "AAAA-BBBB-CCCC-DDDD", do: "show" });
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    for (let sent = 0; sent < 4; sent += 1) await fetch(`${origin}/horing/mitt`, { method: "POST", body, headers });
    await page.click("button[value=send]");
    assert.match(await page.textContent("[role=alert]"), /Vent et minutt/);
    await page.waitForFunction(() => /Klart/.test(document.querySelector("[data-work]").textContent), undefined, { timeout: 60000 });
    await page.click("button[value=send]");
    assert.match(await page.textContent(".hearing-code-value"), /^\w{4}-/);
    await close();
  });

  it("of two moderators the later sees what the first did", async () => {
    const [kari, ola] = await Promise.all(["kari", "ola"].map((name) => signedIn(browser, origin, name)));
    for (const { page } of [kari, ola]) await page.click(".hearing-queue a");
    await kari.page.click("button[value=publish]");
    assert.match(await kari.page.textContent("main"), /Det er gjort/);
    await ola.page.click("button[value=publish]");
    assert.match(await ola.page.textContent("[role=alert]"), /En annen rakk det først/);
    assert.match(await ola.page.textContent(".hearing-state"), /Publisert/);
    await Promise.all([kari.close(), ola.close()]);
  });

  it("every page can be used by all", async () => {
    const { page, close } = await signedIn(browser, origin, "kari");
    const address = (path) => `${origin}${path}`;
    const paths = ["/horing/", PLACES, `${PLACES}/tekst/b3`, `${PLACES}/svar?on=b4&on=b99`, "/horing/mitt", "/horing/borte", "/intern/inn",
      "/intern/?state=", "/intern/svar/horing-2027/1", "/intern/sladd/horing-2027/1", "/intern/vurdering?show=all", "/intern/logg", "/intern/konto", "/intern/personvern"];
    const found = [];
    for (const path of paths) {
      for (const [viewport, colorScheme] of [[PHONE, "light"], [DESKTOP, "dark"], [{ width: 320, height: 800 }, "light"]]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        await page.goto(address(path));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) found.push(`${path} at ${viewport.width} px is ${wide} px too wide`);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), TAGS);
        for (const one of violations) found.push(`${path} ${viewport.width} ${colorScheme}: ${one.id} ${one.nodes[0].target}`);
      }
    }
    none(found, "what not all can use");
    await close();
  });
});

/** A town with a small round for comments, which takes so many forms a minute. */
function small(perMinute) {
  const fill = (home) => {
    mkdirSync(join(home, "public/horinger/horing-2027"), { recursive: true });
    cpSync(join(root, "src/hearing/fixtures/targets.json"), join(home, "public/horinger/horing-2027/targets.json"));
    cpSync(join(root, "themes/default/static/planverk.css"), join(home, "public/planverk.css"));
    // A browser asks for it unbidden; the site's own pages name their icon.
    cpSync(join(root, "themes/default/static/icon.svg"), join(home, "public/favicon.ico"));
  };
  const settings = `[limits]\nfill_seconds = 0\nper_minute = ${perMinute}\n` +
    "[mail]\nserver = \"127.0.0.1:1\"\nsecurity = \"none\"\nfrom = \"plan@kommune.example\"\n";
  return { fill, settings };
}
