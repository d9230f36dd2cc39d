// Failing with all that is wrong, told once and short.

import assert from "node:assert/strict";

/** Fails with what was found, one a line, if anything was. */
export function none(found, what) {
  if (found.length > 0) assert.fail(`${what}:\n  ${found.join("\n  ")}`);
}
