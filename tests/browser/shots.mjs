// Pictures of pages for people to look at: node tests/browser/shots.mjs OUT [ADDRESS…]
//
// Without addresses, a page of every kind. Each is taken on a phone and a desktop, light and dark.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { DESKTOP, launch, open, PHONE } from "./lib/browser.mjs";
import { serve } from "./lib/serve.mjs";
import { builtSite, onePerKind, pagesOf } from "./lib/site.mjs";

const [out, ...asked] = process.argv.slice(2);
if (!out) {
  console.error("use: node tests/browser/shots.mjs OUT [ADDRESS…]   (PLANVERK_SITE or PLANVERK_BIN tell which site)");
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const site = builtSite();
const server = await serve(site.folder);
const browser = await launch();
const addresses = asked.length > 0 ? asked : onePerKind(pagesOf(site.folder)).map((page) => page.address);

for (const address of addresses) {
  const name = decodeURIComponent(address).replace(/^\/|\/$|\.html$/g, "").replaceAll("/", "-") || "front";
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(browser, new URL(address, server.origin).href, { viewport, colorScheme });
      const path = join(out, `${name}-${size}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      console.log(path);
      await close();
    }
  }
}

await browser.close();
await server.close();
site.remove();
