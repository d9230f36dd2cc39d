// What dialog and page share: the index, words of the interface, and how a place is shown.

import { load } from "./search-find.js";
import { clean, words } from "./search-words.js";

export const box = document.querySelector(".search-box");
// Both paths are relative to this page.
const home = new URL(box.dataset.search, location.href);
const root = new URL("..", home);
const register = new URL(box.getAttribute("href"), location.href).href;

let index;
/** The index, fetched once; a failure may be tried again. */
export const indexed = () => (index ??= load(new URL("index.json", home)).catch((why) => { index = null; throw why; }));

export const address = (path) => new URL(path, root).href;
export const page = (query) => new URL("?" + new URLSearchParams(query), new URL(".", home)).href;

/** A word of the interface with its places filled. */
export const say = ({ head }, key, values = {}) => {
  const word = (head.say.find(([name]) => name === key) ?? ["", key])[1];
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
export const toRegister = (text) => [text + " ", make("a", { href: register }, box.dataset.register)];

/** That nothing was found, and what to do. */
export const nothing = (index, q) => toRegister(say(index, "none", { q }) + ". " + say(index, "none_help"));

/** "12 treff". */
export const count = (index, n) => (n === 1 ? say(index, "one") : say(index, "many", { n: n.toLocaleString(index.head.lang) }));

/** What was read into the query, in words. */
export const notes = (index, { also, instead }) => {
  const list = (some) => some.slice(0, 3).map((word) => `«${word}»`).join(", ");
  return [
    ...instead.map(([q, meant]) => say(index, "instead", { q, w: list(meant) })),
    ...(also.length ? [say(index, "also", { w: list(also) })] : []),
  ];
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
  let best = 0;
  let most = 0;
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
