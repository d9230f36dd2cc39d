// Search as you type: a dialog with a combobox, after the pattern of the ARIA Authoring Practices.

import { address, box, count, excerpt, indexed, make, mark, nothing, notes, page, say, toRegister } from "./search-show.js";

const MOST = 8;
let dialog;

/** Opens the dialog. */
export function show() {
  dialog ??= build();
  dialog.showModal();
}

function build() {
  const title = box.textContent.trim();
  const input = make("input", {
    type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": "search-list",
    "aria-autocomplete": "list", "aria-label": title, autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search",
  });
  const close = make("button", { type: "button", class: "search-close" }, "×");
  const form = make("form", { class: "search-field" }, box.querySelector("svg").cloneNode(true), input, close);
  const told = make("p", { class: "search-told", role: "status" });
  const list = make("div", { role: "listbox", id: "search-list", "aria-label": title });
  const made = make("dialog", { class: "search-dialog", "aria-label": title, "data-added": "" }, form, told, list);
  document.body.append(made);

  let chosen = -1;
  let asked = 0;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const choose = (place) => {
    const all = options();
    all[chosen]?.setAttribute("aria-selected", "false");
    chosen = all.length ? (place + all.length + 1) % (all.length + 1) : -1;
    if (chosen === all.length) chosen = -1;
    all[chosen]?.setAttribute("aria-selected", "true");
    all[chosen]?.scrollIntoView({ block: "nearest" });
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", all[chosen].id);
  };
  const search = async () => {
    const turn = ++asked;
    const query = input.value.trim();
    let index, answer, shown;
    try {
      index = await indexed();
      answer = query ? await index.find(query) : { results: [], also: [], instead: [] };
      shown = await Promise.all(answer.results.slice(0, MOST).map(({ id }) => index.unit(id)));
    } catch {
      told.replaceChildren(...toRegister(box.dataset.failed));
      return;
    }
    // A later letter has been typed.
    if (turn !== asked) return;
    close.setAttribute("aria-label", say(index, "close"));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...groups(index, shown, answer.marked));
    const more = answer.results.length > shown.length;
    if (more) list.append(make("a", { role: "option", id: "search-all", class: "search-more", href: page({ q: query }), tabindex: "-1", "aria-selected": "false" }, say(index, "all", { n: answer.results.length })));
    input.setAttribute("aria-expanded", String(shown.length > 0));
    if (!query) told.replaceChildren(say(index, "hint"));
    else if (shown.length) told.replaceChildren([count(index, answer.results.length) + ".", ...notes(index, answer)].join(" "));
    else told.replaceChildren(...nothing(index, query));
  };
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? options().length - 1 : chosen - 1);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const option = options()[chosen];
    const query = input.value.trim();
    if (option) go(option.href);
    else if (query) go(page({ q: query }));
  });
  const go = (href) => { made.close(); location.href = href; };
  list.addEventListener("click", (event) => { if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) made.close(); });
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", (event) => { if (event.target === made) made.close(); });
  search();
  return made;
}

/** Results by kind; the kind of the best comes first. */
function groups(index, units, marked) {
  const kinds = new Map();
  units.forEach((unit, place) => {
    const [, , many] = index.head.kinds[unit.kind];
    if (!kinds.has(many)) kinds.set(many, []);
    kinds.get(many).push(make("a", { role: "option", id: `search-${place}`, href: address(unit.path), tabindex: "-1", "aria-selected": "false" },
      make("span", { class: "search-title" }, ...mark(unit.title, marked)),
      ...(unit.within ? [make("span", { class: "search-within" }, unit.within)] : []),
      make("div", { class: "search-text" }, ...excerpt(unit.text, marked, 110))));
  });
  return [...kinds].map(([name, options], place) => make("div", { role: "group", "aria-labelledby": `search-kind-${place}` },
    make("p", { id: `search-kind-${place}`, class: "search-kind kind-name" }, name), ...options));
}
