// Debian's Chromium, started quiet, and pages in it that remember what went wrong.

import { chromium } from "playwright-core";

/** Where the browser is; another may be named as CHROMIUM. */
export const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Without these the browser speaks to hosts of its own, and needs rights that a container has not. */
export const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const NARROW = { width: 320, height: 640 };
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

export function launch() {
  return chromium.launch({ executablePath, args: flags });
}

/**
 * A page opened in a browser of its own memory, with lists of what it asked for and what it complained
 * about; `close` drops it all.
 */
export async function open(browser, url, options = {}) {
  const opened = await watched(browser, options);
  await settle(opened, url);
  return opened;
}

/** An empty page in a browser of its own memory, which remembers as `open` tells. */
export async function watched(browser, options = {}) {
  const context = await browser.newContext({
    viewport: PHONE,
    colorScheme: "light",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (request) => requests.push(request));
  page.on("requestfailed", (request) => {
    // A page that is left while something is still on its way.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    const isOwn404 = page.url().endsWith("/404.html") && message.text().includes("404");
    if (["error", "warning"].includes(message.type()) && !isOwn404) complaints.push(message.text());
  });
  return { page, context, requests, complaints, close: () => context.close() };
}

/** Goes to an address, and forgets what was asked for and complained about before. */
export async function settle({ page, requests, complaints }, url) {
  requests.length = 0;
  complaints.length = 0;
  await page.goto(url, { waitUntil: "load" });
}
