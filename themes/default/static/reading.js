// Reading: the page's contents follow along, and each heading and paragraph gives its address away. A heading becomes
// a link to itself; a paragraph has one behind its words while a pointer is over it, or when an arrow key comes to it
// from another. Without this script the headings keep their addresses.

const main = document.querySelector("main");
const { copy, copied } = main.dataset;

const contents = document.querySelector(".contents:not(.contents-whole)");
const lines = [...(contents?.querySelectorAll("a") ?? [])];
const parts = lines.map((line) => document.getElementById(decodeURIComponent(line.hash.slice(1))));
let here;

/** Marks the last heading that has come into the upper third of the window. */
function follow() {
  const line = innerHeight / 3;
  const passed = parts.filter((part) => part && part.getBoundingClientRect().top < line);
  const now = lines[parts.indexOf(passed.at(-1))];
  if (now === here) return;
  here?.removeAttribute("aria-current");
  now?.setAttribute("aria-current", "location");
  here = now;
  // Long contents scroll by themselves where they stand beside the text.
  if (now && contents.scrollHeight > contents.clientHeight) {
    contents.scrollTop = now.offsetTop - contents.offsetTop - contents.clientHeight / 2;
  }
}

if (lines.length > 0) {
  let asked = 0;
  const ask = () => { asked ||= requestAnimationFrame(() => { asked = 0; follow(); }); };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask);
  follow();
}

const status = document.createElement("p");
Object.assign(status, { className: "visually-hidden", role: "status" });
status.dataset.added = "";
document.body.append(status);

const places = [...main.querySelectorAll(":is(h2, h3, h4)[id], .prose :is(p, li)[id]")];

/** The link that a place has to itself, made when it is first asked for. */
function linkOf(place) {
  const made = place.querySelector(":scope > .link-here");
  if (made) return made;
  const link = document.createElement("a");
  Object.assign(link, { href: "#" + place.id, className: "link-here", title: copy });
  if (/^H/.test(place.tagName)) link.append(...place.childNodes);
  else Object.assign(link, { tabIndex: -1, ariaLabel: copy });
  place.append(link);
  return link;
}

places.filter((place) => /^H/.test(place.tagName) && !place.querySelector("a")).forEach(linkOf);

main.addEventListener("pointerover", ({ target }) => {
  const place = target.closest("p, li");
  if (places.includes(place)) linkOf(place);
});

main.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const link = event.target.closest(".link-here");
  const next = step && link && places[places.indexOf(link.parentElement) + step];
  if (!next) return;
  event.preventDefault();
  linkOf(next).focus();
});

main.addEventListener("click", (event) => {
  const link = event.target.closest(".link-here");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // Going there would take the focus from the link, and arrow keys would lead nowhere.
  event.preventDefault();
  history.replaceState(history.state, "", link.hash);
  // Where the page may not write to the clipboard, the address stands in the browser's own field.
  navigator.clipboard?.writeText(link.href).then(() => {
    link.dataset.told = copied;
    status.textContent = copied;
    setTimeout(() => { delete link.dataset.told; status.textContent = ""; }, 3000);
  }, () => {});
});
