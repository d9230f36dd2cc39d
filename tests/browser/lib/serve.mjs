// A small static server, as strict as a municipality's own: with the very headers that examples/hosting gives.

import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const EXAMPLES = join(import.meta.dirname, "../../../examples/hosting");

/** Headers by pattern of path, from a file as static hosts read it. */
const RULES = rules(readFileSync(join(EXAMPLES, "_headers"), "utf8"));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".atom": "application/atom+xml",
  ".ics": "text/calendar; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
  ".ico": "image/x-icon",
  ".pdf": "application/pdf",
  ".webmanifest": "application/manifest+json",
};

/** Serves a folder on a free port of this machine; `{ origin, close }`. */
export async function serve(folder) {
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

function answer(folder, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://site").pathname));
  const isFolder = statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory();
  if (isFolder && !path.endsWith("/")) return response.writeHead(301, { location: `${path}/` }).end();
  const file = join(folder, path, isFolder ? "index.html" : "");
  const found = statSync(file, { throwIfNoEntry: false })?.isFile();
  if (found) return send(response, 200, file, path);
  const missing = join(folder, "404.html");
  if (statSync(missing, { throwIfNoEntry: false })) return send(response, 404, missing, path);
  response.writeHead(404).end();
}

function send(response, status, file, path) {
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const isText = /^text|json|xml/.test(type);
  const body = isText ? packed(file) : readFileSync(file);
  const encoding = isText ? { "content-encoding": "gzip", vary: "accept-encoding" } : {};
  const headers = { "content-type": type, "content-length": body.length, ...headersOf(path) };
  response.writeHead(status, { ...headers, ...encoding }).end(body);
}

const packedFiles = new Map();

/** A file packed with gzip; what every page loads is packed once. */
function packed(file) {
  if (file.endsWith(".html")) return gzipSync(readFileSync(file));
  if (!packedFiles.has(file)) packedFiles.set(file, gzipSync(readFileSync(file)));
  return packedFiles.get(file);
}

/** The headers of a path: those of every pattern that it fits, later ones over earlier ones. */
function headersOf(path) {
  const fitting = RULES.filter(({ start }) => path.startsWith(start));
  return Object.assign({}, ...fitting.map(({ headers }) => headers));
}

function rules(text) {
  const found = [];
  for (const line of text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"))) {
    const header = /^\s+([\w-]+): (.+)$/.exec(line);
    if (header) found.at(-1).headers[header[1].toLowerCase()] = header[2];
    else if (!/^\s/.test(line)) found.push({ start: line.trim().replace(/\*$/, ""), headers: {} });
  }
  return found;
}
