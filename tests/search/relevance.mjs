// How well the search answers what people ask: see README.md.

import { readFileSync } from "node:fs";

/** The questions: `[{ asks, right }]`. */
export function questions() {
  const file = readFileSync(new URL("questions.toml", import.meta.url), "utf8");
  const asked = [...file.matchAll(/^asks = (".*")$\s+^right = (\[.*\])$/gm)];
  return asked.map(([, asks, right]) => ({ asks: JSON.parse(asks), right: JSON.parse(right) }));
}

/** The rank of the first place that answers, from 1; infinite when none does. A right place without a
 *  fragment is any place of its page. `pages` looks at pages alone. */
export function rank(found, right, pages = false) {
  const page = (place) => place.split("#")[0];
  const shown = pages ? [...new Set(found.map(page))] : found;
  const wanted = pages ? right.map(page) : right;
  const at = shown.findIndex((place) => wanted.includes(place) || wanted.includes(page(place)));
  return at < 0 ? Infinity : at + 1;
}

/** Mean reciprocal rank among the first ten, and how many are among the first five. */
export function figures(ranks) {
  const mean = (give) => ranks.reduce((sum, one) => sum + give(one), 0) / ranks.length;
  return { mrr: mean((one) => (one <= 10 ? 1 / one : 0)), recall5: mean((one) => (one <= 5 ? 1 : 0)) };
}
