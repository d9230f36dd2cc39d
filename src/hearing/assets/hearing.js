// Comforts of the public side, none of them needed: what is being written is kept in the browser until it is sent, a
// comment can be written where the text stands, and work is done instead of waiting. Nothing leaves the browser before a form is sent.

const name = (round) => `planverk-hearing:${round}`;

/** What is kept of a round: comments by place, and the form's other fields in their order. */
function kept(round) {
  try {
    const read = JSON.parse(localStorage.getItem(name(round)));
    return { comments: Object(read?.comments), fields: Object(read?.fields) };
  } catch {
    return { comments: {}, fields: {} };
  }
}

function keep(round, draft) {
  try {
    localStorage.setItem(name(round), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing is as good as one without scripts.
  }
}

/** The form: filled with what is kept where it is empty, and kept as it is written. */
function form(element) {
  const round = element.dataset.draft;
  const comments = [...element.querySelectorAll("fieldset.hearing-comment")];
  const fields = [...element.querySelectorAll("textarea, input[type=text], input[type=email], input[type=checkbox], input[type=radio]")]
    .filter((field) => field.id && field.name !== "website" && field.name !== "comment");
  const draft = kept(round);
  const text = (comment) => comment.querySelector("textarea");
  const place = (comment) => comment.querySelector("[name=on]").value;
  for (const comment of comments) text(comment).value ||= draft.comments[place(comment)] ?? "";
  const untouched = fields.every((field) => field.type === "radio" || (field.type === "checkbox" ? !field.checked : !field.value));
  for (const field of untouched ? fields : []) {
    const value = draft.fields[field.id];
    if (field.type === "checkbox" || field.type === "radio") field.checked = value ?? field.checked;
    else field.value = value ?? "";
  }
  element.addEventListener("input", () => {
    const now = kept(round);
    for (const comment of comments) now.comments[place(comment)] = text(comment).value;
    for (const field of fields) now.fields[field.id] = field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;
    keep(round, now);
  });
}

/** The heard text: a box below a block, and a way on to the form with all that was written. */
function boxes(element) {
  const { round, form: address, label, next } = element.dataset;
  const bar = document.createElement("p");
  bar.className = "hearing-bar";
  bar.setAttribute("role", "status");
  element.append(bar);
  const show = () => {
    const written = Object.entries(kept(round).comments).filter(([on, text]) => on && text.trim());
    bar.replaceChildren();
    if (written.length === 0) return;
    const link = document.createElement("a");
    link.className = "button hearing-main";
    link.href = `${address}?${new URLSearchParams(written.map(([on]) => ["on", on]))}`;
    link.textContent = `${next} (${written.length})`;
    bar.append(link);
  };
  element.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-comment]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const on = link.dataset.comment;
    const field = document.createElement("p");
    field.className = "hearing-field";
    field.innerHTML = "<label></label><textarea rows=\"4\" maxlength=\"10000\"></textarea>";
    const [words, box] = field.children;
    words.textContent = label;
    words.htmlFor = box.id = `box-${on}`;
    box.value = kept(round).comments[on] ?? "";
    box.addEventListener("input", () => {
      const draft = kept(round);
      draft.comments[on] = box.value;
      keep(round, draft);
      show();
    });
    link.parentElement.replaceWith(field);
    box.focus();
  });
  for (const link of element.querySelectorAll("a[data-comment]")) {
    if (kept(round).comments[link.dataset.comment]?.trim()) link.click();
  }
  show();
}

/** Where many forms came from one address: a number whose hash begins with zeros, so that nobody need wait a minute. */
async function work(element) {
  if (!globalThis.crypto?.subtle) return;
  const { work: task, working, worked } = element.dataset;
  element.hidden = false;
  element.textContent = working;
  const encoder = new TextEncoder();
  for (let number = 0; ; number += 1) {
    const hash = new DataView(await crypto.subtle.digest("SHA-256", encoder.encode(`${task}:${number}`)));
    if (hash.getUint32(0) >>> 17) continue;
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "work", value: number });
    element.after(field);
    element.textContent = worked;
    return;
  }
}

const sent = document.querySelector("[data-sent]")?.dataset.sent;
if (sent) localStorage.removeItem(name(sent));
document.querySelectorAll("form[data-draft]:not([data-draft=\"\"])").forEach(form);
document.querySelectorAll("[data-work]").forEach(work);
document.querySelectorAll(".hearing-text[data-round]").forEach(boxes);
