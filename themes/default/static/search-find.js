// Finds places in the plan: texts read as words, the index fetched, the query understood, the units ranked, and
// what dialog and page share to show them. One file, as that takes half a kilobyte less to send than three. Words
// and stems are those of src/search/analysis.rs; tests/search/vectors.json holds the two together.

const WORD = /(?:\d{1,3}(?:[\x20\u00a0\u202f]\d{3}(?!\d))+|\d+)(?:[.,/]\d+)*|\p{Alphabetic}[\p{Alphabetic}\d]*/gu;

export const clean = (text) => text.normalize("NFC").replaceAll("\u00ad", "");

/** The words of a text, each with its place in it: `[word, start, end]`. */
export const words = (text) => Array.from(text.matchAll(WORD), ({ 0: found, index }) => [
  (/^\d/.test(found) ? found.replace(/\s/g, "").replaceAll(".", ",") : found).toLowerCase(),
  index,
  index + found.length,
]);

/** The words alone. */
export const plainWords = (text) => words(clean(text)).map(([word]) => word);

export const grow = (map, key, value) => map.set(key, (map.get(key) ?? 0) + value);

const PLAIN = { æ: "a", ø: "o", đ: "d", ŋ: "n", ŧ: "t" };

/** A word with plain letters. */
export const fold = (word) => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[æøđŋŧ]/g, (letter) => PLAIN[letter]).replace(/aa/g, "a").replace(/ae/g, "a").replace(/oe/g, "o");

/** The stemmer of a language, by its tag; Northern Sámi has none yet. */
export const stemmer = async (language) => {
  if (language === "en") return (await import("./search-english.js")).english;
  if (language === "se") return (word) => word;
  const { norwegian, swedish } = await import("./search-nordic.js");
  return language === "sv" ? swedish : norwegian;
};

// How much a word that means the same counts.
const SAME = 0.7;

/** Fetches an index: what is found first in it says where the rest is. */
export async function load(url, get = (name) => fetch(name).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))) {
  const head = await get(url);
  if (head.version !== 1) throw head.version;
  const source = head.units
    ? (await import("./search-whole.js")).whole(head)
    : (await import("./search-shards.js")).shards(head, (name) => get(new URL(name, url)));
  return search(head, source, await stemmer(head.lang));
}

/** A function that remembers what it gave. */
const kept = (give) => {
  const known = new Map();
  return (of) => {
    if (!known.has(of)) known.set(of, give(of));
    return known.get(of);
  };
};

const most = (map, key, value) => value > (map.get(key) ?? 0) && map.set(key, value);

function search(head, source, stemOf) {
  const stop = new Set(head.stop.split(" "));
  const stem = kept(stemOf);
  // Without an e that comes and goes when a word is bent: åpen, åpne; sykkel, sykler; voksen, voksne.
  const lean = kept((word) => stem(word).replace(/(.)\1?e?([ln])$/, "$1$2"));
  const plain = kept(fold);
  const roots = kept((title) => plainWords(title).map(stem).join(" "));
  const same = head.same.map((group) => group.map(plainWords));

  /** How much a word of the plan counts for a word asked for: itself, another form of it, and if `wide` a
   *  word that begins with it, ends with it or has it within; nothing if they differ. */
  function likeness(asked, word, wide) {
    if (word === asked) return 1;
    if (stop.has(word) || /^\d/.test(asked)) return 0;
    const root = stem(asked);
    if (lean(word) === lean(asked)) return 0.9;
    if (!wide || asked.length < 3) return 0;
    const part = root.length < 4 ? asked : root;
    if (word.startsWith(part)) return 0.4;
    if (asked.length < 4) return 0;
    if (stem(word).endsWith(root)) return 0.45;
    return word.includes(part) ? 0.25 : 0;
  }

  const near = (asked) => source.words(asked, stem(asked));

  /** Adds the words of the plan that a word finds. */
  async function like(found, asked, counts, wide) {
    for (const word of await near(asked)) most(found, word, counts * likeness(asked, word, wide));
    return found;
  }

  /** The words of the plan that a word asked for finds, and how much each counts. */
  async function matches(asked, notes) {
    const found = await like(new Map(), asked, 1, true);
    const all = await near(asked);
    const isThere = found.size;
    for (const group of same) {
      if (!group.some((one) => one.length < 2 && stem(one[0]) === stem(asked))) continue;
      for (const [word, more] of group) if (!more) await like(found, word, SAME);
    }
    for (const word of all) {
      if (found.has(word) || stop.has(word)) continue;
      // With plain letters for å, ø, æ.
      const counts = likeness(plain(asked), plain(word), !isThere);
      most(found, word, 0.5 * counts);
      // One of its forms says which word is meant.
      if (counts && ![...notes.also].some((one) => stem(one) === stem(word))) notes.also.add(word);
    }
    if (found.size || asked.length < 4 || asked.length > 40 || /^\d/.test(asked)) return found;
    const meant = correct(asked, all) ?? compound(asked, all);
    if (meant) notes.instead.push([asked, meant]);
    for (const word of meant ?? []) await like(found, word, 0.6, true);
    return found;
  }

  /** The words of the plan that are one typing error away: whole words, then other forms, then beginnings. */
  function correct(asked, all) {
    const some = all.filter((word) => /^\D/.test(word) && !stop.has(word));
    const beginnings = (word) => [-1, 0, 1].some((more) => isNear(asked, word.slice(0, asked.length + more)));
    for (const test of [(word) => isNear(asked, word), (word) => isNear(stem(asked), stem(word)), beginnings]) {
      const found = some.filter(test);
      if (found.length) return found.sort((a, b) => a.length - b.length).slice(0, 3);
    }
  }

  /** The two words of the plan that a word is put together of. */
  function compound(asked, all) {
    for (let at = asked.length - 3; at > 2; at--) {
      const [first, last] = [asked.slice(0, at), stem(asked.slice(at))].map((part) => all.find((word) => stem(word) === part || word === part));
      if (first) return last ? [first, last] : [first];
    }
  }

  /** Several words that mean what one does, or the other way round: `{ at, length, words }`. */
  function widened(asked) {
    const roots = asked.map(stem);
    const found = [];
    for (const group of same) {
      for (const one of group) {
        const at = roots.findIndex((_, start) => one.every((word, place) => stem(word) === roots[start + place]));
        if (at < 0) continue;
        for (const other of group) if (other !== one && other.length + one.length > 2) found.push({ at, length: one.length, words: other.filter((word) => !stop.has(word)) });
      }
    }
    return found;
  }

  /** The units of some words, and how much the words weigh in each. */
  function weigh(found) {
    const weights = new Map();
    for (const [word, counts] of found) for (const [unit, weight] of source.postings(word)) grow(weights, unit, counts * weight);
    return weights;
  }

  /** The places that answer a query, best first, with what was read into it. */
  async function find(query) {
    const notes = { also: new Set(), instead: [] };
    let asked = [...new Set(plainWords(query))];
    const telling = asked.filter((word) => !stop.has(word));
    if (telling.length) asked = telling;
    const exact = async (word) => new Map((await source.words(word, word)).includes(word) ? [[word, 1]] : []);
    const found = await Promise.all(asked.map((word) => (telling.length ? matches(word, notes) : exact(word))));
    const wide = await Promise.all(widened(asked).map(async (one) => ({ ...one, found: await Promise.all(one.words.map((word) => like(new Map(), word, 1))) })));
    const all = [found, ...wide.map((one) => one.found)].flat();
    await source.fetch(all);
    const marked = new Set(all.flatMap((some) => [...some.keys()]));
    const lists = found.map(weigh);
    for (const { at, length, found } of wide) {
      const [first, ...rest] = found.map(weigh);
      for (const [unit, weight] of first ?? []) {
        const least = Math.min(weight, ...rest.map((list) => list.get(unit) ?? 0));
        for (let place = at; place < at + length; place++) most(lists[place], unit, SAME * least);
      }
    }
    return { results: await phrased(query, ranked(lists, asked.map(stem).join(" "))), marked, also: [...notes.also], instead: notes.instead };
  }

  /** Units by how well they hold what was asked for: BM25F, and more for those that hold all of it. */
  function ranked(lists, goal) {
    const scores = new Map();
    const held = new Map();
    let total = 0;
    for (const weights of lists) {
      const idf = Math.log(1 + (source.size - weights.size + 0.5) / (weights.size + 0.5));
      total += idf;
      for (const [unit, weight] of weights) {
        // More of a word soon stops to count.
        grow(scores, unit, (idf * weight) / (1.2 + weight));
        grow(held, unit, idf);
      }
    }
    const results = [...scores].map(([id, score]) => {
      const title = source.title(id);
      const isTitle = title !== undefined && roots(title) === goal;
      return { id, score: score * (held.get(id) / total) ** 1.5 * (head.kinds[source.kind(id)][3] ? 1.15 : 1) * (isTitle ? 1.5 : 1) };
    });
    return results.sort((a, b) => b.score - a.score || a.id - b.id);
  }

  /** The results that hold the phrases of a query, among as many as can be looked at. */
  async function phrased(query, results) {
    const phrases = [...clean(query).matchAll(/[\x22«“”]([^\x22«»“”]+)[\x22»“”]/g)].map(([, phrase]) => plainWords(phrase));
    if (!phrases.length) return results;
    const some = await Promise.all(results.slice(0, source.most).map(async (one) => [one, await source.unit(one.id)]));
    return some.filter(([, unit]) => phrases.every((phrase) => holds(unit, phrase))).map(([one]) => one);
  }

  return { head, find, unit: source.unit, kind: (id) => head.kinds[source.kind(id)][0], audience: source.audience };
}

/** Whether a unit has some words in a row. */
const holds = ({ title, text }, phrase) => [title, text].some((one) => spaced(plainWords(one)).includes(spaced(phrase)));

const spaced = (all) => ` ${all.join(" ")} `;

/** Whether one letter too many, too few, another or two that changed places make one word of the other. */
export function isNear(a, b) {
  if (a === b) return true;
  if (b.length < 3 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return [[1, 1], [1, 0], [0, 1]].some(([of, to]) => a.slice(at + of) === b.slice(at + to))
    || a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/** The box in the head of the page; none outside of a browser. */
export const box = globalThis.document?.querySelector(".search-box");

// Relative to this page; the site's root lies above the search.
const home = () => new URL(box.dataset.search, location.href);

let index;
/** The index, fetched once; a failure may be tried again. */
export const indexed = () => (index ??= load(new URL("index.json", home())).catch((why) => { index = null; throw why; }));

export const address = (path) => new URL("../" + path, home()).href;
export const page = (query) => new URL("./?" + new URLSearchParams(query), home()).href;

/** A word of the interface with its places filled. */
export const say = ({ head }, key, values = {}) => {
  const [, word] = head.say.find(([name]) => name === key);
  return word.replace(/\{(\w)\}/g, (_, name) => values[name]);
};

/** An element with attributes and content; what is written is never HTML. */
export const make = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(key, value);
  made.append(...content);
  return made;
};

/** A sentence, and the way to the register of words. */
export const toRegister = (text) => [text + " ", make("a", { href: box.href }, box.dataset.register)];

/** "12 treff". */
export const count = (index, n) => (n === 1 ? say(index, "one") : say(index, "many", { n: n.toLocaleString(index.head.lang) }));

/** What came of a query: how much was found, and what was read into it; or that nothing was, and what to do. */
export const outcome = (index, q, { results, also, instead }, found) => {
  if (!results.length) return toRegister(say(index, "none", { q }) + ". " + say(index, "none_help"));
  const list = (some) => some.slice(0, 3).map((word) => `«${word}»`).join(", ");
  const notes = instead.map(([q, meant]) => " " + say(index, "instead", { q, w: list(meant) }));
  if (also.length) notes.push(" " + say(index, "also", { w: list(also) }));
  return [found + ".", ...notes];
};

/** A text with the words that were found marked. */
export const mark = (text, marked) => {
  text = clean(text);
  let at = 0;
  const parts = [];
  for (const [word, start, end] of words(text)) {
    if (!marked.has(word)) continue;
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
};

/** The part of a text where most of the words stand. */
export const excerpt = (text, marked, length = 170) => {
  text = clean(text);
  const places = words(text).filter(([word]) => marked.has(word));
  let [best, most] = [0, 0];
  for (const [, start] of places) {
    const here = new Set(places.filter(([, from, to]) => from >= start && to <= start + length).map(([word]) => word)).size;
    if (here > most) [most, best] = [here, start];
  }
  const sentence = Math.max(text.lastIndexOf(". ", best) + 1, text.lastIndexOf(" · ", best) + 2);
  let from = best - sentence < 70 ? sentence : text.indexOf(" ", best - 50);
  if (from < 2) from = 0;
  let to = from + length;
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), best + 20);
  return [from ? "… " : "", ...mark(text.slice(from, to).trim(), marked), to < text.length ? " …" : ""];
};
