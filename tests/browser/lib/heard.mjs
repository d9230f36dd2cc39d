// The example plan with its round opened again, for those who test what comes in.

import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** The round. */
export const ROUND = "varen-2026";

/** The words that build the site in the plan's folder. */
export const BUILD = ["build", ".", "--out", "public"];

/**
 * Puts the example into a folder, with an open round of this title where nobody has said anything, and builds its site,
 * which leads to the service at an address.
 */
export function openExample(program, home, { title, origin }) {
  for (const folder of ["content", "versions"]) cpSync(join(root, folder), join(home, folder), { recursive: true });
  const index = join(home, `content/horinger/${ROUND}/index.md`);
  const opened = readFileSync(index, "utf8")
    .replace(/^tilstand = .*$/m, "tilstand = \"åpen\"")
    .replace(/^frist = .*$/m, "frist = 2099-04-10T23:59")
    .replace(/^tittel = .*$/m, () => `tittel = ${JSON.stringify(title)}`)
    .replace(/^spørsmål = \[$/m, () => `spørsmål = [\n  ${JSON.stringify(title)},`);
  writeFileSync(index, opened);
  const settings = join(home, "content/plan.toml");
  const led = readFileSync(settings, "utf8").replace(/^skjema = .*\n/m, "").replace(/^\[høring\]$/m, `[høring]\nskjema = "${origin}/"`);
  writeFileSync(settings, led);
  for (const file of ["submissions.jsonl", "assessments.toml"]) rmSync(join(home, `content/horinger/${ROUND}/${file}`));
  execFileSync(program, BUILD, { cwd: home, stdio: ["ignore", "ignore", "inherit"] });
}
