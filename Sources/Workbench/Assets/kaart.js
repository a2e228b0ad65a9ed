// The map: arrow keys to the area next door, the name and figure of the area under the pointer or focus read out,
// and zooming by button, by Ctrl + wheel and by two fingers. Panning by dragging once zoomed in.

const centre = (area) => {
  const box = area.getBBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Of the areas next door, the one that lies most in the direction of the key; none when all lie behind.
const nextArea = (area, key, areas) => {
  const [dx, dy] = directions[key];
  const from = centre(area);
  let best = null;
  for (const id of (area.dataset.neighbours || "").split(" ")) {
    const candidate = areas.get(id);
    if (!candidate) continue;
    const to = centre(candidate);
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const along = ((to.x - from.x) * dx + (to.y - from.y) * dy) / length;
    if (along > 0.2 && (!best || along > best.along)) best = { area: candidate, along };
  }
  return best?.area;
};

const focusArea = (area, areas) => {
  for (const other of areas.values()) other.setAttribute("tabindex", "-1");
  area.setAttribute("tabindex", "0");
  area.focus({ preventScroll: true });
};

const makeZoom = (svg) => {
  const whole = svg.viewBox.baseVal;
  const home = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  let view = { ...home };
  const apply = () => {
    view.w = Math.min(home.w, Math.max(home.w / 12, view.w));
    view.h = view.w * home.h / home.w;
    view.x = Math.min(home.x + home.w - view.w, Math.max(home.x, view.x));
    view.y = Math.min(home.y + home.h - view.h, Math.max(home.y, view.y));
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    svg.style.touchAction = view.w < home.w ? "none" : "";
  };
  const at = (clientX, clientY) => {
    const box = svg.getBoundingClientRect();
    return { x: view.x + (clientX - box.left) / box.width * view.w, y: view.y + (clientY - box.top) / box.height * view.h };
  };
  const zoom = (factor, point) => {
    const p = point || { x: view.x + view.w / 2, y: view.y + view.h / 2 };
    const w = Math.min(home.w, Math.max(home.w / 12, view.w * factor));
    view.x = p.x - (p.x - view.x) * w / view.w;
    view.y = p.y - (p.y - view.y) * w / view.w;
    view.w = w;
    apply();
  };
  const pan = (dx, dy) => {
    const box = svg.getBoundingClientRect();
    view.x -= dx / box.width * view.w;
    view.y -= dy / box.height * view.h;
    apply();
  };
  const reset = () => { view = { ...home }; apply(); };
  return { zoom, pan, reset, at, isZoomed: () => view.w < home.w };
};

const enhance = (frame) => {
  const svg = frame.querySelector("svg.mp-map");
  if (!svg) return;
  const readout = frame.querySelector("[data-readout]");
  const areas = new Map([...svg.querySelectorAll("a[data-id]")].map((area) => [area.dataset.id, area]));
  const chosen = readout?.textContent || "";
  const tell = (area) => { if (readout) readout.textContent = area ? `${area.dataset.name}: ${area.dataset.value}` : chosen; };

  for (const area of areas.values()) {
    area.addEventListener("focus", () => tell(area));
    area.addEventListener("pointerenter", () => tell(area));
    area.addEventListener("pointerleave", () => tell(null));
    area.addEventListener("keydown", (event) => {
      if (!directions[event.key]) return;
      event.preventDefault();
      const next = nextArea(area, event.key, areas);
      if (next) focusArea(next, areas);
    });
  }

  const zoom = makeZoom(svg);
  const tools = frame.querySelector("[data-tools]");
  if (tools) {
    tools.hidden = false;
    const actions = { in: () => zoom.zoom(0.6), out: () => zoom.zoom(1 / 0.6), home: zoom.reset };
    for (const button of tools.querySelectorAll("[data-zoom]")) button.onclick = actions[button.dataset.zoom];
  }
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom.zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, zoom.at(event.clientX, event.clientY));
  }, { passive: false });

  const fingers = new Map();
  let moved = 0;
  svg.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = 0;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const ratio = Math.hypot(before.x - other.x, before.y - other.y) / (Math.hypot(now.x - other.x, now.y - other.y) || 1);
      zoom.zoom(ratio, zoom.at((now.x + other.x) / 2, (now.y + other.y) / 2));
    } else if (zoom.isZoomed()) {
      zoom.pan(now.x - before.x, now.y - before.y);
    }
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    fingers.set(event.pointerId, now);
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
    svg.addEventListener(name, (event) => fingers.delete(event.pointerId));
  }
  // A drag that ends on an area is no click on it.
  svg.addEventListener("click", (event) => { if (moved > 6) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
};

export const enhanceMaps = (root) => {
  for (const frame of root.querySelectorAll("[data-map]")) {
    if (frame.dataset.ready) continue;
    frame.dataset.ready = "yes";
    enhance(frame);
  }
};
