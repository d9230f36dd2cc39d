// What people send, as a spreadsheet opens it: texts that mean harm in every field, fetched as CSV and XLSX by the staff
// and from the site, opened by LibreOffice. No cell may be a formula, nothing may be fetched or run, and all words
// must have come through. A file without guards is opened too: if that does nothing, the check is worth nothing.
//
// Needs soffice with Calc: `apt-get install --no-install-recommends libreoffice-calc`.
//   node tests/soak/hearing/office.mjs target/release/planverk
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";
import { BUILD, openExample, ROUND } from "../../browser/lib/heard.mjs";
import { HOSTILE } from "../../browser/lib/hostile.mjs";
import { ask, codeIn, limits, signIn, start, stop, uuid } from "./lib.mjs";

const program = resolvePath(process.argv[2]);
const home = mkdtempSync(join(tmpdir(), "hearing-office-"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));

// What a formula would fetch, or leave behind.
const fetched = [];
const web = createServer((request, answer) => {
  fetched.push(request.url);
  answer.end("<x>fetched</x>");
});
await new Promise((resolve) => web.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${web.address().port}`;
const canary = join(home, "canary");
const FORMULAS = [
  "=1+41", "+1+41", "-1+43", "@SUM(41;1)", "=SUM(41,1)", " =1+41", "\t=1+41", "\n=1+41", "'=1+41", "\"=1+41", "\";=1+41;\"", "\"\n=1+41",
  ";=1+41", "a;=1+41", ",=1+41", "a,=1+41", "a\t=1+41", "\ufeff=1+41", "＝1+41", "{=1+41}",
  `=WEBSERVICE("${address}/webservice")`, `=HYPERLINK("${address}/link";"Klikk her")`, `=HYPERLINK("${address}/link","Klikk her")`,
  `=IMAGE("${address}/image")`, `=DDE("soffice";"${canary}";"A1")`, `=cmd|'/C touch ${canary}'!A0`, `='file:///etc/passwd'#$Sheet1.A1`,
  `=MSEXCEL|'\\..\\..\\..\\bin\\touch ${canary}'!''`, `=IMPORTXML("${address}/xml","//a")`, "=CALL(\"libc.so.6\";\"system\";\"JC\";\"x\")",
];
const TEXTS = [...HOSTILE, ...FORMULAS];

openExample(program, home, { title: FORMULAS[0], origin: "http://localhost" });
writeFileSync(join(home, "hearing.toml"), `address = "http://localhost"\nlisten = "127.0.0.1:0"\n` +
  `publish = ${JSON.stringify([program, ...BUILD])}\n[limits]\nper_minute = 1000000\nfill_seconds = 0\n`);
execFileSync(program, ["hearing", "user", "add", "kari"], { cwd: home, input: "korrekt hest batteri" });
const { child, port } = await start(program, home);
const form = `/horing/${ROUND}/svar`;
const key = /name="token" value="([^"]+)"/.exec((await ask(port, form)).text)[1];
for (const [place, text] of TEXTS.entries()) {
  const fields = [["token", key], ["uuid", uuid(place)], ["on", "b309"], ["comment", text], ["answer", text], ["text", text],
    ["name", text], ["kind", "organisation"], ["named", "1"], ["do", "send"]];
  const { text: page } = await ask(port, form, new URLSearchParams(fields).toString());
  if (!codeIn(page)) throw new Error(`not received: ${text}`);
}
const { cookie, token } = await signIn(port, "kari", "korrekt hest batteri");
const staff = async (path, fields) => {
  const body = fields && new URLSearchParams([["token", token], ...fields]).toString();
  const answer = await ask(port, path, body, undefined, undefined, { Cookie: cookie });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return answer;
};
for (const [place, text] of TEXTS.entries()) {
  const number = place + 1;
  await staff(`/intern/svar/${ROUND}/${number}`, [["version", "1"], ["do", "publish"]]);
  const items = [`s${number}`, `s${number}.1`, `s${number}#1`];
  const versions = items.map((item) => [`version-${item}`, "0"]);
  await staff("/intern/vurdering", [["round", ROUND], ...items.map((item) => ["item", item]), ...versions, ["result", "not"], ["reason", text]]);
}
const files = {};
for (const ending of ["csv", "xlsx"]) {
  files[`staff.${ending}`] = (await staff(`/intern/fil/${ROUND}/innspill.${ending}`)).bytes;
}
await stop(child);
execFileSync(program, ["hearing", "export", "--publish"], { cwd: home });
for (const ending of ["csv", "xlsx"]) files[`site.${ending}`] = readFileSync(join(home, `public/horinger/${ROUND}/submissions.${ending}`));
// The same texts with no guard, as a control.
const bare = TEXTS.map((text) => `"${text.replace(/"/g, '""')}"`).join("\r\n");
files["bare.csv"] = Buffer.from(`\ufeff${bare}\r\n`);

/** What LibreOffice makes of a file: its sheets with every cell's attributes, as XML. CSV is read as eagerly as it can be. */
function opened(name) {
  const path = join(home, name);
  writeFileSync(path, files[name]);
  // Semicolons, quotes, UTF-8, from line 1, numbers looked for, formulas evaluated.
  const filter = name.endsWith(".csv") ? ["--infilter=Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,0,true"] : [];
  const profile = `-env:UserInstallation=file://${home}/profile`;
  execFileSync("soffice", [profile, "--headless", "--norestore", ...filter, "--convert-to", "fods", "--outdir", join(home, "opened"), path],
    { stdio: "ignore", timeout: 300000 });
  return readFileSync(join(home, "opened", name.replace(/\.\w+$/, ".fods")), "utf8");
}

const plain = (xml) => xml.replace(/<text:s text:c="(\d+)"\/>/g, (_, count) => " ".repeat(count)).replace(/<text:s\/>/g, " ")
  .replace(/<text:tab\/>/g, "\t").replace(/<[^>]*>/g, "").replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: "\"", apos: "'", amp: "&" })[name]);

/** The cells of a sheet: whether each is a formula or leads somewhere, and its words. */
function cells(xml) {
  return [...xml.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(([, about, inside = ""]) => ({
    formula: /table:formula="([^"]*)"/.exec(about)?.[1],
    leads: /xlink:href="([^"]*)"/.exec(inside)?.[1],
    text: [...inside.matchAll(/<text:p[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)].map(([, line = ""]) => plain(line)).join("\n"),
  }));
}

/** A text as it must come through: what is no sign in XML or turns writing round is taken out on the way in. */
const bareWords = (text) => text.replace(/[\p{Cc}\p{Cf}\s'⟦⟧]/gu, "").normalize("NFC");

const rows = [];
for (const name of Object.keys(files)) {
  const xml = opened(name);
  const all = cells(xml);
  const formulas = all.filter(({ formula }) => formula);
  const leading = all.filter(({ leads }) => leads);
  const words = all.map(({ text }) => bareWords(text));
  const missing = TEXTS.filter((text) => !words.includes(bareWords(text)));
  console.log(`${name}: ${all.filter(({ text }) => text).length} cells with words, ${formulas.length} formulas, ${leading.length} links, ${missing.length} texts missing`);
  if (name === "bare.csv") {
    rows.push(["formulas in the control without guards", formulas.length, 5, Infinity]);
    continue;
  }
  formulas.concat(leading).slice(0, 5).forEach(({ formula, leads, text }) => console.log(`  ${formula ?? leads}: ${text}`));
  missing.slice(0, 5).forEach((text) => console.log(`  missing: ${JSON.stringify(text)}`));
  const others = /<(office:event-listeners|ooo:module|script:module|table:dde-link|table:cell-range-source|draw:plugin|draw:object)[ >]/.exec(xml)?.[1];
  rows.push([`formulas in ${name}`, formulas.length, 0, 0], [`links in ${name}`, leading.length, 0, 0], [`texts missing in ${name}`, missing.length, 0, 0],
    [`scripts, links and objects in ${name}`, others ? 1 : 0, 0, 0]);
  rows.push([`fetched by ${name}`, fetched.length, 0, 0], [`left behind by ${name}`, existsSync(canary) ? 1 : 0, 0, 0]);
}
web.close();
limits(rows);
