// Under strace: the file is put on disk before each receipt is sent. Needs strace.
//   node tests/soak/hearing/sync.mjs target/release/planverk [submissions]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ask, codeIn, folder, form, limits, start, stop, submission, token } from "./lib.mjs";

const [program, many = "50"] = process.argv.slice(2);
const home = folder();
const calls = join(home, "calls");
const { child, port } = await start(program, home, { before: `strace -D -f -s 64 -e trace=fsync,fdatasync,write,writev,sendto,sendmsg -o ${calls}` });
const key = await token(port);
for (let number = 0; number < Number(many); number += 1) {
  const { text } = await ask(port, form, submission(key, number));
  if (!codeIn(text)) throw new Error(text);
}
await stop(child);
// strace goes after what it looks at.
await new Promise((resolve) => setTimeout(resolve, 500));
let synced = 0, receipts = 0, early = 0;
for (const line of readFileSync(calls, "utf8").split("\n")) {
  // A call that another thread interrupts is told twice: done is what has its result.
  if (/(fsync|fdatasync)(\(| resumed).*= 0/.test(line)) synced += 1;
  if (/(write|writev|sendto|sendmsg)\(.*HTTP\/1\.1 200 OK/.test(line)) {
    receipts += 1;
    // The first is the form's.
    if (receipts > 1 && synced === 0) early += 1;
    synced = 0;
  }
}
console.log(`${receipts - 1} receipts, ${early} of them before the file was on disk`);
limits([["receipts", receipts - 1, Number(many), Number(many)], ["sent too early", early, 0, 0]]);
