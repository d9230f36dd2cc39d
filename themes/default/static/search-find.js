// Finds places in the plan: the index fetched, the query understood, the units ranked.

import { clean, fold, grow, plainWords, stemmer } from "./search-words.js";

// How soon more of a word stops to count.
const K = 1.2;
// How much a word counts that is not the one asked for: another form of it, the beginning of a word, its
// end, its middle; a synonym; plain letters for å, ø, æ; a typing error.
const FORM = 0.9;
const BEGIN = 0.4;
const END = 0.45;
const MIDDLE = 0.25;
const SAME = 0.7;
const PLAIN = 0.5;
const TYPO = 0.6;
const ANSWERS = /^(?:goal|indicator|measure|component|narrative|quality-tool|service|term)$/;

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
  const plain = kept(fold);
  const roots = kept((title) => plainWords(title).map(stem).join(" "));
  const same = head.same.map((group) => group.map(plainWords));

  /** How much a word of the plan counts for a word asked for; nothing if they differ. */
  function likeness(asked, word, wide) {
    if (word === asked) return 1;
    if (stop.has(word) || /^\d/.test(asked)) return 0;
    const root = stem(asked);
    if (stem(word) === root) return FORM;
    if (!wide || asked.length < 3) return 0;
    const part = root.length < 4 ? asked : root;
    if (word.startsWith(part)) return BEGIN;
    if (asked.length < 4) return 0;
    if (stem(word).endsWith(root)) return END;
    return word.includes(part) ? MIDDLE : 0;
  }

  /** Adds the words of the plan that a word finds. */
  function like(found, asked, all, counts, wide) {
    for (const word of all) most(found, word, counts * likeness(asked, word, wide));
  }

  /** The words of the plan that a word asked for finds, and how much each counts. */
  async function matches(asked, notes) {
    const found = new Map();
    const all = await source.words(asked, stem(asked));
    like(found, asked, all, 1, true);
    const isThere = found.size > 0;
    for (const group of same) {
      if (!group.some((one) => one.length < 2 && stem(one[0]) === stem(asked))) continue;
      for (const [word, more] of group) if (!more) like(found, word, await source.words(word, stem(word)), SAME);
    }
    for (const word of all) {
      if (found.has(word) || stop.has(word)) continue;
      const counts = likeness(plain(asked), plain(word), !isThere);
      most(found, word, PLAIN * counts);
      // One of its forms says which word is meant.
      if (counts && ![...notes.also].some((one) => stem(one) === stem(word))) notes.also.add(word);
    }
    if (found.size || asked.length < 4 || asked.length > 40 || /^\d/.test(asked)) return found;
    const meant = correct(asked, all) ?? compound(asked, all);
    if (meant) notes.instead.push([asked, meant]);
    for (const word of meant ?? []) like(found, word, await source.words(word, stem(word)), TYPO, true);
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
    const wide = await Promise.all(widened(asked).map(async (one) => ({ ...one, found: await Promise.all(one.words.map(async (word) => {
      const some = new Map();
      like(some, word, await source.words(word, stem(word)), 1);
      return some;
    })) })));
    const marked = new Set([...found, ...wide.flatMap((one) => one.found)].flatMap((some) => [...some.keys()]));
    await source.fetch(found, wide.flatMap((one) => one.found));
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
        grow(scores, unit, (idf * weight) / (K + weight));
        grow(held, unit, idf);
      }
    }
    const results = [...scores].map(([id, score]) => {
      const title = source.title(id);
      const isTitle = title !== undefined && roots(title) === goal;
      return { id, score: score * (held.get(id) / total) ** 1.5 * (ANSWERS.test(head.kinds[source.kind(id)][0]) ? 1.15 : 1) * (isTitle ? 1.5 : 1) };
    });
    return results.sort((a, b) => b.score - a.score || a.id - b.id);
  }

  /** The results that hold the phrases of a query, among as many as can be looked at. */
  async function phrased(query, results) {
    const phrases = [...clean(query).matchAll(/["«“”]([^"«»“”]+)["»“”]/g)].map(([, phrase]) => plainWords(phrase));
    if (!phrases.length) return results;
    const some = await Promise.all(results.slice(0, source.most).map(async (one) => [one, await source.unit(one.id)]));
    return some.filter(([, unit]) => phrases.every((phrase) => holds(unit, phrase))).map(([one]) => one);
  }

  return { head, find, unit: source.unit, kind: (id) => head.kinds[source.kind(id)][0], audience: source.audience };
}

/** Whether a unit has some words in a row. */
const holds = (unit, phrase) => [unit.title, unit.text].some((text) => {
  const all = plainWords(text);
  return all.some((_, at) => phrase.every((word, place) => all[at + place] === word));
});

/** Whether one letter too many, too few, another or two that changed places make one word of the other. */
export function isNear(a, b) {
  if (a === b) return true;
  if (b.length < 3 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  const rest = (x, from) => x.slice(at + from);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
    || (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2));
}
