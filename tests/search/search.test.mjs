// The search without a browser: the same analysis as the build's, and what it finds in the example plan.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { builtSite } from "../browser/lib/site.mjs";
import { figures, questions, rank } from "./relevance.mjs";

const site = builtSite();
after(() => site.remove());
// The scripts as they are sent: they share a folder of the site.
const sent = readdirSync(join(site.folder, "assets"), { recursive: true }).find((file) => file.endsWith("search-find.js"));
const scripts = join(site.folder, "assets", dirname(sent));
const { clean, fold, isNear, load, stemmer, words } = await import(pathToFileURL(join(scripts, "search-find.js")));

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8"));
const read = async (url) => JSON.parse(readFileSync(url, "utf8"));
const plainWords = (text) => words(clean(text)).map(([word]) => word);

describe("analysis is the build's", () => {
  it("words", () => {
    for (const [text, expected] of vectors.words) assert.deepEqual(plainWords(text), expected, text);
  });

  it("plain letters", () => {
    for (const [word, expected] of vectors.fold) assert.equal(fold(word), expected, word);
  });

  for (const [tag, { some, bases, endings, hash }] of Object.entries(vectors.stem)) {
    it(`stems, ${tag}`, async () => {
      const stem = await stemmer(tag);
      for (const [word, expected] of some.split(" ").map((row) => row.split(">"))) assert.equal(stem(word), expected, word);
      let sum = 0x811c9dc5;
      for (const base of bases.split(" ")) {
        for (const ending of endings.split(" ")) {
          for (const letter of `${stem(base + ending)} `) sum = Math.imul(sum ^ letter.codePointAt(0), 0x01000193) >>> 0;
        }
      }
      assert.equal(sum, hash);
    });
  }

  it("one typing error", () => {
    for (const [a, b, near] of [
      ["barnvern", "barnevern", true], ["barnevern", "barnvern", true], ["skoel", "skole", true],
      ["skola", "skole", true], ["skole", "skole", true], ["skloe", "skole", true],
      ["skole", "skolene", false], ["lek", "lær", false], ["ab", "ba", false],
    ]) assert.equal(isNear(a, b), near, `${a} ${b}`);
  });
});

describe("what a page loads to search", () => {
  const size = (name) => gzipSync(readFileSync(join(scripts, `search${name}.js`)), { level: 9 }).length;
  for (const view of [["", "-dialog"], ["-page"]]) {
    for (const index of ["-whole", "-shards"]) {
      for (const language of ["-english", "-nordic"]) {
        const names = [...view, "-find", index, language];
        it(`is at most 8 kB: search${names.join(", ")}`, (test) => {
          const bytes = names.reduce((sum, name) => sum + size(name), 0);
          test.diagnostic(`${bytes} bytes`);
          assert.ok(bytes <= 8000, `${bytes}`);
        });
      }
    }
  }

  it("is named above, all that searches", () => {
    const named = ["", "-dialog", "-page", "-find", "-whole", "-shards", "-english", "-nordic"].map((name) => `search${name}.js`);
    assert.deepEqual(readdirSync(scripts).filter((name) => name.startsWith("search")).sort(), named.sort());
  });
});

const index = await load(pathToFileURL(join(site.folder, "sok", "index.json")), read);
const paths = async (query, many = 20) => {
  const { results } = await index.find(query);
  return Promise.all(results.slice(0, many).map(async ({ id }) => (await index.unit(id)).path));
};

describe("the example plan", () => {
  it("answers what people ask", async (test) => {
    const ranks = [];
    for (const { asks, right } of questions()) {
      const place = rank(await paths(asks), right);
      ranks.push(place);
      if (place > 1) test.diagnostic(`${place === Infinity ? "not found" : `number ${place}`}: ${asks}`);
    }
    const { mrr, recall5 } = figures(ranks);
    test.diagnostic(`${ranks.length} questions: MRR ${mrr.toFixed(3)}, recall@5 ${recall5.toFixed(3)}`);
    assert.ok(ranks.length >= 60);
    assert.ok(mrr >= 0.9 && recall5 >= 0.95, `MRR ${mrr}, recall@5 ${recall5}`);
  });

  for (const word of ["medvirkning", "verktøy", "plan", "lærere", "brukerreise", "skole"]) {
    it(`finds every section that holds ${word}`, async () => {
      const { units } = await read(join(site.folder, "sok", "index.json"));
      const found = new Set((await index.find(word)).results.map(({ id }) => id));
      const missing = units.flatMap(([, , title, , , text], id) => {
        const holds = `${title} ${text}`.toLowerCase().includes(word);
        return holds && !found.has(id) ? [title] : [];
      });
      assert.deepEqual(missing, []);
      assert.ok(found.size > 2);
    });
  }

  it("finds a phrase and nothing else", async () => {
    const found = await paths('"ett sted å henvende seg"');
    assert.equal(found.length, 1);
    assert.match(found[0], /en-dor-til-hjelp/);
  });

  it("finds a figure as it is written, with a space or without", async () => {
    assert.deepEqual(await paths("58 750"), await paths("58750"));
    assert.match((await paths("58 750"))[0], /besok-bibliotek/);
  });

  it("no query breaks it", async () => {
    for (const query of ["", " ", "\"", "«»", "…", "()[]*?+\\", "a".repeat(5000), "å ".repeat(300), "\ud800", "__proto__ constructor"]) {
      assert.ok(Array.isArray((await index.find(query)).results), query);
    }
  });
});

describe("a plan of a few words", () => {
  const head = { version: 1, lang: "nb", say: [], kinds: [["text", "Tekst", "Tekst"], ["goal", "Mål", "Mål"]], audiences: ["Alle"], stop: "får og i er", same: [["ppt", "pedagogisk-psykologisk tjeneste"], ["skole", "skule"]] };
  const plan = (...texts) => load(new URL("file:///x"), async () => ({ ...head, units: texts.map((text, id) => [`${id}.html`, "", "", 0, 0, text]) }));
  const finds = async (query, ...texts) => {
    const index = await plan(...texts);
    const { results, also, instead } = await index.find(query);
    return { found: results.map(({ id }) => texts[id]), also, instead };
  };

  it("far is not får", async () => {
    const { found } = await finds("far", "Barn får hjelp.", "En far venter.");
    assert.deepEqual(found, ["En far venter."]);
  });

  it("a word that every sentence has finds its exact uses alone", async () => {
    assert.deepEqual((await finds("får", "Barn får hjelp.", "En far venter.", "Fårene.")).found, ["Barn får hjelp."]);
  });

  it("exact before form before part before plain letters", async () => {
    const texts = ["Et mal her.", "Kommunemøtene her.", "Møtet her.", "Møte her."];
    assert.deepEqual((await finds("møte", ...texts)).found, ["Møte her.", "Møtet her.", "Kommunemøtene her."]);
    const plain = await finds("mote", ...texts);
    assert.deepEqual(plain.found.slice(0, 2), ["Møte her.", "Møtet her."]);
    assert.ok(plain.also.length > 0, "it says so");
  });

  it("an error leads to the word, and it says so", async () => {
    const { found, instead } = await finds("barnvern", "Barnevern nå.", "Barneverntjenesten.", "Barnehage.");
    assert.deepEqual(found, ["Barnevern nå.", "Barneverntjenesten."]);
    assert.deepEqual(instead, [["barnvern", ["barnevern"]]]);
  });

  it("abbreviations and nynorsk find what they stand for", async () => {
    assert.deepEqual((await finds("PPT", "Pedagogisk-psykologisk tjeneste.", "En tjeneste.")).found, ["Pedagogisk-psykologisk tjeneste."]);
    assert.deepEqual((await finds("pedagogisk-psykologisk tjeneste", "PPT hjelper.", "Noe annet.")).found, ["PPT hjelper."]);
    assert.deepEqual((await finds("skular", "Skolen.", "Noe.")).found, ["Skolen."]);
  });

  it("an e that goes when a word is bent makes no other word of it", async () => {
    for (const [asked, text] of [["åpne", "Åpen nå."], ["åpen", "Åpne nå."], ["sykler", "En sykkel."], ["sykkel", "To sykler."], ["voksen", "De voksne."], ["regel", "Regler her."]]) {
      assert.deepEqual((await finds(asked, "Noe annet.", text)).found, [text], asked);
    }
  });

  it("a form that it does not know is told", async () => {
    await assert.rejects(load(new URL("file:///x"), async () => ({ ...head, version: 99, units: [] })));
  });
});
