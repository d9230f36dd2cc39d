// A server of planverk's own, started for a test.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** A port that nobody listens at. */
export function freePort() {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  }));
}

/** The hearing service of a folder, once it listens; it is an error if it ends before. */
export function serveHearing(program, home) {
  const service = spawn(program, ["hearing", "serve"], { cwd: home, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  service.stderr.on("data", (text) => { said += text; });
  return new Promise((resolve, reject) => {
    service.stdout.once("data", () => resolve(service));
    service.once("exit", (code) => reject(new Error(`the service ended with ${code}: ${said}`)));
  });
}
