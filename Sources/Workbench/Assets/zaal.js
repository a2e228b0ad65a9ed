// The pages of a live session work without scripts. This module keeps votes while the network is gone and sends them
// once, and shows news without asking for it.

import { renew } from "./vernieuwen.js";

const { code, rol } = document.body.dataset;
const base = "/s/" + code;
const pages = { telefoon: base, voorzitter: base + "/voorzitter", scherm: base + "/scherm" };
const status = document.getElementById("verbinding");

const tell = (text) => {
  status.textContent = text;
  status.hidden = text === "";
};

// Votes that are not acknowledged yet, in order. The server counts one identity once, so sending again is safe.
const shelf = "mengpaneel-" + code;
const waiting = () => {
  try { return JSON.parse(localStorage.getItem(shelf)) || []; } catch { return []; }
};
const keep = (list) => {
  try { localStorage.setItem(shelf, JSON.stringify(list)); } catch { /* a browser without storage sends at once */ }
};

const identity = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

let sending = false;
let pause = 500;

const send = async () => {
  if (sending) return;
  sending = true;
  try {
    for (let list = waiting(); list.length > 0; list = waiting()) {
      const answer = await fetch(base, {
        method: "POST", body: new URLSearchParams(list[0]), headers: { Accept: "application/json" },
      });
      // The disk may be full for a moment; a vote that cannot be is not sent again.
      if (answer.status >= 500) throw new Error("later");
      keep(waiting().filter((one) => one.id !== list[0].id));
      if (answer.status === 422) { tell(await answer.text()); await show(); return; }
    }
    tell("");
    pause = 500;
  } catch {
    tell("Geen verbinding. Uw stem is bewaard en gaat vanzelf mee.");
    pause = Math.min(pause * 2, 8000);
    setTimeout(send, pause * (0.5 + Math.random()));
  } finally {
    sending = false;
  }
};

const mark = (form, value) => {
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", button.value === value ? "true" : "false");
  }
  const progress = document.getElementById("voortgang");
  const forms = [...document.querySelectorAll("form[data-stem]")];
  const done = forms.filter((one) => one.querySelector("[aria-pressed=true]")).length;
  if (progress) progress.textContent = `${done} van ${forms.length} beantwoord`;
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-stem]")) return;
  event.preventDefault();
  const value = event.submitter.value;
  const data = Object.fromEntries(new FormData(form));
  keep([...waiting(), { ...data, stem: value, id: identity() }]);
  mark(form, value);
  send();
});

// Says once that the time is nearly up and that it is over: in words on the page, and to a screen reader.
let warned = "";
const warn = (clock, left) => {
  if (!clock.dataset.om) return;
  const words = left < 0 ? clock.dataset.om : left <= 60 ? clock.dataset.bijna : "";
  if (clock.nextElementSibling) clock.nextElementSibling.textContent = words;
  const mark = clock.dataset.einde + words;
  if (mark === warned) return;
  warned = mark;
  const said = document.getElementById("melding");
  if (said) said.textContent = words;
};

const clocks = () => {
  for (const clock of document.querySelectorAll("[data-einde]")) {
    const left = Math.round((Number(clock.dataset.einde) - Date.now()) / 1000);
    const size = Math.abs(left);
    clock.textContent = (left < 0 ? "−" : "") + Math.floor(size / 60) + ":" + String(size % 60).padStart(2, "0");
    clock.classList.toggle("mp-klok-om", left < 0);
    clock.classList.toggle("mp-klok-bijna", left >= 0 && left <= 60);
    warn(clock, left);
  }
};
setInterval(clocks, 1000);
clocks();

// What somebody is typing must not be taken away by news.
const isTyping = () => {
  const one = document.activeElement;
  return one && one.matches("input[type=text], input[type=number], textarea") && one.value !== "";
};

// The part of the page that is asked again: on the chair's console the same tab.
const partAddress = () => {
  const query = new URLSearchParams(rol === "telefoon" ? "" : location.search);
  query.delete("taal");
  query.set("deel", "1");
  return pages[rol] + "?" + query;
};

let turn = 0;
const show = async () => {
  if (rol !== "voorzitter" && isTyping()) return setTimeout(show, 2000);
  const mine = ++turn;
  const answer = await fetch(partAddress());
  if (!answer.ok || mine !== turn) return;
  const text = await answer.text();
  if (renew(document.getElementById("deel"), text)) return clocks();
  const open = [...document.querySelectorAll("details")].map((one) => one.open);
  const place = window.scrollY;
  document.getElementById("deel").innerHTML = text;
  document.querySelectorAll("details").forEach((one, at) => { one.open = open[at] || false; });
  window.scrollTo(0, place);
  for (const one of waiting()) {
    const form = document.querySelector(`[data-stelling="${one.stelling}"] form[data-stem]`);
    if (form) mark(form, one.stem);
  }
  clocks();
};

if (code) {
  let phase = null;
  let version = null;
  let heard = Date.now();
  const news = new EventSource(base + "/nieuws");
  news.onmessage = (event) => {
    heard = Date.now();
    if (waiting().length === 0) tell("");
    const [newVersion, newPhase] = event.data.split(" ");
    // Phones need not know of every vote of others; a little spread keeps a full room from asking at once.
    const isNew = rol === "telefoon" ? newPhase !== phase : newVersion !== version;
    const isFirst = phase === null;
    [version, phase] = [newVersion, newPhase];
    if (isNew && !isFirst) setTimeout(() => show().catch(() => {}), rol === "telefoon" ? Math.random() * 200 : 0);
    send();
  };
  news.onerror = () => {
    if (Date.now() - heard > 3000) tell(rol === "scherm" ? "● niet actueel" : "Geen verbinding. Wij proberen het opnieuw.");
  };
  if (waiting().length > 0) send();
  window.addEventListener("online", send);
}

// The key Z makes the projector black and back, unless the page was opened with ?toetsen=uit.
if (rol === "scherm" && document.getElementById("toetsen")) {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "z" || event.ctrlKey || event.metaKey || event.altKey) return;
    document.body.classList.toggle("mp-zaal-dicht");
  });
}
// The projector does not fall asleep, where the browser can prevent it.
if (rol === "scherm" && navigator.wakeLock) {
  const wake = () => navigator.wakeLock.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", () => { if (!document.hidden) wake(); });
  wake();
}
