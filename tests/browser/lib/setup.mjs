// What every test file begins with: the site built and served, a browser open, both closed after.

import { after } from "node:test";

import { launch } from "./browser.mjs";
import { serve } from "./serve.mjs";
import { builtSite, pagesOf } from "./site.mjs";

const built = builtSite();
const server = await serve(built.folder);

export const folder = built.folder;
export const origin = server.origin;
export const pages = pagesOf(folder);
export const browser = await launch();

after(async () => {
  await browser.close();
  await server.close();
  built.remove();
});
