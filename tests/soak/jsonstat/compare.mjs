// Compares every value that planverk reads of JSON-stat files with what jsonstat-toolkit reads.
//
//   node compare.mjs PLANVERK FILE…
//
// For each file a plan is made with an indicator for every way through the dimensions but the time; it is
// built, and the figures of each indicator's JSON are compared. Without files, random cubes are made.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import JSONstat from "jsonstat-toolkit";

const [planverk, ...files] = process.argv.slice(2);
if (!planverk) throw new Error("usage: node compare.mjs PLANVERK [FILE…]");

/** A cube of random dimensions, dense or sparse, the time at a random place. */
function randomCube(seed) {
  let state = seed;
  const next = (limit) => (state = (state * 1103515245 + 12345) % 2147483648) % limit;
  const count = 2 + next(3);
  const time = next(count);
  const sizes = Array.from({ length: count }, () => 1 + next(5));
  const dimension = {};
  sizes.forEach((size, place) => {
    const codes = Array.from({ length: size }, (_, nth) => (place === time ? String(2030 - nth) : `k${nth}`));
    const index = next(2) ? codes : Object.fromEntries(codes.map((code, nth) => [code, nth]));
    dimension[`D${place}`] = { category: { index } };
  });
  const cells = sizes.reduce((product, size) => product * size, 1);
  const values = Array.from({ length: cells }, () => (next(5) ? (next(100000) - 50000) / 100 : null));
  const sparse = Object.fromEntries(values.map((value, at) => [at, value]).filter(([, value]) => value !== null));
  return {
    version: "2.0", class: "dataset", id: Object.keys(dimension), size: sizes,
    role: { time: [`D${time}`] }, dimension, value: next(2) ? values : sparse,
  };
}

/** Every choice of one category of each dimension but the time. */
function ways(dataset, time) {
  return dataset.id.filter((id) => id !== time).reduce(
    (all, id) => all.flatMap((way) => dataset.Dimension(id).id.map((code) => ({ ...way, [id]: code }))), [{}]);
}

/** The calendar form in which planverk writes a time. */
const iso = (code) => code.replace("M", "-").replace(/K(\d)/, "-Q$1");

function compare(name, text) {
  const folder = mkdtempSync(join(tmpdir(), "planverk-jsonstat-"));
  const content = join(folder, "content");
  mkdirSync(join(content, "data"), { recursive: true });
  writeFileSync(join(content, "plan.toml"), 'title = "P"\nmunicipality = "Vik"\nlanguage = "en"\n');
  writeFileSync(join(content, "data", "cube.json"), text);
  const dataset = JSONstat(JSON.parse(text));
  const time = dataset.role.time[0];
  const all = ways(dataset, time);
  const rows = all.map((way, nth) => {
    const select = Object.entries(way).map(([id, code]) => `${JSON.stringify(id)} = ${JSON.stringify(code)}`);
    return `[[indicator]]\nid = "i${nth}"\ntitle = "I"\ndata = { file = "cube.json", name = "S", select = { ${select.join(", ")} } }\n`;
  });
  writeFileSync(join(content, "all.toml"), rows.join("\n"));
  execFileSync(planverk, ["build", folder, "--out", join(folder, "out"), "--lang", "en"], { stdio: "pipe", maxBuffer: 1 << 28 });
  let compared = 0;
  all.forEach((way, nth) => {
    const told = findSeries(join(folder, "out"), `i${nth}`);
    for (const code of dataset.Dimension(time).id) {
      const expected = dataset.Data({ ...way, [time]: code })?.value ?? null;
      const seen = told.get(iso(code)) ?? null;
      if (expected !== seen) throw new Error(`${name} ${JSON.stringify(way)} ${code}: ${seen} should be ${expected}`);
      compared += 1;
    }
  });
  rmSync(folder, { recursive: true });
  return compared;
}

/** The numbers of an indicator by time; none where it has no figures. */
function findSeries(out, id) {
  let text;
  try {
    text = readFileSync(join(out, "open-data", "indicators", `${id}.json`), "utf8");
  } catch {
    return new Map();
  }
  const [series] = JSON.parse(text).series;
  return new Map((series?.observations ?? []).map((one) => [one.time, one.value]));
}

const given = files.map((file) => [basename(file), readFileSync(file, "utf8")]);
const random = files.length ? [] : Array.from({ length: 200 }, (_, seed) => [`random ${seed}`, JSON.stringify(randomCube(seed + 1))]);
let total = 0;
for (const [name, text] of [...given, ...random]) {
  const compared = compare(name, text);
  total += compared;
  if (files.length) console.log(`${name}: ${compared} values are the same`);
}
console.log(`${total} values of ${given.length + random.length} files are the same`);
