// Forms with data-auto answer as soon as a choice changes: the new page is fetched and its <main> takes the place of
// the old one, so that the focus and the scroll position stay. Any trouble falls back to the plain form.

const address = (form) => {
  const data = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(data).toString();
  return form.getAttribute("action") + (query ? "?" + query : "");
};

let latest = 0;

const show = async (href, again, push) => {
  const turn = ++latest;
  const focused = document.activeElement?.id;
  const answer = await fetch(href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector("main");
  if (!main) throw new Error("no page");
  if (turn !== latest) return;
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
  for (const part of [".mp-header", ".mp-footer"]) {
    const fresh = page.querySelector(part);
    if (fresh) document.querySelector(part)?.replaceWith(fresh);
  }
  if (push) history.pushState({}, "", answer.url);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  again();
};

export const enhanceForms = (root, again) => {
  for (const form of root.querySelectorAll("form[data-auto]")) {
    if (form.dataset.ready) continue;
    form.dataset.ready = "yes";
    const go = () => {
      const href = address(form);
      show(href, again, true).catch(() => { window.location.href = href; });
    };
    for (const select of form.querySelectorAll("select")) select.addEventListener("change", go);
    for (const range of form.querySelectorAll("input[type=range]")) {
      const output = form.querySelector(`output[for="${range.id}"]`);
      range.addEventListener("input", () => { if (output) output.textContent = range.value.replace("-", "−") + (range.dataset.unit || ""); });
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go();
    });
    const button = form.querySelector("[data-submit]");
    if (button && !form.querySelector("input:not([type=hidden])")) button.hidden = true;
  }
  if (!window.mpReturns) {
    window.mpReturns = true;
    window.addEventListener("popstate", () => {
      show(window.location.href, again, false).catch(() => window.location.reload());
    });
  }
};
