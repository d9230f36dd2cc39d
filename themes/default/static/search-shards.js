// A large plan's index, in files that are fetched as a query needs them: see src/search/shards.rs.

import { fold } from "./search-find.js";

// How many files of words a look-up may fetch, and how many postings a word asked for; the most alike come first.
const FILES = 3;
const POSTINGS = 40000;

export function shards({ shards: { words, parts, postings, texts, units, sorts } }, get) {
  const files = new Map();
  const file = (name) => {
    if (!files.has(name)) files.set(name, get(name + ".json").catch((why) => { files.delete(name); throw why; }));
    return files.get(name);
  };
  const [known, lists, shown] = [new Map(), new Map(), new Map()];

  /** The file that holds a place: the last that begins at or before it. */
  const last = (list, place) => Math.max(0, list.findLastIndex(([first]) => first <= place));
  /** The files that hold what begins with some letters. */
  const within = (list, letters) => list.slice(last(list, letters), list.findLastIndex(([first]) => first <= letters + "\uffff") + 1).slice(0, FILES);

  async function vocabulary(list) {
    await Promise.all(list.map(async ([, first, name]) => {
      (await file(name)).forEach(([word, count], place) => known.set(word, { number: first + place, count }));
    }));
  }

  async function stood(list) {
    const rows = await Promise.all(list.map(([, name]) => file(name)));
    for (const [word, number] of rows.flat()) if (!known.has(word)) known.set(word, { number, count: 1 });
  }

  return {
    size: units.length,
    most: 60,
    /** The words that may be meant by one: with its beginning, with its first or last half, and those it is a part of. */
    async words(asked, stem) {
      const [plain, root] = [asked, stem].map(fold);
      const half = Math.ceil(plain.length / 2);
      const start = root.length < 3 ? plain : root.slice(0, Math.max(3, root.length - 1));
      await Promise.all([
        vocabulary(parts.length ? [start, plain.slice(0, Math.max(3, half))].flatMap((letters) => within(words, letters)) : words),
        stood([root, plain.slice(half)].filter((part) => parts.length && part.length > 3).flatMap((part) => within(parts, part))),
      ]);
      return [...known.keys()];
    },
    /** Fetches the postings of what was found. */
    async fetch(found) {
      const wanted = new Set();
      for (const some of found) {
        let sum = 0;
        for (const [word] of [...some].sort((a, b) => b[1] - a[1])) {
          const { count } = known.get(word);
          if (sum && sum + count > POSTINGS) break;
          sum += count;
          wanted.add(word);
        }
      }
      await Promise.all([...wanted].filter((word) => !lists.has(word)).map(async (word) => {
        const { number } = known.get(word);
        const [first, name] = postings[last(postings, number)];
        lists.set(word, read((await file(name))[number - first]));
      }));
    },
    postings: (word) => lists.get(word) ?? [],
    async unit(id) {
      if (!shown.has(id)) {
        const [first, name] = texts[last(texts, id)];
        (await file(name)).forEach(([page, fragment, title, kind, audience, text, within], place) => {
          shown.set(first + place, { path: page + (fragment && "#" + fragment), title, kind, audience, text, within });
        });
      }
      return shown.get(id);
    },
    title: (id) => shown.get(id)?.title,
    kind: (id) => sorts[units.codePointAt(id) - 48][0],
    audience: (id) => sorts[units.codePointAt(id) - 48][1],
  };
}

/** Postings from text: a capital for the weight's step, then the distance from the unit before. */
function read(text) {
  const list = [];
  let next = 0;
  for (const [, step, distance] of text.matchAll(/([A-P])([0-9a-v]*)/g)) {
    next += parseInt(distance || 0, 32) + 1;
    list.push([next - 1, 2 ** ((step.charCodeAt() - 65) / 2 - 2)]);
  }
  return list;
}
