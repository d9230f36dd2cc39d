// The stemmers of Norwegian and Swedish, after the algorithms at snowballstem.org; fetched by plans in
// those languages.

// Norwegian and Swedish are one algorithm with two sets of endings.
const nordic = (vowels, beforeS, endings, pairs, last) => {
  const first = RegExp(`[${vowels}][^${vowels}]`);
  const ending = RegExp(`(?:${endings})$`);
  const s = RegExp(`${beforeS}s$`);
  const pair = RegExp(`(?:${pairs})$`);
  const end = RegExp(`(?:${last})$`);
  return (word) => {
    if (word.length < 3) return word;
    // Nothing is cut off before the first consonant after a vowel.
    const at = word.search(first);
    const start = at < 0 ? word.length : Math.max(3, at + 2);
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

export const norwegian = nordic(
  "aeiouyæåø",
  "(?:[bcdfghjlmnoprtvyz]|[^aeiouyæåø]k)",
  "a|ede|ande|ende|ane|(?:het)?ene|erte|e|(?:het)?en|ar|(?:het)?er|as|edes|endes|(?:het)?enes|es|(?:het)?ens|ers|ets|s|h?et|ert|ast",
  "dt|vt",
  "e?leg|e?lig|e?ig|els|(?:hets|e|s)?lov",
);

export const swedish = nordic(
  "aeiouyäåö",
  "[bcdfghjklmnoprtvy]",
  "a|(?:[aeo]|hete)rna|ad|e|ade|ande|arne|are|aste|en|anden|aren|heten|ern|ar|(?:het)?er|or|as|[aeo]rnas|es|ades|andes|(?:ar|het)?ens|erns|s|at|andet|het|ast",
  "[dg]d|nn|[dgkt]t",
  "l?ig|els|fullt|löst",
);
