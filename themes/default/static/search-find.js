// Finds places in the plan: the index fetched, the query understood, the units ranked.

import { clean, fold, stemmer, words } from "./search-words.js";

// How much a word in a title weighs, and in the title of the page above; how soon more of it stops to count.
const TITLE = 6;
const WITHIN = 1.5;
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
const ANSWERS = new Set(["goal", "indicator", "measure", "component", "narrative", "quality-tool", "service", "term"]);

/** Fetches an index, once. */
export async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.status);
  return open(await answer.json());
}

/** An index that answers: `find(query)` gives results, `unit(id)` one of them. */
export function open(head) {
  if (head.version !== 1) throw new Error("version");
  const stop = new Set(head.stop.split(" "));
  const stemOf = stemmer(head.lang);
  const stems = new Map();
  const stem = (word) => stems.get(word) ?? (stems.set(word, stemOf(word)), stems.get(word));
  const same = head.same.map((group) => group.map((words_) => words(words_).map(([word]) => word)));
  const { units, postings } = read(head);

  /** How much a word of the plan counts for a word asked for; nothing if they differ. */
  function likeness(asked, word, wide = true) {
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

  /** The words of the plan that a word asked for finds: `Map` of word to how much it counts. */
  function matches(asked, notes) {
    const found = new Map();
    const add = (word, counts) => counts > (found.get(word) ?? 0) && found.set(word, counts);
    for (const word of postings.keys()) add(word, likeness(asked, word));
    const isThere = found.size > 0;
    for (const group of same) {
      if (!group.some((one) => one.length === 1 && stem(one[0]) === stem(asked))) continue;
      for (const [word, ...more] of group) {
        if (more.length === 0) for (const one of postings.keys()) add(one, SAME * likeness(word, one, false));
      }
    }
    if (stop.has(asked)) return found;
    const plain = fold(asked);
    for (const word of postings.keys()) {
      if (found.has(word) || stop.has(word)) continue;
      const counts = PLAIN * likeness(plain, fold(word), !isThere);
      if (counts) add(word, counts), isThere || counts < PLAIN * FORM || notes.also.add(word);
      if (counts >= PLAIN * FORM) notes.also.add(word);
    }
    if (found.size === 0 && asked.length > 3 && /^\D/.test(asked)) {
      const meant = correct(asked);
      if (meant.length) notes.instead.push([asked, meant]);
      for (const one of meant) for (const word of postings.keys()) add(word, TYPO * likeness(one, word));
    }
    return found;
  }

  /** The words of the plan that are one typing error away: whole words first, then other forms, then beginnings. */
  function correct(asked) {
    const all = [...postings.keys()].filter((word) => /^\D/.test(word) && !stop.has(word));
    const near = (give) => all.filter((word) => give(word).some((one) => one.length > 2 && isNear(asked, one)));
    for (const give of [
      (word) => [word],
      (word) => (isNear(stem(asked), stem(word)) ? [asked] : []),
      (word) => [-1, 0, 1].map((more) => word.slice(0, asked.length + more)),
    ]) {
      const found = near(give);
      if (found.length) return found.sort((a, b) => postings.get(b).length - postings.get(a).length).slice(0, 3);
    }
    return [];
  }

  /** The places that answer a query, best first, with what was read into it. */
  async function find(query) {
    const notes = { also: new Set(), instead: [] };
    const marked = new Set();
    const phrases = [...clean(query).matchAll(/["«“”]([^"«»“”]+)["»“”]/g)].map((found) => words(found[1]).map(([word]) => word));
    let asked = [...new Set(words(clean(query)).map(([word]) => word))];
    const told = asked.filter((word) => !stop.has(word));
    const onlyStops = told.length === 0;
    if (!onlyStops) asked = told;
    const scores = new Map();
    let total = 0;
    const lists = asked.map((word) => {
      const found = onlyStops ? new Map(postings.has(word) ? [[word, 1]] : []) : matches(word, notes);
      const weights = new Map();
      for (const [one, counts] of found) {
        marked.add(one);
        for (const [unit, weight] of postings.get(one)) weights.set(unit, (weights.get(unit) ?? 0) + counts * weight);
      }
      return weights;
    });
    widen(asked, lists, marked);
    for (const weights of lists) {
      const idf = Math.log(1 + (units.length - weights.size + 0.5) / (weights.size + 0.5));
      total += idf;
      for (const [unit, weight] of weights) {
        const so = scores.get(unit) ?? [0, 0];
        scores.set(unit, [so[0] + (idf * weight) / (K + weight), so[1] + idf]);
      }
    }
    const goal = asked.map(stem).join(" ");
    let results = [...scores].map(([id, [score, mass]]) => {
      const unit = units[id];
      let counts = score * (mass / total) ** 1.5;
      if (ANSWERS.has(head.kinds[unit.kind][0])) counts *= 1.15;
      if (words(unit.title).map(([word]) => stem(word)).join(" ") === goal) counts *= 1.5;
      return { id, score: counts };
    });
    for (const phrase of phrases) results = results.filter(({ id }) => holds(units[id], phrase));
    results.sort((a, b) => b.score - a.score || a.id - b.id);
    return { results, marked, also: [...notes.also], instead: notes.instead };
  }

  /** Several words that mean what one does, or the other way round. */
  function widen(asked, lists, marked) {
    const roots = asked.map(stem);
    for (const group of same) {
      for (const one of group) {
        const at = roots.findIndex((_, start) => one.every((word, place) => stem(word) === roots[start + place]));
        if (at < 0) continue;
        for (const other of group) {
          if (other === one || (one.length === 1 && other.length === 1)) continue;
          const found = other.filter((word) => !stop.has(word)).map((word) => {
            const weights = new Map();
            for (const [here, list] of postings) {
              const counts = likeness(word, here, false);
              if (counts) marked.add(here);
              if (counts) for (const [unit, weight] of list) weights.set(unit, (weights.get(unit) ?? 0) + counts * weight);
            }
            return weights;
          });
          for (const unit of found[0]?.keys() ?? []) {
            const least = Math.min(...found.map((weights) => weights.get(unit) ?? 0));
            for (let place = at; least && place < at + one.length; place++) {
              lists[place].set(unit, Math.max(lists[place].get(unit) ?? 0, SAME * least));
            }
          }
        }
      }
    }
  }

  return {
    head,
    find,
    unit: async (id) => units[id],
    kind: (id) => head.kinds[units[id].kind][0],
    audience: (id) => units[id].audience,
  };
}

/** Whether a unit has some words in a row. */
function holds(unit, phrase) {
  return [unit.title, unit.text].some((text) => {
    const all = words(clean(text)).map(([word]) => word);
    return all.some((_, at) => phrase.every((word, place) => all[at + place] === word));
  });
}

/** Whether one letter too many, too few, another or two that changed places make one word of the other. */
export function isNear(a, b) {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  const rest = (x, from) => x.slice(at + from);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
    || (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2));
}

/** The units of a small plan, and for each word the units that hold it and how much it weighs there. */
function read(head) {
  let page;
  const units = head.units.map(([path, fragment, title, kind, audience, text]) => {
    if (path) page = { path, title };
    return { path: page.path + (fragment && "#" + fragment), within: path ? "" : page.title, title, kind, audience, text };
  });
  const fields = units.map(({ title, within, text }) => [title, within, text].map((one) => words(clean(one)).map(([word]) => word)));
  const mean = fields.reduce((sum, [, , text]) => sum + text.length, 0) / fields.length;
  const postings = new Map();
  fields.forEach(([title, within, text], id) => {
    const weights = new Map();
    const norm = 0.4 + (0.6 * text.length) / mean;
    const tally = (list, weight) => list.forEach((word) => weights.set(word, (weights.get(word) ?? 0) + weight));
    tally(title, TITLE / (0.5 + title.length / 6));
    tally(within, WITHIN / (0.5 + within.length / 6));
    tally(text, 1 / norm);
    for (const [word, weight] of weights) {
      if (!postings.has(word)) postings.set(word, []);
      postings.get(word).push([id, weight]);
    }
  });
  return { units, postings };
}
