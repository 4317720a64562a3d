"use strict";
// Sets the chosen type size and look before the first paint; then serves 长辈版 in the header and the looks in the footer.
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

  const showAloud = () => {
    const button = document.querySelector(".read-aloud[hidden]");
    if (!button || chosen.mode !== "elder" || !window.speechSynthesis) return;
    button.hidden = false;
    document.head.appendChild(document.createElement("script")).src = new URL("aloud.js", here).href;
  };

  const show = () => {
    kinds.forEach((kind) => {
      if (chosen[kind] === choices[kind][0]) root.removeAttribute("data-" + kind);
      else root.setAttribute("data-" + kind, chosen[kind]);
    });
    const elder = document.getElementById("elder");
    if (elder) elder.checked = chosen.mode === "elder";
    document.querySelectorAll(".looks button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.value === chosen.look));
    });
    showAloud();
  };

  // What a reader chooses outweighs what the address asked for.
  const decide = (kind, value) => {
    choose(kind, value);
    remember(kind);
    show();
    const url = new URL(location.href);
    if (!url.searchParams.has(kind)) return;
    url.searchParams.delete(kind);
    history.replaceState(history.state, "", url);
  };

  // Styles show what needs a script from the first paint on, so that nothing moves when the page is there.
  root.setAttribute("data-script", "");
  recall();
  const asked = new URLSearchParams(location.search);
  kinds.filter((kind) => asked.has(kind)).forEach((kind) => {
    choose(kind, asked.get(kind));
    remember(kind);
  });
  show();
  addEventListener("pageshow", () => { recall(); show(); });
  addEventListener("DOMContentLoaded", () => {
    document.getElementById("elder")?.addEventListener("change", (event) => decide("mode", event.target.checked ? "elder" : "standard"));
    document.querySelector(".looks")?.addEventListener("click", (event) => {
      if (event.target.name === "look") decide("look", event.target.value);
    });
    show();
  });
})();
