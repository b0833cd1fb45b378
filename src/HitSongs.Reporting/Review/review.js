"use strict";
// Keys and saving. Whatever is shown was written into the page by the program; this script only sends what a person typed.
const page = document.body.dataset;
const form = document.getElementById("mark");
const field = id => document.getElementById(id);

function go(id) {
  if (id) location.href = `${page.root}items/${id}`;
}

function tell(text, wrong) {
  const told = field("told");
  told.textContent = text;
  told.classList.toggle("wrong", wrong);
}

function set(points) {
  field("points").value = points;
  field("points").focus();
}

let sending = false; // a key that is held down must not send twice

async function send(what) {
  if (sending) return;
  const reviewer = field("reviewer").value.trim();
  if (!reviewer) {
    tell("Say who marks: a name is missing.", true);
    field("reviewer").focus();
    return;
  }
  try { localStorage.setItem("reviewer", reviewer); } catch { /* a name that is not remembered is typed again */ }
  const body = { item: page.item, seen: Number(page.seen), handedIn: page.handedIn, reviewer, reason: field("reason").value.trim(), ...what };
  let answer;
  sending = true;
  try {
    answer = await fetch(`${page.root}marks`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-HitSongs-Token": page.root.split("/")[1] },
      body: JSON.stringify(body),
    });
  } catch {
    tell("Not saved: the program that served this page does not answer. Start hitsongs review again.", true);
    return;
  } finally {
    sending = false;
  }
  const said = await answer.json().catch(() => ({ problem: "The answer could not be read." }));
  if (!answer.ok) {
    tell(`Not saved. ${said.problem}`, true);
    return;
  }
  tell("Saved.", false);
  location.href = said.next ? `${page.root}items/${said.next}` : page.root;
}

function save() {
  if (!field("points")) return send({ judged: true });
  const text = field("points").value.trim().replace(",", ".");
  const points = Number(text);
  if (text === "" || !Number.isFinite(points) || points < 0 || points > Number(page.most)) {
    tell(`Points must be a number from 0 to ${page.most}.`, true);
    field("points").focus();
    return;
  }
  return send({ points });
}

const answer = document.querySelector(".handed-in-text");
const marked = answer?.querySelector("mark");
if (marked) answer.scrollTop = marked.offsetTop - answer.clientHeight / 3;

if (form) {
  try { field("reviewer").value = localStorage.getItem("reviewer") || field("reviewer").value; } catch { /* as above */ }
  form.addEventListener("submit", event => { event.preventDefault(); save(); });
  field("next").addEventListener("click", () => go(page.next));
  field("previous").addEventListener("click", () => go(page.previous));
  field("withdraw")?.addEventListener("click", () => send({ withdraw: true }));
  const most = Number(page.most);
  const keys = {
    z: () => set("0"),
    h: () => set(String(Math.round(most * 50) / 100)),
    f: () => set(String(most)),
    a: () => field("points").dataset.proposed && set(field("points").dataset.proposed),
    c: () => field("reason").focus(),
    m: () => field("reviewer").focus(),
    n: () => go(page.next),
    p: () => go(page.previous),
    w: () => field("withdraw") && send({ withdraw: true }),
    Enter: save,
  };
  document.addEventListener("keydown", event => {
    if (event.altKey || event.metaKey || event.isComposing) return;
    const typing = event.target.closest?.("input, textarea");
    if (event.key === "Enter" && event.ctrlKey) { event.preventDefault(); save(); return; }
    if (event.ctrlKey) return;
    if (event.key === "Escape" && typing) { typing.blur(); return; }
    // In the field of points a letter is no text: it does what it does everywhere. Buttons and links keep their Enter.
    const isKey = !typing || (typing.id === "points" && event.key.length === 1 && !/[\d.,]/.test(event.key));
    if (!isKey || (event.key === "Enter" && event.target.closest?.("a, button, summary"))) return;
    if (/^\d$/.test(event.key) && field("points")) { event.preventDefault(); set(event.key); return; }
    const does = field("points") || !"zhfa".includes(event.key) ? keys[event.key] : undefined;
    if (does) { event.preventDefault(); does(); }
  });
}
