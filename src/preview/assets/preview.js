// The preview's own script: a page follows what is written, and shows beside its text what is to be mended.
//
// 1. A channel tells how it stands with this page (`src/preview/panel.rs`). A hidden page closes it, since a
//    browser opens few connections to one host, and asks again when it is seen.
// 2. Where the page's content has another tag, its new text is fetched and put in place node by node: what is the
//    same stays, and so do scroll, focus and open parts. Where scripts of the theme have changed a page's text, or more than
//    its text differs, it is loaded anew instead.
// 3. The panel lies in a shadow root, so that neither it nor the theme can disturb the other.
(() => {
  "use strict";

  const me = document.getElementById("planverk-preview");
  const page = me.dataset.page;
  let tag = me.dataset.tag;
  let styles = me.dataset.styles;
  let state = null;

  const NB = {
    title: "Forhåndsvisning", open: "Vis panelet", close: "Skjul panelet", checking: "Kontrollerer …",
    clean: "Ingenting å rette", gone: "Forhåndsvisningen er stanset. Siden følger med igjen når den starter.",
    held: "Siden vises slik den sist var uten feil.", mistake: "Feil", advice: "Råd", edit: "Åpne",
    showAdvice: "Vis råd", showTodos: "Vis utkast (TODO)", all: "Alle feil og råd", links: "Lenker hit",
    published: "Slik den blir publisert", stage: "Vis planen", plan: "slik den står", draft: "som utkast",
    hearing: "som på høring", adopted: "som vedtatt", more: "og flere", source: "Skrevet i",
    counts: (mistakes, advice) => `${mistakes} feil, ${advice} råd`,
  };
  const EN = {
    title: "Preview", open: "Show the panel", close: "Hide the panel", checking: "Being checked …",
    clean: "Nothing to mend", gone: "The preview has stopped. The page follows again when it starts.",
    held: "The page is shown as it last was without mistakes.", mistake: "Mistake", advice: "Advice", edit: "Open",
    showAdvice: "Show advice", showTodos: "Show drafts (TODO)", all: "All mistakes and advice",
    links: "Links to this", published: "As it will be published", stage: "Show the plan", plan: "as it stands",
    draft: "as a draft", hearing: "as in hearing", adopted: "as adopted", more: "and more", source: "Written in",
    counts: (mistakes, advice) => `${mistakes} ${mistakes === 1 ? "mistake" : "mistakes"}, ${advice} advice`,
  };
  const words = () => (state?.language === "en" ? EN : NB);

  // ---- the channel

  let channel = null;

  function listen() {
    if (channel !== null || document.hidden) return;
    channel = new EventSource("/_planverk/events?page=" + encodeURIComponent(page));
    channel.onmessage = (event) => hear(JSON.parse(event.data));
    channel.onerror = () => {
      host.toggleAttribute("data-gone", true);
      draw();
      // A browser gives up where it was answered with a refusal; the preview may be another one soon.
      if (channel.readyState === EventSource.CLOSED) {
        channel = null;
        setTimeout(listen, 1000);
      }
    };
  }

  function rest() {
    channel?.close();
    channel = null;
  }

  function hear(told) {
    state = told;
    host.toggleAttribute("data-gone", false);
    if (told.tag !== tag) refresh(told);
    else if (told.styles.join(" ") !== styles) dress(told.styles);
    draw();
  }

  // ---- the page

  const scripts = (root) =>
    [...root.querySelectorAll("script[src]")].filter((one) => one.id !== me.id).map((one) => one.getAttribute("src"));

  /** The body as it was served, before scripts of the theme did anything with it. */
  let served = null;

  async function remember() {
    const first = await newest();
    if (first?.getElementById(me.id)?.dataset.tag === tag) served = first.body;
  }

  /** The page as the preview has it now, or null where it can't give it: it has ended, or has too much to do. */
  async function newest() {
    try {
      const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      return answer.ok || fresh.getElementById(me.id) ? fresh : null;
    } catch {
      return null;
    }
  }

  /** A copy without what reading along adds to a text: its links to places, and the mark of where the reader is. */
  function asServed(main) {
    const copy = main.cloneNode(true);
    for (const link of copy.querySelectorAll(".link-here")) {
      if (/^H/.test(link.parentElement.tagName)) link.replaceWith(...link.childNodes);
      else link.remove();
    }
    for (const line of copy.querySelectorAll(".contents [aria-current=location]")) line.removeAttribute("aria-current");
    copy.normalize();
    return copy;
  }

  /** Whether nothing but the text differs, and no script has touched that: what scripts hold on to then stays. */
  function onlyTextDiffers(fresh) {
    const [here, before, after] = [document.body, served, fresh.body].map((body) => body?.querySelector("main"));
    if (!here || !before || !after || !asServed(here).isEqualNode(before)) return false;
    const around = (body) => {
      const copy = body.cloneNode(true);
      copy.querySelector("main").replaceChildren();
      return copy;
    };
    return scripts(document).join() === scripts(fresh).join() && around(served).isEqualNode(around(fresh.body));
  }

  /** How many times the page has been fetched. */
  let turns = 0;

  async function refresh(told) {
    tag = told.tag;
    styles = told.styles.join(" ");
    turns += 1;
    const turn = turns;
    const fresh = await newest();
    // A newer text is on its way already.
    if (turn !== turns) return;
    if (fresh === null) {
      // A channel opened anew tells it again.
      tag = "";
      rest();
      setTimeout(listen, 1000);
      return;
    }
    const own = scripts(document).length > 0 || scripts(fresh).length > 0;
    if (own && !onlyTextDiffers(fresh)) {
      location.reload();
      return;
    }
    const carried = fresh.getElementById(me.id)?.dataset;
    tag = carried?.tag ?? tag;
    styles = carried?.styles ?? styles;
    const change = () => {
      document.title = fresh.title;
      document.documentElement.lang = fresh.documentElement.lang;
      dressAs([...fresh.head.querySelectorAll("link[rel=stylesheet]")].map((one) => one.getAttribute("href")));
      if (own) children(document.querySelector("main"), fresh.querySelector("main"));
      else {
        attributes(document.body, fresh.body);
        children(document.body, fresh.body);
      }
      served = fresh.body.cloneNode(true);
      point(null);
      todos();
    };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (document.startViewTransition && !still) document.startViewTransition(change);
    else change();
  }

  /** Makes the children of one node those of another; what is the same at either end stays. */
  function children(old, fresh) {
    const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
    let start = 0;
    while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) start += 1;
    let end = 0;
    const left = () => Math.min(before.length, after.length) - start - end;
    while (left() > 0 && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1;
    const [gone, come] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
    gone.forEach((node, place) => {
      const next = come[place];
      if (next === undefined) node.remove();
      else if (node.nodeType === Node.ELEMENT_NODE && node.nodeName === next.nodeName) {
        const open = node.nodeName === "DETAILS" && node.open;
        attributes(node, next);
        children(node, next);
        if (open) node.open = true;
      } else node.replaceWith(next);
    });
    const anchor = before[before.length - end] ?? null;
    come.slice(gone.length).forEach((node) => old.insertBefore(node, anchor));
  }

  function attributes(old, fresh) {
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }

  function dress(paths) {
    styles = paths.join(" ");
    dressAs(paths.map((path) => "/" + path));
  }

  /** Puts on other stylesheets; the old ones are taken off when the new ones are there, so that nothing blinks. */
  function dressAs(hrefs) {
    const old = [...document.head.querySelectorAll("link[rel=stylesheet]")];
    const path = (href) => new URL(href, location.href).pathname;
    if (old.map((one) => path(one.href)).join() === hrefs.map(path).join()) return;
    for (const href of hrefs) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href });
      document.head.append(link);
      link.onload = link.onerror = () => {
        if (hrefs.every((one) => [...document.styleSheets].some((sheet) => sheet.href && path(sheet.href) === path(one)))) {
          old.forEach((one) => one.remove());
        }
      };
    }
  }

  // ---- what the writer chose to see

  const chosen = (name) => localStorage.getItem("planverk-" + name) !== "no";
  const choose = (name, yes) => localStorage.setItem("planverk-" + name, yes ? "yes" : "no");

  function todos() {
    for (const todo of document.querySelectorAll(".alert-todo")) todo.hidden = !chosen("todos");
  }

  // ---- the panel

  const host = document.createElement("planverk-preview");
  const root = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  Object.assign(sheet, { rel: "stylesheet", href: "/_planverk/preview.css" });
  const frame = make("div", { class: "frame" });
  const said = make("p", { class: "unseen", role: "status" });
  const label = make("div", { class: "source", hidden: "" });
  root.append(sheet, frame, said, label);
  // A page that is loaded anew keeps the panel as it was.
  let isOpen = JSON.parse(sessionStorage.getItem("planverk-open") ?? "null");
  let drawn = "";

  function make(name, attributes = {}, ...inner) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inner.filter((one) => one !== null));
    return element;
  }

  function draw() {
    if (state === null) return;
    const gone = host.hasAttribute("data-gone");
    const key = JSON.stringify([state, gone, isOpen, chosen("advice"), chosen("todos")]);
    if (key === drawn) return;
    drawn = key;
    const w = words();
    // The preview's own pages tell the same at length.
    const speaks = !page.startsWith("_planverk") && (state.mistakes > 0 || state.trouble !== null);
    const shown = isOpen ?? speaks;
    const summary = !state.checked && state.mistakes === 0 ? w.checking : w.counts(state.mistakes, state.advice);
    const toggle = make("button", { type: "button", class: "toggle", "aria-expanded": String(shown), "aria-controls": "panel" },
      make("span", { class: "mark", "aria-hidden": "true" }), gone ? "… " + summary : summary);
    toggle.title = shown ? w.close : w.open;
    toggle.onclick = () => {
      isOpen = !shown;
      sessionStorage.setItem("planverk-open", JSON.stringify(isOpen));
      draw();
      frame.querySelector(".toggle").focus();
    };
    frame.className = "frame" + (state.mistakes > 0 || state.trouble !== null ? " has-mistakes" : state.advice > 0 ? " has-advice" : "") + (gone ? " is-gone" : "");
    const panel = make("section", { id: "panel", class: "panel", "aria-label": w.title }, ...(shown ? inside(w, gone) : []));
    panel.hidden = !shown;
    const scroll = frame.querySelector(".panel")?.scrollTop ?? 0;
    const focus = root.activeElement?.dataset.key;
    frame.replaceChildren(panel, toggle);
    panel.scrollTop = scroll;
    if (focus) frame.querySelector(`[data-key="${focus}"]`)?.focus();
    const first = state.items.find((item) => item.mistake);
    const news = gone ? w.gone : first ? `${w.mistake}: ${first.message}` : state.checked ? summary : "";
    if (news !== "" && said.textContent !== news) said.textContent = news;
  }

  function inside(w, gone) {
    const items = state.items.filter((item) => item.mistake || chosen("advice"));
    return [
      gone ? make("p", { class: "note" }, w.gone) : null,
      state.trouble ? make("p", { class: "note" }, state.trouble) : null,
      state.held ? make("p", { class: "note" }, w.held) : null,
      items.length === 0 ? make("p", { class: "clean" }, state.checked ? w.clean : w.checking) : null,
      make("ul", { class: "items" }, ...items.map((item) => itemOf(item, w))),
      state.links.length === 0 ? null : make("details", { "data-key": "links" }, make("summary", {}, `${w.links} (${state.links.length})`),
        make("ul", {}, ...state.links.map((link) => make("li", {}, make("a", { href: "/" + link.path }, link.title), " ", make("code", {}, link.file))))),
      make("div", { class: "choices" },
        choice("advice", w.showAdvice), choice("todos", w.showTodos), stages(w)),
      make("p", { class: "ways" }, make("a", { href: "/_planverk/" }, w.all), " ",
        make("a", { href: "/_planverk/published/" + (page.startsWith("_planverk") ? "" : page) }, w.published)),
    ].filter((part) => part !== null);
  }

  function itemOf(item, w) {
    const place = item.place === "" ? null
      : item.open ? make("a", { class: "place", href: item.open }, `${w.edit} ${item.place}`)
      : make("code", { class: "place" }, item.place);
    return make("li", { class: item.mistake ? "mistake" : "advice" },
      make("p", { class: "message" }, make("span", { class: "kind" }, item.mistake ? w.mistake : w.advice), " ", item.message), place,
      item.excerpt === "" ? null : make("pre", { tabindex: "0" }, item.excerpt),
      item.help === "" ? null : make("p", { class: "help" }, item.help));
  }

  function choice(name, text) {
    const box = make("input", { type: "checkbox", "data-key": name });
    box.checked = chosen(name);
    box.onchange = () => {
      choose(name, box.checked);
      todos();
      draw();
    };
    return make("label", {}, box, " ", text);
  }

  function stages(w) {
    const select = make("select", { "data-key": "stage" },
      ...["plan", "draft", "hearing", "adopted"].map((stage) => make("option", { value: stage }, w[stage])));
    select.value = state.stage;
    select.onchange = () => fetch("/_planverk/stage/" + select.value, { method: "POST" });
    return make("label", {}, w.stage, " ", select);
  }

  // ---- where a paragraph was written

  let pointed = null;

  function point(block) {
    if (block === pointed) return;
    pointed = block;
    label.hidden = block === null;
    if (block === null) return;
    const source = block.dataset.source;
    const [file, line] = [source.slice(0, source.lastIndexOf(":")), source.slice(source.lastIndexOf(":") + 1)];
    const address = state?.editor
      ?.replace("{path}", file.split("/").map(encodeURIComponent).join("/")).replace("{line}", line).replace("{column}", "1");
    label.replaceChildren(address ? make("a", { href: address }, source) : make("code", {}, source));
    place();
  }

  function place() {
    if (pointed === null) return;
    const box = pointed.getBoundingClientRect();
    label.style.setProperty("--top", `${Math.max(0, box.top - label.offsetHeight)}px`);
    label.style.setProperty("--left", `${Math.max(0, Math.min(box.left, innerWidth - label.offsetWidth))}px`);
  }

  document.addEventListener("mouseover", (event) => {
    if (event.target === host) return;
    point(event.target.closest?.("[data-source]") ?? null);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target !== host) point(event.target.closest?.("[data-source]") ?? null);
  });
  document.addEventListener("scroll", place, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") point(null);
  });

  document.documentElement.append(host);
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  if (scripts(document).length > 0) remember();
  todos();
  listen();
})();
