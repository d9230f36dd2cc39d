// The Nu HTML checker over every page of every site, style sheet and picture in SVG: neither errors nor warnings.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

import vnu from "vnu-jar";

import { allSites } from "./lib/site.mjs";

/** What the checker says wrongly, each with the reason why we know better. */
const ALLOWED = [
  [/^CSS: “container(-type|-name)?”: Property .* doesn't exist/, "in browsers since 2023; the checker lags"],
  [/^CSS: Unrecognized at-rule “@container”/, "in browsers since 2023; the checker lags"],
  [/^This document appears to be written in .*“lang="se"”/, "Northern Sámi is not among the languages that the checker can guess"],
];

it("the checker has nothing to say", (test) => {
  const files = allSites().flatMap(({ folder }) => {
    const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(html|css|svg)$/.test(name));
    return names.map((name) => join(folder, name));
  });
  // A short run on few cores: compiling it well, or collecting on many threads, costs more than it saves.
  const machine = ["-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
  const checker = [...machine, "-jar", vnu, "--format", "json", "--also-check-css", "--also-check-svg"];
  const { stderr, error } = spawnSync("java", [...checker, ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ifError(error);
  assert.match(stderr, /^\{"version"/, stderr.slice(0, 2000));
  const { messages } = JSON.parse(stderr);
  const kept = messages.filter(({ message }) => !ALLOWED.some(([pattern]) => pattern.test(message)));
  const told = [...new Set(kept.map(({ message }) => message))].map((message) => {
    const same = kept.filter((one) => one.message === message);
    const { url, lastLine, extract } = same[0];
    const place = url ? `${relative(tmpdir(), fileURLToPath(url))}:${lastLine ?? 1}` : "?";
    return `${place}: ${message} (${same.length} times)\n    ${extract?.trim() ?? ""}`;
  });
  assert.ok(kept.length === 0, `${kept.length} messages of the Nu HTML checker\n${told.join("\n")}`);
  test.diagnostic(`${files.length} files`);
});
