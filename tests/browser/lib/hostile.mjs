// Texts that mean harm wherever they are shown, and a look at whether one of them did anything.

/** What runs when a page takes a text for its own: as an element, in an attribute, a script, a template, XML. */
const RUN = "globalThis.ran=1";
export const HOSTILE = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `</textarea></title></style><script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `"><svg onload=${RUN}>`,
  `' autofocus onfocus='${RUN}`,
  `" autofocus onfocus="${RUN}" x="`,
  `\` onmouseover=${RUN} \``,
  `javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `[klikk](javascript:${RUN}) ![x](x" onerror="${RUN})`,
  `data:text/html,<script>${RUN}</script>`,
  `<iframe srcdoc="<script>parent.ran=1</script>">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<a href="javascript:${RUN}">x</a><base href="//x.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `]]><x:script xmlns:x="http://www.w3.org/1999/xhtml">${RUN}</x:script>`,
  `<?xml-stylesheet href="data:text/xsl,x"?><!ENTITY x "y">&x;`,
  `{{ 7777 * 7 }}{% raw %}{{ constructor.constructor('${RUN}')() }}\${7777*7}<%= 7777*7 %>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;&#60;img src=x onerror=${RUN}&#62;`,
  `\u202e\ufeff<\u200bscript>${RUN}</script>`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
];

/** All of them, for a field of several lines. */
export const ALL = HOSTILE.join("\n");

/** As many at a time as a name may hold. */
export const NAMES = HOSTILE.reduce((names, text) => {
  const last = names.at(-1);
  if (last !== undefined && `${last} ${text}`.length <= 190) return [...names.slice(0, -1), `${last} ${text}`];
  return [...names, text.slice(0, 190)];
}, []);

/** What of it a page has run, or taken for elements and attributes of its own; empty where it is all words. */
export function whatRan(page) {
  return page.evaluate(() => {
    if (globalThis.ran !== undefined) return "a script";
    const foreign = "[onerror], [onload], [onfocus], [onmouseover], [ontoggle], [href^='javascript' i], [src='x'], [srcdoc], " +
      "iframe, base, math, meta[http-equiv='refresh' i]";
    const own = document.querySelector(foreign);
    if (own) return own.outerHTML;
    const scripts = [...document.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "script")];
    const written = scripts.find((script) => !script.src && script.textContent.includes("ran=1") && !/json/.test(script.type));
    if (written) return written.outerHTML;
    return document.documentElement.textContent.includes(String(7777 * 7)) ? "a template" : "";
  });
}
