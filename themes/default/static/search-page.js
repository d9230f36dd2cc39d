// The page that searches: all results, filters, and an address that can be shared.

import { address, box, count, excerpt, indexed, make, mark, outcome, say, toRegister } from "./search-find.js";

const MORE = 20;
const place = document.querySelector("[data-search-page]");
history.scrollRestoration = "manual";

const asked = () => Object.fromEntries(new URLSearchParams(location.search));
const input = make("input", { type: "search", name: "q", "aria-labelledby": "search-heading", autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search" });
const form = make("form", { class: "search-field", role: "search" }, box.querySelector("svg").cloneNode(true), input);
const told = make("p", { class: "search-told", role: "status" });
const filters = make("div", { class: "search-filters" });
const results = make("ol", { class: "search-results" });
const more = make("p");
document.querySelector("h1").id = "search-heading";
place.setAttribute("data-added", "");
place.replaceChildren(form, told, filters, results, more);

/** The address says all that the page shows. */
const go = (changes, push) => {
  const next = { ...asked(), ...changes };
  for (const key of Object.keys(next)) if (!next[key]) delete next[key];
  history[push ? "pushState" : "replaceState"](null, "", "?" + new URLSearchParams(next));
  return render();
};

let turn = 0;
async function render() {
  const mine = ++turn;
  const { q = "", kind = "", audience = "", n = MORE } = asked();
  if (input.value.trim() !== q) input.value = q;
  let index;
  try {
    index = await indexed();
  } catch {
    return told.replaceChildren(...toRegister(box.dataset.failed));
  }
  const answer = await index.find(q);
  const all = answer.results;
  const bit = Number(audience);
  // What is for everybody is for each.
  const isFor = ({ id }) => !bit || (index.audience(id) & (bit | 1)) > 0;
  const ofKind = ({ id }) => !kind || index.kind(id) === kind;
  const kept = all.filter((one) => isFor(one) && ofKind(one));
  const units = await Promise.all(kept.slice(0, Number(n)).map(({ id }) => index.unit(id)));
  if (mine !== turn) return;
  filters.replaceChildren(...(all.length ? [kinds(index, all.filter(isFor), kind), audiences(index, all.filter(ofKind), bit)] : []));
  results.replaceChildren(...units.map((unit) => result(index, unit, answer.marked)));
  more.replaceChildren(...(kept.length > units.length ? [button(say(index, "more"), () => go({ n: Number(n) + MORE }))] : []));
  const found = kept.length < all.length ? say(index, "filtered", { m: kept.length, n: all.length }) : count(index, all.length);
  told.replaceChildren(...(q ? outcome(index, q, answer, found) : []));
}

function result(index, unit, marked) {
  const [name, one] = index.head.kinds[unit.kind];
  return make("li", {},
    make("p", { class: "kind-name" }, ...(name === "text" ? [] : [one]), ...(unit.within ? [name === "text" ? unit.within : " · " + unit.within] : [])),
    make("h2", {}, make("a", { href: address(unit.path) }, ...mark(unit.title, marked))),
    make("p", {}, ...excerpt(unit.text, marked, 220)));
}

const button = (text, act, attributes = {}) => {
  const made = make("button", { type: "button", class: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
};

function kinds(index, all, kind) {
  const counts = new Map();
  for (const { id } of all) counts.set(index.kind(id), (counts.get(index.kind(id)) ?? 0) + 1);
  const named = index.head.kinds.filter(([name]) => counts.has(name) || name === kind);
  const chip = (name, text, n) => button(`${text} (${n})`, () => go({ kind: name, n: "" }, true).then(() => {
    place.querySelector("[aria-pressed=true]")?.focus();
  }), { "aria-pressed": String(name === kind), class: "search-chip" });
  return make("div", { role: "group", "aria-label": say(index, "kinds") },
    chip("", say(index, "everything"), all.length),
    ...named.map(([name, , many]) => chip(name, many, counts.get(name) ?? 0)));
}

function audiences(index, all, bit) {
  const count_ = (mask) => all.filter(({ id }) => index.audience(id) & (mask | 1)).length;
  const option = (mask, text) => make("option", { value: mask || "", selected: mask === bit && "" }, text);
  const groups = index.head.audiences.map((name, at) => [2 ** at, name]).slice(1).filter(([mask]) => mask === bit || count_(mask));
  if (!groups.length) return "";
  const select = make("select", {}, option(0, index.head.audiences[0]), ...groups.map(([mask, name]) => option(mask, `${name} (${count_(mask)})`)));
  select.addEventListener("change", () => go({ audience: select.value, n: "" }, true).then(() => place.querySelector("select")?.focus()));
  return make("label", { class: "search-for" }, say(index, "audiences") + " ", select);
}

input.addEventListener("input", () => go({ q: input.value.trim(), n: "" }));
form.addEventListener("submit", (event) => { event.preventDefault(); go({ q: input.value.trim(), n: "" }, true); });
// Going back comes back to the same place in the list.
addEventListener("pagehide", () => history.replaceState({ y: scrollY }, ""));
addEventListener("popstate", (event) => render().then(() => scrollTo(0, event.state?.y ?? 0)));
// Focus stays where the reader is: whoever tabs while the index is fetched is on the way to the text.
const y = history.state?.y;
render().then(() => y && scrollTo(0, y));
