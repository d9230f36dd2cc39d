// From text to words and stems, as src/search/analysis.rs does it; tests/search/vectors.json holds the
// two together. The stemmers are written after the algorithms at snowballstem.org.

const WORD = /(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+|\d+)(?:[.,/]\d+)*|\p{Alphabetic}[\p{Alphabetic}\d]*/gu;

export const clean = (text) => text.normalize("NFC").replaceAll("\u00ad", "");

/** The words of a text, each with its place in it: `[word, start, end]`. */
export const words = (text) => Array.from(text.matchAll(WORD), ({ 0: found, index }) => [
  (/^\d/.test(found) ? found.replace(/\s/g, "").replaceAll(".", ",") : found).toLowerCase(),
  index,
  index + found.length,
]);

const PLAIN = { æ: "a", ø: "o", đ: "d", ŋ: "n", ŧ: "t", aa: "a", ae: "a", oe: "o" };

/** A word with plain letters. */
export const fold = (word) => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[æøđŋŧ]/g, (letter) => PLAIN[letter]).replace(/aa/g, "a").replace(/ae/g, "a").replace(/oe/g, "o");

const region = (word, vowels, from = 0) => {
  const at = word.slice(from).search(RegExp(`[${vowels}][^${vowels}]`));
  return at < 0 ? word.length : from + at + 2;
};

// Norwegian and Swedish are one algorithm with two sets of endings.
const nordic = (vowels, beforeS, endings, pairs, last) => {
  const ending = RegExp(`(?:${endings})$`);
  const s = RegExp(`${beforeS}s$`);
  const pair = RegExp(`(?:${pairs})$`);
  const end = RegExp(`(?:${last})$`);
  return (word) => {
    if (word.length < 3) return word;
    const start = Math.max(3, region(word, vowels));
    const cut = (pattern, change) => {
      const found = pattern.exec(word.slice(start));
      if (found) word = change(word.slice(0, start + found.index), found[0]);
    };
    cut(ending, (rest, found) => {
      if (found === "s") return s.test(word) ? rest : word;
      return /^erte?$/.test(found) && vowels.includes("ø") ? rest + "er" : rest;
    });
    cut(pair, () => word.slice(0, -1));
    cut(end, (rest, found) => rest + ({ fullt: "full", "löst": "lös" }[found] ?? ""));
    return word;
  };
};

const norwegian = nordic(
  "aeiouyæåø",
  "(?:[bcdfghjlmnoprtvyz]|[^aeiouyæåø]k)",
  "a|ede|ande|ende|ane|(?:het)?ene|erte|e|(?:het)?en|ar|(?:het)?er|as|edes|endes|(?:het)?enes|es|(?:het)?ens|ers|ets|s|h?et|ert|ast",
  "dt|vt",
  "e?leg|e?lig|e?ig|els|(?:hets|e|s)?lov",
);

const swedish = nordic(
  "aeiouyäåö",
  "[bcdfghjklmnoprtvy]",
  "a|(?:[aeo]|hete)rna|ad|e|ade|ande|arne|are|aste|en|anden|aren|heten|ern|ar|(?:het)?er|or|as|[aeo]rnas|es|ades|andes|(?:ar|het)?ens|erns|s|at|andet|het|ast",
  "[dg]d|nn|[dgkt]t",
  "l?ig|els|fullt|löst",
);

const V = "aeiouy";
const SHORT = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/;
const ODD = { skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl" };
const KEPT = /^(?:sky|news|howe|atlas|cosmos|bias|andes)$/;
const STEP_2 = { ational: "ate", tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", fulli: "ful", lessli: "less", ogi: "og", li: "" };
const STEP_3 = { ational: "ate", tional: "tion", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "" };
const of = (endings) => RegExp(`(?:${Object.keys(endings).join("|")})$`);
const SECOND = of(STEP_2);
const THIRD = of(STEP_3);
const FOURTH = /(?:al|[ae]nce|er|ic|[ai]ble|(?:(?:e?m)?e|a)nt|ism|ate|iti|ous|i[vz]e|ion)$/;

const english = (word) => {
  if (word.length < 3 || KEPT.test(word)) return word;
  if (Object.hasOwn(ODD, word)) return ODD[word];
  word = word.replace(/(^|[aeiouy])y/g, "$1Y");
  const known = /^(?:gener|commun|arsen)/.exec(word);
  const r1 = known ? known[0].length : region(word, V);
  const r2 = region(word, V, r1);
  let rest;
  const end = (pattern, from = 0) => {
    const found = pattern.exec(word);
    rest = found && word.slice(0, found.index);
    return found && found.index >= from ? found[0] : "";
  };
  switch (end(/(?:sses|ie[sd]|[us]?s)$/)) {
    case "sses": word = rest + "ss"; break;
    case "ies": case "ied": word = rest + (rest.length > 1 ? "i" : "ie"); break;
    case "s": if (/[aeiouy]./.test(rest)) word = rest;
  }
  if (/^(?:inning|outing|canning|herring|earring|(?:pro|ex|suc)ceed)$/.test(word)) return word;
  const first = end(/(?:eed(?:ly)?|(?:ed|ing)(?:ly)?)$/);
  if (first.startsWith("eed")) {
    if (rest.length >= r1) word = rest + "ee";
  } else if (first && /[aeiouy]/.test(rest)) {
    word = rest;
    if (/(?:at|bl|iz)$/.test(word)) word += "e";
    else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = word.slice(0, -1);
    else if (word.length === r1 && SHORT.test(word)) word += "e";
  }
  word = word.replace(/(.[^aeiouy])[yY]$/, "$1i");
  let found = end(SECOND, r1);
  if (found === "li" ? /[cdeghkmnrt]$/.test(rest) : found === "ogi" ? /l$/.test(rest) : found) word = rest + STEP_2[found];
  found = end(THIRD, r1);
  if (found && (found !== "ative" || rest.length >= r2)) word = rest + STEP_3[found];
  found = end(FOURTH, r2);
  if (found && (found !== "ion" || /[st]$/.test(rest))) word = rest;
  rest = word.slice(0, -1);
  if (/e$/.test(word)) {
    if (rest.length >= r2 || (rest.length >= r1 && !SHORT.test(rest))) word = rest;
  } else if (/ll$/.test(word) && rest.length >= r2) word = rest;
  return word.replaceAll("Y", "y");
};

/** The stemmer of a language, by its tag. */
export const stemmer = (language) => ({ nb: norwegian, nn: norwegian, sv: swedish, en: english })[language] ?? ((word) => word);
