// From what a citizen sends to what the site shows: published by a moderator, built anew by itself, and nothing that
// anybody wrote ever runs, on no page of the service or the site.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { launch, open, PHONE } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { freePort, serveHearing } from "./lib/service.mjs";

const program = process.env.PLANVERK_BIN;
const root = join(import.meta.dirname, "../..");
const PASSWORD = "korrekt hest batteri";
const ROUND = "varen-2026";

/** Texts that would run if a page, a field, an attribute or a template took them for its own. */
const HOSTILE = [
  "<img src=x onerror=\"globalThis.ran=1\">",
  "</textarea></title><script>globalThis.ran=1</script>",
  "\"><svg onload=globalThis.ran=1>",
  "' autofocus onfocus='globalThis.ran=1",
  "javascript:globalThis.ran=1",
  "{{ 7777 * 7 }}{% raw %}]]><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">globalThis.ran=1</x:script>",
];

describe("a hearing and its site", { skip: program ? false : "needs the program: PLANVERK_BIN" }, () => {
  let home, service, origin, browser;

  before(async () => {
    home = mkdtempSync(join(tmpdir(), "hearing-site-"));
    for (const folder of ["content", "versions"]) cpSync(join(root, folder), join(home, folder), { recursive: true });
    const index = join(home, `content/horinger/${ROUND}/index.md`);
    const opened = readFileSync(index, "utf8").replace(/^tilstand = .*$/m, "tilstand = \"åpen\"").replace(/^frist = .*$/m, "frist = 2099-04-10T23:59");
    writeFileSync(index, opened);
    for (const file of ["submissions.jsonl", "assessments.toml"]) rmSync(join(home, `content/horinger/${ROUND}/${file}`));
    const build = [program, "build", ".", "--out", "public"];
    execFileSync(build[0], build.slice(1), { cwd: home });
    const port = await freePort();
    origin = `http://localhost:${port}`;
    writeFileSync(join(home, "hearing.toml"), `address = "${origin}"\nlisten = "127.0.0.1:${port}"\nserve_site = true\n` +
      `publish = ${JSON.stringify(build)}\n[limits]\nfill_seconds = 0\nper_minute = 1000\n`);
    execFileSync(program, ["hearing", "user", "add", "kari"], { cwd: home, input: PASSWORD });
    service = await serveHearing(program, home);
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    service?.kill();
    rmSync(home, { recursive: true, force: true });
  });

  it("shows what is published, and runs none of it", async () => {
    // Without the policy, that nothing runs is due to the pages alone.
    const { page, close } = await open(browser, `${origin}/horing/${ROUND}/svar`, { bypassCSP: true, viewport: PHONE });
    const found = [];
    page.on("dialog", (dialog) => {
      found.push(`${page.url()} asks ${dialog.message()}`);
      dialog.dismiss();
    });
    const look = async () => {
      const ran = await page.evaluate(() => {
        const own = document.querySelector("[onerror], [onload], [onfocus], [href^='javascript'], img[src=x]");
        return globalThis.ran ?? own?.outerHTML ?? (document.documentElement.textContent.includes("54439") ? "a template" : "");
      });
      if (ran) found.push(`${page.url()}: ${ran}`);
    };
    const visit = async (path) => {
      await page.goto(`${origin}${path}`);
      await look();
    };
    for (const [place, hostile] of HOSTILE.entries()) {
      await visit(`/horing/${ROUND}/svar?on=b309`);
      for (const field of await page.locator("textarea").all()) await field.fill(`${hostile} nr ${place}`);
      await page.fill("#name", hostile);
      await page.check("#kind-organisation");
      await page.check("#named");
      for (const step of ["review", "edit", "review", "send"]) {
        await page.click(`button[value=${step}]`);
        await look();
      }
      assert.match(await page.textContent(".hearing-code-value"), /^\w{4}-/);
    }
    await visit("/intern/inn");
    await page.fill("#name", "kari");
    await page.fill("#password", PASSWORD);
    await page.click("main button");
    for (const [place, hostile] of HOSTILE.entries()) {
      await visit(`/intern/svar/${ROUND}/${place + 1}`);
      if (place === 0) {
        await page.click(".hearing-decision summary");
        await page.fill("#withhold-reason", hostile);
        await page.click("button[value=withhold]");
      } else await page.click("button[value=publish]");
      await look();
    }
    await visit("/intern/vurdering");
    for (const box of await page.locator("[name=item]").all()) await box.check();
    await page.check("#result-not");
    await page.fill("#reason", HOSTILE[1]);
    await page.click("main form button.hearing-main");
    for (const path of ["/intern/?state=", "/intern/vurdering?show=all", "/intern/logg", `/intern/sladd/${ROUND}/2`]) await visit(path);

    const came = `/horinger/${ROUND}/svar.html`;
    for (let tries = 0; ; tries += 1) {
      const text = await (await fetch(`${origin}${came}`)).text();
      if (text.includes("nr 5") && text.includes("vurder")) break;
      assert.ok(tries < 120, "the site is not built anew");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    for (const path of [came, `/horinger/${ROUND}.html`, `/horinger/${ROUND}/etter-avsnitt.html`, `/horinger/${ROUND}/vurdering.html`]) await visit(path);
    assert.match(await (await fetch(`${origin}${came}`)).text(), /&lt;script&gt;globalThis\.ran=1/);
    const sheet = await (await fetch(`${origin}/horinger/${ROUND}/submissions.csv`)).text();
    assert.ok(sheet.includes("nr 5") && !/(^|;)"?[=+@]/m.test(sheet), "no cell is a formula");
    none(found, "what ran");
    await close();
  });
});
