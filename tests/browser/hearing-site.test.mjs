// From what a citizen sends to what the site shows: published by a moderator, built anew by itself, and nothing that
// anybody wrote ever runs, on no page of the service or the site, in no feed and in no mail.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { open, PHONE } from "./lib/browser.mjs";
import { none } from "./lib/check.mjs";
import { BUILD, openExample, ROUND } from "./lib/heard.mjs";
import { ALL, HOSTILE, NAMES, whatRan } from "./lib/hostile.mjs";
import { mailbox, read } from "./lib/mailbox.mjs";
import { program, signIn, skip, townAndBrowser } from "./lib/service.mjs";

const TITLE = `Våren </script><img src=x onerror="globalThis.ran=1"> {{ 7777 * 7 }}`;

describe("a hearing and its site", { skip }, () => {
  let origin, browser, close, post, page;
  const found = [];

  before(async () => {
    post = await mailbox();
    const fill = (home, origin) => openExample(program, home, { title: TITLE, origin });
    const settings = `publish = ${JSON.stringify([program, ...BUILD])}\n[limits]\nfill_seconds = 0\nper_minute = 1000\n` +
      `[mail]\nserver = "127.0.0.1:${post.port}"\nsecurity = "none"\nfrom = "plan@kommune.example"\n`;
    ({ origin, browser, close } = await townAndBrowser({ fill, settings, moderators: ["kari"] }));
    // Without the policy, that nothing runs is due to the pages alone.
    ({ page } = await open(browser, `${origin}/horing/${ROUND}/svar`, { bypassCSP: true, viewport: PHONE }));
    page.on("dialog", (dialog) => {
      found.push(`${page.url()} asks ${dialog.message()}`);
      dialog.dismiss();
    });
  });

  after(async () => {
    await close?.();
    post?.close();
  });

  it("leads from the site to the form", async () => {
    await visit(`/horinger/${ROUND}.html`);
    await page.locator(`main a[href^="${origin}/horing/${ROUND}/"]`).first().click();
    await page.waitForURL(`${origin}/horing/${ROUND}`);
    await look();
    const { blocks } = await (await fetch(`${origin}/horinger/${ROUND}/targets.json`)).json();
    await visit(`/${blocks.find(({ id }) => id === "b309").address}`);
    await page.click(`a[href="${origin}/horing/${ROUND}/svar?block=b309"]`);
    await page.waitForURL(/\/svar\?/);
    assert.equal(await page.locator("#comment-1").count(), 1);
    none(found.splice(0), "what ran");
  });

  it("runs nothing of what people send, and shows it to them", async () => {
    await visit(`/horing/${ROUND}`);
    for (const [place, name] of NAMES.entries()) {
      await visit(`/horing/${ROUND}/svar?on=b309&on=${encodeURIComponent(name)}`);
      for (const field of await page.locator("textarea").all()) await field.fill(`${ALL}\nnr ${place}`);
      await page.fill("#name", name);
      await page.check("#kind-organisation");
      await page.check("#named");
      await page.fill("#mail", "<script>globalThis.ran=1</script>");
      await page.locator("form.hearing-form").evaluate((form) => { form.noValidate = true; });
      await press("review");
      // An address and a place that are none are told, and the rest is as it was typed.
      assert.equal(await page.inputValue("#name"), name);
      await page.fill("#mail", "kari@kommune.example");
      await forget(name);
      for (const step of ["review", "edit", "review", "send"]) await press(step);
      assert.match(await page.textContent(".hearing-code-value"), /^\w{4}-/);
      assert.ok((await page.textContent("main")).includes(HOSTILE[0]));
    }
    for (const text of HOSTILE) {
      await visit(`/horing/mitt`);
      await page.fill("#code", text);
      await press("show");
    }
    none(found.splice(0), "what ran");
  });

  it("runs nothing of it before the staff", async () => {
    await visit("/intern/inn");
    await page.fill("#name", HOSTILE[6]);
    await page.fill("#password", HOSTILE[4]);
    await page.click("main button");
    await look();
    await signIn(page, "kari");
    for (const text of HOSTILE) await visit(`/intern/?state=&q=${encodeURIComponent(text)}&on=${encodeURIComponent(text)}`);
    await decide(1, async () => {
      await page.click(".hearing-decision summary");
      await page.fill("#withhold-reason", ALL.slice(0, 500));
    }, "withhold");
    await visit(`/intern/sladd/${ROUND}/2`);
    await page.fill("#phrases", "nr 1");
    await page.fill("#reason", HOSTILE[1]);
    await press("preview");
    await press("redact");
    for (const [place] of NAMES.entries()) if (place > 1) await decide(place + 1, () => {}, "publish");
    await visit("/intern/vurdering");
    for (const box of await page.locator("[name=item]").all()) await box.check();
    await page.check("#result-not");
    await page.fill("#reason", ALL);
    await page.fill("#changed", HOSTILE[1]);
    await page.click("main form button.hearing-main");
    await look();
    await page.fill("#changed", "");
    await page.click("main form button.hearing-main");
    await look();
    for (const path of ["/intern/?state=", "/intern/vurdering?show=all", "/intern/logg", `/intern/sladd/${ROUND}/3`, "/intern/konto"]) await visit(path);
    none(found.splice(0), "what ran");
  });

  it("runs nothing of it on the site, in its feed and in its files", async () => {
    const came = `/horinger/${ROUND}/svar.html`;
    await until(came, (text) => text.includes(`nr ${NAMES.length - 1}`) && text.includes("vurder"));
    const pages = [`/horinger/${ROUND}.html`, came, `/horinger/${ROUND}/etter-avsnitt.html`, `/horinger/${ROUND}/vurdering.html`];
    const files = ["/open-data/hearings.atom", "/open-data/news.atom", `/horinger/${ROUND}/submissions.json`];
    for (const path of [...pages, ...files]) await visit(path);
    assert.match(await text(came), /&lt;script&gt;globalThis\.ran=1/);
    assert.ok((await text("/open-data/hearings.atom")).includes("&lt;img src=x"), "the feed has the round's name");
    // What a word processor opens as a page is one.
    await visitAs(`/horinger/${ROUND}/case.doc`, "text/html; charset=utf-8");
    const sheet = await text(`/horinger/${ROUND}/submissions.csv`);
    const cells = [...sheet.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(?:;|\r\n)/g)].map(([, quoted, bare]) => quoted ?? bare);
    assert.ok(cells.some((cell) => cell.includes("nr 3")));
    none(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)), "cells that are formulas");
    none(found.splice(0), "what ran");
  });

  it("sends nothing of it by mail", async () => {
    // An address gets five a day.
    for (let tries = 0; post.letters.length < 5; tries += 1) {
      assert.ok(tries < 120, `${post.letters.length} letters came`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    for (const [place, letter] of post.letters.entries()) {
      const { heads, text } = read(letter);
      assert.deepEqual(Object.keys(heads).sort(), HEADS);
      assert.equal(heads["content-type"], "text/plain; charset=utf-8");
      assert.equal(heads.to, "kari@kommune.example");
      const typed = [...HOSTILE, ...NAMES].filter((one) => text.replace(TITLE, "").includes(one));
      assert.deepEqual(typed, [], "no word that a citizen typed goes along");
      assert.match(text, /Kode: \w{4}-\w{4}-\w{4}-\w{4}/);
      await show(`/brev/${place}`, heads["content-type"], text);
    }
    none(found.splice(0), "what ran");
  });

  const look = async () => {
    const ran = await whatRan(page);
    if (ran) found.push(`${page.url()}: ${ran}`);
  };

  async function visit(path) {
    await page.goto(`${origin}${path}`);
    await look();
  }

  async function press(button) {
    await page.click(`main button[value=${button}]`);
    await page.waitForLoadState();
    await look();
  }

  async function decide(number, fill, button) {
    await visit(`/intern/svar/${ROUND}/${number}`);
    await fill();
    await press(button);
  }

  /** Takes away the comment on a place that is none, as its words say. */
  async function forget(name) {
    const own = page.locator(`input[name=on]`);
    for (let place = 0; place < await own.count(); place += 1) {
      if (await own.nth(place).inputValue() === name) await own.nth(place).evaluate((field) => { field.value = ""; });
    }
  }

  const text = async (path) => (await fetch(`${origin}${path}`)).text();

  async function until(path, isSo) {
    for (let tries = 0; !isSo(await text(path)); tries += 1) {
      assert.ok(tries < 120, "the site is not built anew");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async function show(path, contentType, body) {
    await page.route(`${origin}${path}`, (route) => route.fulfill({ contentType, body }));
    await visit(path);
  }

  async function visitAs(path, contentType) {
    await show(path, contentType, await text(path));
  }
});

const HEADS = ["auto-submitted", "content-transfer-encoding", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"];
