"use strict";
// Draws the problems of the records over a page of the preview, and loads the page anew when it has changed.
(() => {
  const own = document.currentScript;
  const { page, label, lost } = own.dataset;
  const place = new URL(".", own.src);
  const kept = "showcase-panel-folded";
  let seen = 0;
  let folded = "";
  let drawn = "";
  let events = null;

  const made = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  };

  const host = made("div", { id: "showcase-panel", hidden: "" });
  const status = made("p", { class: "status", role: "status" });
  const bar = made("summary");
  const list = made("div", { class: "list", role: "region", "aria-label": label, tabindex: "0" });
  const box = made("details", {}, bar, list);
  const sheet = made("link", { rel: "stylesheet", href: new URL("panel.css", place) });
  host.attachShadow({ mode: "open" }).append(sheet, status, box);

  // A page of ours that has no menu of looks takes the one that was chosen.
  const dress = () => {
    if (document.querySelector("script[src$='modes.js']")) return;
    ["mode", "look"].forEach((kind) => {
      const chosen = localStorage.getItem("showcase-" + kind);
      if (chosen) document.documentElement.setAttribute("data-" + kind, chosen);
    });
  };

  // What the panel covers can be scrolled into sight.
  const makeRoom = () => {
    const height = host.hidden ? "" : host.offsetHeight + "px";
    document.body.style.paddingBottom = height;
    document.documentElement.style.scrollPaddingBottom = height;
  };

  const draw = (panel) => {
    const hadErrors = box.classList.contains("has-errors");
    if (drawn !== panel.html) list.innerHTML = drawn = panel.html;
    if (list.dataset.key !== panel.key) {
      list.dataset.key = panel.key;
      if (panel.errors) box.open = folded !== panel.key;
      else if (hadErrors) box.open = false;
    }
    box.classList.toggle("has-errors", panel.errors > 0);
    bar.textContent = panel.bar;
    if (status.textContent !== panel.bar) status.textContent = panel.bar;
    box.hidden = panel.errors + panel.warnings === 0;
    host.hidden = false;
    makeRoom();
  };

  const follow = async (number) => {
    if (number === seen) return;
    seen = number;
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if (answer.headers.get("ETag") !== page) {
      location.reload();
      return;
    }
    const panel = await (await fetch(new URL("panel", place), { cache: "no-store" })).json();
    if (number === seen) draw(panel);
  };

  const say = (words) => { status.textContent = words; };

  // An open line to the server is one of the few that a browser has, so pages that nobody sees give theirs back.
  const listen = () => {
    if (document.hidden || events) return;
    events = new EventSource(new URL("events", place));
    events.onmessage = (event) => follow(event.data).catch(() => { seen = 0; });
    events.onerror = () => {
      seen = 0;
      say(lost);
      bar.textContent = lost;
      box.hidden = host.hidden = false;
    };
  };
  const rest = () => {
    if (events) events.close();
    events = null;
  };

  const copy = async (event) => {
    const article = event.target.closest("article");
    if (!article || event.target.closest("a") || String(getSelection())) return;
    const words = article.querySelector("button");
    try {
      await navigator.clipboard.writeText(article.dataset.copy);
      say(words.dataset.copied + " " + article.dataset.copy);
      words.firstElementChild.textContent = words.dataset.copied;
    } catch (refused) {
      getSelection().selectAllChildren(words);
    }
  };

  list.addEventListener("click", copy);
  box.addEventListener("toggle", () => {
    folded = box.open ? "" : list.dataset.key;
    try { sessionStorage.setItem(kept, folded); } catch (refused) { /* It holds for this page. */ }
    makeRoom();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    box.open = false;
    bar.focus();
  });
  try { folded = sessionStorage.getItem(kept) ?? ""; dress(); } catch (refused) { folded = ""; }
  document.body.append(host);
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  addEventListener("resize", makeRoom);
  listen();
})();
