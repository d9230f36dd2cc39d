// A section of RESULTS.md, written by whatever measured it; the others stay as they are. The build's bench writes the
// beginning of the file, and keeps the sections that `benches/runner/results.rs` names.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";

const FILE = resolve(import.meta.dirname, "RESULTS.md");

/** What was measured on, for the line above a table. */
export const machine = () => `${cpus().length} cores, ${cpus()[0].model}; load when it ended: ${loadavg()[0].toFixed(1)}`;

/** Puts a section in the place of the one with its title, or at the end. */
export function section(title, text) {
  const old = existsSync(FILE) ? readFileSync(FILE, "utf8") : "# Results\n";
  const parts = old.trimEnd().split(/\n(?=## )/);
  const rest = parts.filter((part) => !part.startsWith(`## ${title}\n`));
  writeFileSync(FILE, `${[...rest.map((part) => part.trimEnd()), `## ${title}\n\n${text.trim()}`].join("\n\n")}\n`);
  console.log(`The section “${title}” of ${FILE} is written.`);
}
