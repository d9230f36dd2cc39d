// The English stemmer, after the algorithm at snowballstem.org (Porter's second); fetched by English plans alone.

/** Where what follows the first consonant after a vowel begins. */
const region = (word, from = 0) => {
  const at = word.slice(from).search(/[aeiouy][^aeiouy]/);
  return at < 0 ? word.length : from + at + 2;
};

const SHORT = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/;
const ODD = { skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl" };
const KEPT = /^(?:sky|news|howe|atlas|cosmos|bias|andes)$/;
const STEP_2 = { ational: "ate", tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", fulli: "ful", lessli: "less", ogi: "og", li: "" };
const STEP_3 = { ational: "ate", tional: "tion", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "" };
const of = (endings) => RegExp(`(?:${Object.keys(endings).join("|")})$`);
const SECOND = of(STEP_2);
const THIRD = of(STEP_3);
const FOURTH = /(?:al|[ae]nce|er|ic|[ai]ble|(?:(?:e?m)?e|a)nt|ism|ate|iti|ous|i[vz]e|ion)$/;

export const english = (word) => {
  if (word.length < 3 || KEPT.test(word)) return word;
  if (Object.hasOwn(ODD, word)) return ODD[word];
  word = word.replace(/(^|[aeiouy])y/g, "$1Y");
  const known = /^(?:gener|commun|arsen)/.exec(word);
  const r1 = known ? known[0].length : region(word);
  const r2 = region(word, r1);
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
