// The pages of a live session work without scripts. This module keeps what a phone sends while the network is gone and
// sends it once, shows the next card at once, and shows news without asking for it.

import { renew } from "./vernieuwen.js";

const { code, rol } = document.body.dataset;
const base = "/s/" + code;
const pages = { telefoon: base, voorzitter: base + "/voorzitter", scherm: base + "/scherm" };
const status = document.getElementById("verbinding");
const part = document.getElementById("deel");

const words = document.documentElement.lang === "en"
  ? { kept: "No connection. Your vote is kept and goes by itself.", retry: "No connection. Trying again.", old: "● not current" }
  : { kept: "Geen verbinding. Uw stem is bewaard en gaat vanzelf mee.", retry: "Geen verbinding. Wij proberen het opnieuw.", old: "● niet actueel" };

const tell = (text) => {
  status.textContent = text;
  status.hidden = text === "";
};

// What is not acknowledged yet, in order. The server counts one identity once, so sending again is safe.
const shelf = "mengpaneel-" + code;
const waiting = () => {
  try { return JSON.parse(localStorage.getItem(shelf)) || []; } catch { return []; }
};
let memory = [];
const keep = (list) => {
  memory = list;
  try { localStorage.setItem(shelf, JSON.stringify(list)); } catch { /* a browser without storage keeps it in memory */ }
};
const queue = () => (waiting().length > 0 ? waiting() : memory);

const identity = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

let sending = false;
let pause = 500;

const send = async () => {
  if (sending || queue().length === 0) return;
  sending = true;
  let refresh = false;
  let refusal = "";
  try {
    for (let list = queue(); list.length > 0; list = queue()) {
      const one = list[0];
      const answer = await fetch(base, {
        method: "POST", body: new URLSearchParams(one.velden), headers: { Accept: "application/json" }, keepalive: true,
      });
      // The disk may be full or the room too busy for a moment; what cannot be is not sent again.
      if (answer.status >= 500 || answer.status === 429) throw new Error("later");
      keep(queue().filter((other) => other.id !== one.id));
      // A vote that is refused shows another page than the server's; a form that is taken shows what came of it.
      refresh ||= one.isForm === answer.ok;
      if (answer.ok) {
        settle(one);
      } else {
        refusal = await answer.text();
        refill(one.velden);
      }
    }
    tell(refusal);
    pause = 500;
  } catch {
    tell(words.kept);
    pause = Math.min(pause * 2, 8000);
    setTimeout(send, pause * (0.5 + Math.random()));
  } finally {
    sending = false;
  }
  if (refresh) await show().catch(() => {});
};

// What was sent as it stands is no change any more; what somebody changed since then is.
const settle = ({ velden, formulier }) => {
  const sent = new Set(velden.map(([name, value]) => name + "=" + value));
  for (const one of document.getElementById(formulier)?.elements || []) {
    const isSent = sent.has(one.name + "=" + one.value);
    if (one.type === "checkbox" || one.type === "radio") {
      if (one.checked === isSent) one.defaultChecked = one.checked;
    } else if (isSent) {
      one.defaultValue = one.value;
    }
  }
};

// A text that was refused comes back in its form, so that it can be made better.
const refill = (fields) => {
  const action = fields.find(([name]) => name === "doe");
  for (const form of document.querySelectorAll("form[data-zend=leeg]")) {
    if (form.elements.doe.value !== action[1]) continue;
    for (const [name, value] of fields) {
      const field = form.elements[name];
      if (field && "value" in field && field.value === "") field.value = value;
    }
  }
};

const cards = () => [...document.querySelectorAll("#kaarten [data-stelling]")];
const isAnswered = (card) => card.querySelector("[aria-pressed=true]") !== null;

const mark = (form, value) => {
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", button.value === value ? "true" : "false");
  }
  const progress = document.getElementById("voortgang");
  const done = cards().filter(isAnswered).length;
  if (progress) progress.textContent = progress.dataset.tekst.replace("#", done);
  const bar = document.getElementById("voortgangsbalk");
  if (bar) bar.value = done;
};

// A page that comes anew does not know of votes that are still here.
const markWaiting = () => {
  for (const one of queue().filter((other) => !other.isForm)) {
    const fields = Object.fromEntries(one.velden);
    const form = document.querySelector(`[data-stelling="${fields.stelling}"] form[data-stem]`);
    if (form) mark(form, fields.stem);
  }
};

const isByCard = () => document.getElementById("kaarten")?.dataset.wijze === "kaart";

const turnTo = (card) => {
  for (const one of cards()) one.hidden = one !== card;
  document.getElementById("klaar").hidden = card !== null;
  const text = card ? card.querySelector(".mp-stelling") : document.getElementById("klaar-tekst");
  text.focus({ preventScroll: true });
  document.getElementById("kaarten").scrollIntoView({ block: "nearest" });
};

const turnOn = (card) => {
  const all = cards();
  const at = all.indexOf(card);
  turnTo([...all.slice(at + 1), ...all.slice(0, at + 1)].find((one) => !isAnswered(one)) || null);
};

markWaiting();

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-kaart]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const card = cards().find((one) => one.dataset.stelling === link.dataset.kaart);
  if (!card) return;
  event.preventDefault();
  turnTo(card);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const isVote = form.matches("form[data-stem]");
  if (rol !== "telefoon" || !event.submitter || !(isVote || form.matches("form[data-zend]"))) return;
  event.preventDefault();
  const id = identity();
  const fields = [...new FormData(form), ["id", id]];
  if (event.submitter.name) fields.push([event.submitter.name, event.submitter.value]);
  keep([...queue(), { id, velden: fields, isForm: !isVote, formulier: form.id }]);
  if (isVote) {
    mark(form, event.submitter.value);
    if (isByCard()) turnOn(form.closest("[data-stelling]"));
  } else if (form.dataset.zend === "leeg") {
    form.reset();
  }
  send();
});

// Says once that the time is nearly up and that it is over: in words on the page, and to a screen reader.
let warned = "";
const warn = (clock, left) => {
  if (!clock.dataset.om) return;
  const text = left < 0 ? clock.dataset.om : left <= 60 ? clock.dataset.bijna : "";
  if (clock.nextElementSibling) clock.nextElementSibling.textContent = text;
  const mark = clock.dataset.einde + text;
  if (mark === warned) return;
  warned = mark;
  const said = document.getElementById("melding");
  if (said) said.textContent = text;
};

// What a clock had left when the page got it, counted on by a clock that nobody sets: the time of a phone need not be right.
const begun = new WeakMap();
const left = (clock) => {
  const { einde, rest } = clock.dataset;
  let start = begun.get(clock);
  if (!start || start.einde !== einde || start.rest !== rest) {
    start = { einde, rest, at: performance.now() };
    begun.set(clock, start);
  }
  return Math.round((Number(rest) - (performance.now() - start.at)) / 1000);
};

const clocks = () => {
  for (const clock of document.querySelectorAll("[data-einde]")) {
    const seconds = left(clock);
    const size = Math.abs(seconds);
    clock.textContent = (seconds < 0 ? "−" : "") + Math.floor(size / 60) + ":" + String(size % 60).padStart(2, "0");
    clock.classList.toggle("mp-klok-om", seconds < 0);
    clock.classList.toggle("mp-klok-bijna", seconds >= 0 && seconds <= 60);
    warn(clock, seconds);
  }
  ahead();
};

// Both clocks of this machine part when it slept or when its time was set: then the server knows best what is left.
let apart = Date.now() - performance.now();
const ahead = () => {
  const now = Date.now() - performance.now();
  if (Math.abs(now - apart) < 2000) return;
  apart = now;
  if (document.querySelector("[data-einde]")) show().catch(() => {});
};
setInterval(clocks, 1000);
clocks();

// Sums and sliders of a phone follow what one ticks and types.
const money = new Intl.NumberFormat(document.documentElement.lang || "nl", { maximumFractionDigits: 2 });

const count = (form) => {
  const ticks = [...form.querySelectorAll("input[type=checkbox]")];
  const most = Number(form.querySelector("[data-meest]")?.dataset.meest || 0);
  const ticked = ticks.filter((one) => one.checked);
  if (most > 0) {
    for (const one of ticks) one.disabled = !one.checked && ticked.length >= most;
    const words = form.querySelector("[data-geteld]");
    words.textContent = words.dataset.tekst.replace("#", ticked.length);
  }
  const budget = form.querySelector("[data-budget]");
  if (!budget) return;
  const all = Number(budget.dataset.budget);
  const sum = ticked.reduce((total, one) => total + Number(one.dataset.prijs || 0), 0);
  const { som, over, teveel } = budget.dataset;
  budget.classList.toggle("is-over", sum > all + 1e-9);
  budget.querySelector("progress").value = Math.min(sum, all);
  const rest = (sum > all + 1e-9 ? teveel : over).replace("#", money.format(Math.abs(all - sum)));
  budget.querySelector("p").textContent = som.replace("#", money.format(sum)) + " " + rest;
};

const dress = () => {
  for (const field of document.querySelectorAll("[data-schuif]")) field.hidden = false;
  for (const list of document.querySelectorAll(".mp-vinken")) count(list.closest("form"));
};

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.type === "checkbox" && field.form) count(field.form);
  const slider = field.closest("[data-schuif]");
  if (slider) document.getElementById(slider.dataset.schuif).value = field.value;
  const tied = document.getElementById(field.id + "-schuif");
  if (tied && field.value !== "") tied.value = field.value;
});
dress();

// What somebody is typing must not be taken away by news.
const isTyping = () => {
  const one = document.activeElement;
  return one && one.matches("input[type=text], input[type=number], textarea") && one.value !== one.defaultValue;
};

const isChanged = (one) =>
  one.type === "checkbox" || one.type === "radio" ? one.checked !== one.defaultChecked
    : one.matches("select") ? one.selectedIndex > 0
      : one.matches("textarea, input:not([type=hidden])") && one.value !== one.defaultValue;

// The part of the page that is asked again: on the chair's console the same tab, on a phone the same card.
const partAddress = () => {
  const asked = new URLSearchParams(location.search);
  asked.set("deel", "1");
  for (const name of ["fout", "zegel", "na", "taal"]) asked.delete(name);
  const seen = isByCard() ? cards().find((one) => !one.hidden) : null;
  if (seen) asked.set("kaart", seen.dataset.stelling);
  else asked.delete("kaart");
  return pages[rol] + "?" + asked;
};

let turn = 0;
const show = async () => {
  if (rol !== "voorzitter" && isTyping()) return setTimeout(show, 2000);
  const mine = ++turn;
  const answer = await fetch(partAddress());
  if (!answer.ok || mine !== turn) return;
  const text = await answer.text();
  if (renew(part, text)) return clocks();
  if (isTyping()) return setTimeout(show, 2000);
  const key = (one, at) => one.id || at;
  const open = new Map([...document.querySelectorAll("details")].map((one, at) => [key(one, at), one.open]));
  const changed = [...part.querySelectorAll("[id]")].filter((one) => one.form && isChanged(one))
    .map(({ id, value, checked }) => ({ id, value, checked }));
  const focus = document.activeElement?.id;
  const place = window.scrollY;
  part.innerHTML = text;
  document.querySelectorAll("details").forEach((one, at) => { one.open = open.get(key(one, at)) || false; });
  for (const { id, value, checked } of changed) {
    const one = document.getElementById(id);
    if (one) [one.value, one.checked] = [value, checked];
  }
  markWaiting();
  window.scrollTo(0, place);
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  clocks();
  dress();
};

// A room that writes gives news many times a second; a phone asks for the page at most once in a second and a half.
let asking = null;
let last = 0;
const showSoon = () => {
  if (asking) return;
  const rest = rol === "telefoon" ? Math.max(Math.random() * 200, last + 1500 - Date.now()) : 0;
  asking = setTimeout(() => {
    asking = null;
    last = Date.now();
    show().catch(() => {});
  }, rest);
};

if (code) {
  // What the page itself shows: news that came between the page and this stream is not missed.
  let seen = document.body.dataset.gezien;
  let heard = Date.now();
  const news = new EventSource(base + "/nieuws");
  news.onmessage = (event) => {
    heard = Date.now();
    if (queue().length === 0 && [words.kept, words.retry].includes(status.textContent)) tell("");
    const [newVersion, newPhase] = event.data.split(" ");
    // Phones need not know of every vote of others; a little spread keeps a full room from asking at once.
    const now = rol === "telefoon" ? newPhase : newVersion;
    const isNew = now !== seen;
    seen = now;
    if (isNew) showSoon();
    send();
  };
  news.onerror = () => {
    if (Date.now() - heard > 3000) tell(rol === "scherm" ? words.old : words.retry);
  };
  if (queue().length > 0) send();
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
