// Search as you type: a dialog with a combobox, after the pattern of the ARIA Authoring Practices.

import { address, box, count, excerpt, indexed, make, mark, outcome, page, say, toRegister } from "./search-find.js";

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

  // The place of the option that is chosen; -1 is the box above them all.
  let chosen = -1;
  let asked = 0;
  const options = () => [...list.querySelectorAll("a")];
  const choose = (place) => {
    const all = options();
    const places = all.length + 1;
    chosen = ((place + 1 + places) % places) - 1;
    all.forEach((one, at) => one.setAttribute("aria-selected", at === chosen));
    all[chosen]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[chosen]?.id ?? "");
  };
  const search = async () => {
    const turn = ++asked;
    const query = input.value.trim();
    let index, answer, shown;
    try {
      index = await indexed();
      answer = await index.find(query);
      shown = await Promise.all(answer.results.slice(0, MOST).map(({ id }) => index.unit(id)));
    } catch {
      return told.replaceChildren(...toRegister(box.dataset.failed));
    }
    // A later letter has been typed.
    if (turn !== asked) return;
    close.setAttribute("aria-label", say(index, "close"));
    const n = answer.results.length;
    list.replaceChildren(...groups(index, shown, answer.marked));
    if (n > shown.length) list.append(option("all", page({ q: query }), { class: "search-more" }, say(index, "all", { n })));
    choose(-1);
    input.setAttribute("aria-expanded", n > 0);
    told.replaceChildren(...(query ? outcome(index, query, answer, count(index, n)) : [say(index, "hint")]));
  };
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    choose(chosen + step);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const q = input.value.trim();
    const href = options()[chosen]?.href ?? (q && page({ q }));
    if (!href) return;
    made.close();
    location.href = href;
  });
  // Beside the box, the cross, or a result that opens here.
  made.addEventListener("click", ({ target, ctrlKey, metaKey }) => {
    if (target === made || target === close || (target.closest("a") && !ctrlKey && !metaKey)) made.close();
  });
  search();
  return made;
}

const option = (name, href, attributes, ...content) => make("a", { role: "option", id: "search-" + name, href, tabindex: "-1", "aria-selected": "false", ...attributes }, ...content);

/** Results by kind; the kind of the best comes first. */
function groups(index, units, marked) {
  const kinds = new Map();
  units.forEach((unit, place) => {
    const many = index.head.kinds[unit.kind][2];
    if (!kinds.has(many)) kinds.set(many, []);
    kinds.get(many).push(option(place, address(unit.path), {},
      make("span", { class: "search-title" }, ...mark(unit.title, marked)),
      unit.within && make("span", { class: "search-within" }, unit.within),
      make("div", { class: "search-text" }, ...excerpt(unit.text, marked, 110))));
  });
  return [...kinds].map(([name, options], place) => make("div", { role: "group", "aria-labelledby": `search-kind-${place}` },
    make("p", { id: `search-kind-${place}`, class: "search-kind kind-name" }, name), ...options));
}
