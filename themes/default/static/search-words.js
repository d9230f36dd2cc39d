// From text to words and stems, as src/search/analysis.rs does it; tests/search/vectors.json holds the
// two together.

const WORD = /(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+|\d+)(?:[.,/]\d+)*|\p{Alphabetic}[\p{Alphabetic}\d]*/gu;

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

const PLAIN = { æ: "a", ø: "o", đ: "d", ŋ: "n", ŧ: "t", aa: "a", ae: "a", oe: "o" };

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
