// A small plan's index: its texts are one file, and what a large one has in many is made of them here. The
// weights are those of src/search/postings.rs.

import { grow, plainWords } from "./search-find.js";

// How much a word in a title weighs, and in the title of the page above.
const TITLE = 6;
const WITHIN = 1.5;

export function whole(head) {
  let page;
  const units = head.units.map(([path, fragment, title, kind, audience, text]) => {
    if (path) page = { path, title };
    return { path: page.path + (fragment && "#" + fragment), within: path ? "" : page.title, title, kind, audience, text };
  });
  const fields = units.map(({ title, within, text }) => [title, within, text].map(plainWords));
  const mean = fields.reduce((sum, [, , text]) => sum + text.length, 0) / fields.length;
  const postings = new Map();
  fields.forEach(([title, within, text], id) => {
    const weights = new Map();
    const tally = (list, weight) => list.forEach((word) => grow(weights, word, weight));
    tally(title, TITLE / (0.5 + title.length / 6));
    tally(within, WITHIN / (0.5 + within.length / 6));
    tally(text, 1 / (0.4 + (0.6 * text.length) / mean));
    for (const [word, weight] of weights) {
      if (!postings.has(word)) postings.set(word, []);
      postings.get(word).push([id, weight]);
    }
  });
  const all = [...postings.keys()];
  return {
    size: units.length,
    most: units.length,
    words: async () => all,
    fetch: async () => {},
    postings: (word) => postings.get(word),
    unit: async (id) => units[id],
    title: (id) => units[id].title,
    kind: (id) => units[id].kind,
    audience: (id) => units[id].audience,
  };
}
