// The box in the head of each page: a click on it, or the key `/`, opens the search. Without this script,
// or when the rest of it can't be fetched, the box is a link to the register of words.

const box = document.querySelector(".search-box");
if (box) {
  const open = (event) => {
    event.preventDefault();
    const input = document.querySelector(".search-page input");
    if (input && event.key === "/") input.focus();
    else import("./search-dialog.js").then(({ show }) => show(), () => { location.href = box.href; });
  };
  Object.assign(box, { role: "button", ariaHasPopup: "dialog", ariaKeyShortcuts: "/" });
  box.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event); });
  box.addEventListener("keydown", (event) => { if (event.key === " ") open(event); });
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable], dialog[open]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) open(event);
  });
}
