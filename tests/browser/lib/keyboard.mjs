// Walking through a page with Tab.

/** How many presses are under way at a time. */
const AT_ONCE = 40;
/** A press without its release, which moves nothing. */
const TAB = { type: "rawKeyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };

/** What Tab does not reach, or does not leave again: one line each. */
export async function tabbed(page) {
  const count = await page.evaluate(() => {
    const wanted = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
    const stops = [...document.querySelectorAll(wanted)].filter(
      (part) => part.tabIndex >= 0 && !part.disabled && part.checkVisibility({ visibilityProperty: true }),
    );
    globalThis.planverkStops = stops;
    globalThis.planverkSeen = [];
    document.addEventListener("focusin", ({ target }) => globalThis.planverkSeen.push(target));
    document.activeElement?.blur();
    getSelection().removeAllRanges();
    scrollTo(0, 0);
    return stops.length;
  });
  const session = await page.context().newCDPSession(page);
  // One step more, which leaves the last.
  for (let step = 0; step <= count; step += AT_ONCE) {
    const steps = Math.min(AT_ONCE, count + 1 - step);
    // Each waits for a frame of its own; sent together they don't wait for each other's answers.
    await Promise.all(Array.from({ length: steps }, () => session.send("Input.dispatchKeyEvent", TAB)));
  }
  await session.detach();
  return page.evaluate(() => {
    const { planverkStops: stops, planverkSeen: seen } = globalThis;
    const last = stops.at(-1);
    const missed = stops.filter((stop) => !seen.includes(stop)).map((stop) => `Tab does not reach ${stop.outerHTML.slice(0, 100)}`);
    const stuck = last && document.activeElement === last ? [`Tab does not leave ${last.outerHTML.slice(0, 100)}`] : [];
    return [...missed.slice(0, 5), ...stuck];
  });
}
