// A plan of random figures, the same for the same seed: many series, long names, gaps, breaks of scale.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAMES = [
  "Eksempelvik", "Landet", "Fylket", "Å", "KOSTRA-gruppe 7", "Landet uten Oslo, Bergen og Trondheim",
  "Kommunegruppegjennomsnittet", "Nabokommunene i Nordre Eksempelfjord-regionen", "Grunnskolelærerutdanningskandidater",
];
const UNITS = ["%", "", "poeng", "årsverk per 1 000 innbyggere"];
/** What a chart can tell apart. */
const MOST_IN_CHART = 6;

/** Numbers from 0 up to, and without, 1: mulberry32. */
function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes a plan of at least so many series into a folder; how many indicators it has. */
export function writePlan(folder, seed, wanted) {
  const random = chance(seed);
  const below = (end) => Math.floor(random() * end);
  const content = join(folder, "content");
  mkdirSync(join(content, "01-tall"), { recursive: true });
  mkdirSync(join(content, "data"));
  mkdirSync(join(content, "registre"));
  writeFileSync(join(content, "registre", "kilder.toml"), '[[source]]\nid = "terning"\ntitle = "Terningkast"\n');
  writeFileSync(join(content, "plan.toml"), PLAN);
  writeFileSync(join(content, "index.md"), "Tall.\n");
  writeFileSync(join(content, "01-tall", "index.md"), '+++\ntitle = "Tall"\n+++\n\nTall.\n');
  let indicators = 0;
  for (let series = 0; series < wanted; indicators += 1) {
    const names = shuffled(NAMES, below).slice(0, 1 + below(MOST_IN_CHART));
    series += names.length;
    const id = `telling-${indicators + 1}`;
    writeFileSync(join(content, "data", `${id}.csv`), rows(names, below));
    writeFileSync(join(content, "01-tall", `${id}.md`), page(id, below));
  }
  return indicators;
}

const PLAN = `title = "Tilfeldige tall"
municipality = "Eksempelvik kommune"
language = "nb"
period = { from = 2026, to = 2029 }
stage = "draft"
contact = { name = "Servicetorget", email = "post@eksempelvik.kommune.example" }
domain = "eksempelvik.kommune.example"
`;

function page(id, below) {
  const target = below(2) ? `target = { value = "${below(1000)}", year = 2029 }\n` : "";
  const unit = UNITS[below(UNITS.length)];
  return `+++\ntitle = "Telling ${id}"\nkind = "indicator"\nsource = "terning"\nunit = "${unit}"\ndata = { file = "${id}.csv" }\n${target}+++\n\nTall.\n`;
}

/** Walks that begin anywhere; some figures are held back, missing or preliminary. */
function rows(names, below) {
  const count = 1 + below(below(2) ? 4 : 30);
  const places = names.map(() => below(1000));
  const step = 1 + below(200);
  const years = Array.from({ length: count }, (_, at) => 2025 - count + 1 + at);
  const cell = (name) => {
    places[name] = Math.max(0, places[name] + below(2 * step) - step);
    const kind = below(30);
    if (kind === 0) return ":";
    if (kind === 1) return "..";
    return `${(places[name] / 10).toFixed(1).replace(".", ",")}${kind === 2 ? "*" : ""}`;
  };
  const lines = years.map((year) => [year, ...names.map((_, name) => cell(name))].join(";"));
  return [["År", ...names].join(";"), ...lines, ""].join("\n");
}

function shuffled(all, below) {
  const mixed = [...all];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  return mixed;
}
