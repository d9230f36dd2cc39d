// The site under test: built from the repository's own plan, or a folder given as PLANVERK_SITE.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";

export const repository = resolve(import.meta.dirname, "../../..");

/** The program under test, built if none is given. */
export function planverk() {
  if (process.env.PLANVERK_BIN) return resolve(process.env.PLANVERK_BIN);
  execFileSync("cargo", ["build", "--quiet", "--release", "--locked"], { cwd: repository, stdio: "inherit" });
  return resolve(repository, process.env.CARGO_TARGET_DIR ?? "target", "release", "planverk");
}

/** Builds a plan; the day is given, so that every run sees the same pages. */
export function build(plan, out) {
  const build = ["build", plan, "--out", out, "--date", "2026-11-22"];
  const options = { cwd: repository, stdio: "inherit" };
  const program = process.env.PLANVERK_BIN;
  if (program) execFileSync(resolve(program), build, options);
  else execFileSync("cargo", ["run", "--quiet", "--release", "--locked", "--", ...build], options);
}

/** The site's folder, and a function that removes it if it was built here. */
export function builtSite() {
  const given = process.env.PLANVERK_SITE;
  if (given) return { folder: resolve(given), remove: () => {} };
  const temporary = mkdtempSync(join(tmpdir(), "planverk-site-"));
  const folder = join(temporary, "site");
  build(repository, folder);
  return { folder, remove: () => rmSync(temporary, { recursive: true, force: true }) };
}

/** The languages that `planverk new` writes a plan in. */
const LANGUAGES = ["nb", "nn", "se", "sv", "en"];

/**
 * All sites under test, `{ name, folder, isOtherTheme, isOtherLanguage }`: the example, the example in another theme, and
 * what `planverk new` writes in each language.
 */
export function allSites() {
  const built = process.env.PLANVERK_SITES;
  if (!built) throw new Error("the sites are built by run.mjs: npm test, or npm test pages");
  return JSON.parse(built);
}

/** Builds the sites beside the example's into a folder. */
export function buildSites(example, into) {
  const sites = [{ name: "the example", folder: example }];
  const fjord = join(into, "fjord");
  mkdirSync(fjord);
  for (const part of ["content", "versions", "themes"]) cpSync(join(repository, part), join(fjord, part), { recursive: true });
  const settings = join(fjord, "content", "plan.toml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}\n[tema]\nnavn = "fjord"\n`);
  sites.push({ name: "the example in Fjord", folder: builtIn(fjord), isOtherTheme: true });
  for (const language of LANGUAGES) {
    const plan = join(into, language);
    execFileSync(planverk(), ["new", plan, "--language", language], { stdio: "ignore" });
    sites.push({ name: `a new plan, ${language}`, folder: builtIn(plan), isOtherLanguage: language !== "nb" });
  }
  return sites;
}

function builtIn(plan) {
  const folder = `${plan}-site`;
  build(plan, folder);
  return folder;
}

/**
 * Every page of a site, in order of address: `{ path, address, kind, html }`. The kind stands on
 * `<body data-kind="…">`. Pages that only send the reader on to another address are left out.
 */
export function pagesOf(folder) {
  if (!existsSync(folder)) throw new Error(`no site at ${folder}`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.name.endsWith(".html") && !file.isDirectory());
  const pages = paths.map((file) => readPage(folder, join(file.parentPath ?? file.path, file.name)));
  const shown = pages.filter((page) => !/<meta[^>]+http-equiv=["']?refresh/i.test(page.html));
  return shown.sort((a, b) => (a.address < b.address ? -1 : 1));
}

function readPage(folder, path) {
  const html = readFileSync(path, "utf8");
  const body = /<body\b[^>]*>/i.exec(html)?.[0] ?? "";
  const kind = /\bdata-kind=["']?([\w-]+)/.exec(body)?.[1] ?? null;
  const address = "/" + relative(folder, path).split(sep).map(encodeURIComponent).join("/");
  return { path, kind, html, address: address.replace(/\/index\.html$/, "/") };
}

/** One page of every kind. */
export function onePerKind(pages) {
  return [...new Map(pages.toReversed().map((page) => [page.kind, page])).values()].toReversed();
}

/** The longest page that search engines may show, by its source. */
export function longest(pages) {
  const listed = pages.filter((page) => !page.html.includes('<meta name="robots" content="noindex"'));
  return listed.reduce((a, b) => (b.html.length > a.html.length ? b : a));
}
