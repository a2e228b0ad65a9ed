// Makes a page new part by part. A part (an element with data-deel and an id) is left alone while nothing in it changed,
// and while somebody is busy in one of its fields: news must not take away what is being typed or chosen.

const fields = "input:not([type=hidden]), textarea, select";

const isChanged = (field) => {
  if (field.dataset.bewaar !== undefined) return true;
  if (field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") {
    const first = [...field.options].findIndex((one) => one.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  return field.value !== field.defaultValue;
};

const isBusy = (part) =>
  [...part.querySelectorAll(fields)].some((field) => field === document.activeElement || isChanged(field));

// A button has no identity of its own; its form and its words are enough to find it again.
const nameOf = (button) => {
  const form = button.closest("form");
  const hidden = form ? [...form.querySelectorAll("input[type=hidden]")].map((one) => one.name + "=" + one.value) : [];
  return hidden.join("&") + "|" + (button.getAttribute("href") || "") + "|" + button.textContent;
};

const focusable = "button, a[href], summary";

const replace = (old, fresh) => {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const name = focused && focused.matches(focusable) ? nameOf(focused) : null;
  const open = new Set([...old.querySelectorAll("details[open][id]")].map((one) => one.id));
  for (const one of fresh.querySelectorAll("details[id]")) if (open.has(one.id)) one.open = true;
  old.replaceWith(fresh);
  if (name === null) return;
  const again = [...fresh.querySelectorAll(focusable)].find((one) => nameOf(one) === name);
  // When the button is gone its part takes the focus, so that the next Tab goes on from there.
  (again || fresh).focus({ preventScroll: true });
};

const seen = new Map();

// What a clock has left differs in every answer and is no reason to make its part anew; the clock takes it over.
const withoutRest = (part) => part.outerHTML.replaceAll(/ data-rest="-?\d+"/g, "");
const takeRest = (old, fresh) => {
  const clocks = fresh.querySelectorAll("[data-rest]");
  old.querySelectorAll("[data-rest]").forEach((clock, at) => {
    if (clocks[at] && clocks[at].dataset.einde === clock.dataset.einde) clock.dataset.rest = clocks[at].dataset.rest;
  });
};

// Replaces the parts of `page` that differ in `html`; false when the page has no parts.
export const renew = (page, html) => {
  const fresh = document.createElement("div");
  fresh.innerHTML = html;
  const parts = [...fresh.querySelectorAll("[data-deel][id]")];
  if (parts.length === 0) return false;
  const known = new Set(parts.map((one) => one.id));
  // Where each part belongs; taken down first, as parts move from one page to the other.
  const homes = parts.map((one) => one.parentElement);
  const nexts = parts.map((one) => (one.nextElementSibling ? one.nextElementSibling.id : ""));
  for (const old of page.querySelectorAll("[data-deel][id]")) {
    if (!known.has(old.id) && !isBusy(old)) old.remove();
  }
  parts.forEach((part, at) => {
    const old = document.getElementById(part.id);
    const text = withoutRest(part);
    if (!old) {
      const before = at > 0 && homes[at - 1] === homes[at] && document.getElementById(parts[at - 1].id);
      const next = nexts[at] && document.getElementById(nexts[at]);
      if (before) before.after(part);
      else if (next) next.before(part);
      seen.set(part.id, text);
    } else if (seen.get(part.id) !== text && !isBusy(old)) {
      replace(old, part);
      seen.set(part.id, text);
    } else {
      takeRest(old, part);
    }
  });
  return true;
};
