"use strict";
// Sets the chosen type size and look before the first paint; then serves the menu 显示.
(() => {
  const root = document.documentElement;
  const here = document.currentScript.src;
  const choices = { mode: ["standard", "elder"], look: ["auto", "light", "dark", "contrast"] };
  const kinds = Object.keys(choices);
  const chosen = { mode: "standard", look: "auto" };

  const choose = (kind, value) => {
    if (choices[kind].includes(value)) chosen[kind] = value;
  };

  // Private windows refuse storage; the choice then holds for this page.
  const recall = () => {
    try { kinds.forEach((kind) => choose(kind, localStorage.getItem("showcase-" + kind))); } catch (refused) { return; }
  };

  const remember = (kind) => {
    try { localStorage.setItem("showcase-" + kind, chosen[kind]); } catch (refused) { return; }
  };

  const show = () => {
    kinds.forEach((kind) => {
      if (chosen[kind] === choices[kind][0]) root.removeAttribute("data-" + kind);
      else root.setAttribute("data-" + kind, chosen[kind]);
    });
    document.querySelectorAll(".menu-display button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.value === chosen[button.name]));
    });
    const button = document.querySelector(".read-aloud[hidden]");
    if (!button || chosen.mode !== "elder" || !window.speechSynthesis) return;
    button.hidden = false;
    document.head.appendChild(document.createElement("script")).src = new URL("aloud.js", here).href;
  };

  const onClick = (event) => {
    const { name, value } = event.target;
    if (!choices[name]) return;
    choose(name, value);
    remember(name);
    show();
    const url = new URL(location.href);
    if (!url.searchParams.has(name)) return;
    url.searchParams.delete(name);
    history.replaceState(history.state, "", url);
  };

  // A press elsewhere or Escape closes an open menu.
  const close = (event) => document.querySelectorAll(".menu[open]").forEach((menu) => {
    if (event.key ? event.key !== "Escape" : menu.contains(event.target)) return;
    menu.open = false;
    if (event.key) menu.firstElementChild.focus();
  });

  // Styles show what needs a script from the first paint on, so that nothing moves when the page is there.
  root.setAttribute("data-script", "");
  recall();
  const asked = new URLSearchParams(location.search);
  kinds.filter((kind) => asked.has(kind)).forEach((kind) => {
    choose(kind, asked.get(kind));
    remember(kind);
  });
  show();
  addEventListener("click", close);
  addEventListener("keydown", close);
  addEventListener("pageshow", () => { recall(); show(); });
  addEventListener("DOMContentLoaded", () => {
    const menu = document.querySelector(".menu-display");
    menu.addEventListener("click", onClick);
    show();
  });
})();
