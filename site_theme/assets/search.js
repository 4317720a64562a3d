"use strict";
/* Search over the index, in the reader's own browser: no server, no request to anywhere. */

(() => {
  const FIRST = 5; // results of the best kind while all kinds are shown
  const OTHERS = 3; // results of each other kind
  const MORE = 50; // results of a kind at a time when it is chosen

  const { make, button, load } = globalThis.Showcase.dom;
  const form = document.getElementById("search");
  const field = document.getElementById("q");
  const status = document.getElementById("count");
  const hint = document.getElementById("hint");
  const chips = document.getElementById("kinds");
  const results = document.getElementById("results");
  const lists = document.getElementById("lists");

  let finder = null; // null until the index is here
  let marker = null;
  let hear = null; // what finds words of the same sound, when its table is here
  const asked = new Set(); // further files that were asked for
  const here = new Set(); // those that came or failed
  let chosen = ""; // the kind that is shown alone
  let shown = MORE;
  let composing = false;
  let waiting = 0;

  function read() {
    finder = globalThis.Showcase.finding.finder(window.SHOWCASE_SEARCH);
    marker = globalThis.Showcase.marking.marker(finder);
    search();
  }

  function fail() {
    status.textContent = "搜索没有准备好，请刷新页面再试，或者从下面的栏目里找。";
  }

  const FILES = {
    texts: ["search-texts.js", () => finder.add(window.SHOWCASE_TEXTS)],
    sounds: ["syllables.js", () => (hear = globalThis.Showcase.alike.ear(finder, globalThis.Showcase.syllables))],
  };

  /** Load a further file once, and answer again when it is there, or failed. */
  function bring(kind) {
    if (asked.has(kind)) return;
    asked.add(kind);
    const [name, use] = FILES[kind];
    const settle = () => {
      here.add(kind);
      if (!composing) answer();
    };
    const come = () => {
      use();
      settle();
    };
    load(`${form.dataset.root}assets/${name}`, come, settle);
  }

  /* ---- What is shown ---- */

  /** Return a text as nodes, with what was asked for marked. */
  function marked(text, words, isName = false) {
    return marker.parts(text, words, isName).map(([part, isLit]) => (isLit ? make("mark", "", part) : part));
  }

  function item(entry, words) {
    const link = make("a", "", make("span", entry.honours ? "search-name honoured" : "search-name", ...marked(entry.name, words, true)));
    link.href = form.dataset.root + entry.path;
    const alias = marker.aliasFor(entry, words);
    const [text, more] = marker.textFor(entry, words);
    if (alias) link.append(make("span", "quiet", "又称：", ...marked(alias, words)));
    if (text) link.append(make("span", "", ...marked(text, words)));
    if (more) link.append(make("span", "quiet", ...marked(more, words)));
    if (entry.place) link.append(make("span", "quiet", ...marked(entry.place, words)));
    return make("li", "", link);
  }

  function section(label, found, words, first, again) {
    const limit = chosen ? shown : first ? FIRST : OTHERS;
    const made = make("section", "", make("h2", "", `${label} `, make("small", "", found.length)));
    made.append(make("ul", "search-results", ...found.slice(0, limit).map((one) => item(one, words))));
    if (found.length > limit) {
      made.append(
        button("more", chosen ? "再看一些" : `全部 ${found.length} 条${label}`, () => {
          shown = chosen ? shown + MORE : MORE;
          chosen = label;
          again();
          results.querySelectorAll(".search-results a")[limit]?.focus();
        }),
      );
    }
    return made;
  }

  /** Show what was found, kinds in the order of their best result, under words that say how it was found. */
  function draw(found, words, ...said) {
    const kinds = new Map();
    for (const entry of found) {
      if (!kinds.has(entry.label)) kinds.set(entry.label, []);
      kinds.get(entry.label).push(entry);
    }
    if (!kinds.has(chosen)) chosen = "";
    const drawn = [...kinds].filter(([label]) => !chosen || label === chosen);
    const held = document.activeElement?.href; // results that come later must not take the reader's place
    const again = () => draw(found, words, ...said);
    results.replaceChildren(...drawn.map(([label, of], at) => section(label, of, words, at === 0, again)));
    if (held) [...results.querySelectorAll(".search-results a")].find((link) => link.href === held)?.focus();
    drawChips(new Map([["", found], ...kinds]), again);
    lists.hidden = found.length > 0;
    status.replaceChildren(...(chosen ? [`${chosen} ${kinds.get(chosen).length} 条，一共 ${found.length} 条。`] : said));
  }

  function drawChips(kinds, again) {
    const chip = ([label, of]) => {
      const made = button("kind", `${label || "全部"} ${of.length}`, () => {
        chosen = label;
        shown = MORE;
        again();
        chips.querySelector('[aria-pressed="true"]')?.focus();
      });
      made.setAttribute("aria-pressed", String(label === chosen));
      return made;
    };
    chips.replaceChildren(...Array.from(kinds, chip));
    chips.hidden = kinds.size < 3;
  }

  /** Say what could be done where nothing was found. */
  function offerWays(words) {
    results.append(make("p", "", words.length ? "换短一点的词试试：" : "换一个说法，或者少写几个字试试。"));
    results.append(make("p", "chips", ...words.map((word) => button("chip", word, () => ask(word)))));
    const way = finder.entries.find(({ path }) => path === "take-part.html");
    if (!way) return;
    const link = make("a", "more", way.name);
    link.href = form.dataset.root + way.path;
    results.append(make("p", "", link));
  }

  function offered(query) {
    const made = make("a", "", query);
    made.href = `?q=${encodeURIComponent(query)}`;
    made.addEventListener("click", (event) => {
      event.preventDefault();
      ask(query);
    });
    return made;
  }

  /** Return how something was found, in words. */
  function told({ way, found, offers }, query) {
    if (way === "whole") return [`找到 ${found.length} 条。`];
    if (way === "pieces") return [`找到 ${found.length} 条，写到${offers.map((word) => `“${word}”`).join("")}。`];
    if (way === "alike") return [`没有“${query}”，同音的有：`, ...offers.flatMap((offer, at) => [at ? "、" : "", offered(offer)])];
    if (way === "near") return [`没有“${query}”，最接近的是：`];
    if (way === "none") return [`没有找到“${query}”。`];
    return [{ signs: "请写字、字母或数字。", waiting: "正在找…", nothing: "" }[way]];
  }

  /* ---- What is asked ---- */

  /** Answer what stands in the field, with what is here. */
  function answer() {
    const query = field.value.trim();
    const given = globalThis.Showcase.answering.answer(finder, query, here, hear);
    delete field.dataset.answered;
    hint.hidden = !["nothing", "signs"].includes(given.way);
    draw(given.found, given.words, ...told(given, query));
    if (given.way === "none") offerWays(given.offers);
    if (given.lacks) bring(given.lacks);
    else field.dataset.answered = field.value;
  }

  function ask(query) {
    field.value = query;
    search();
    field.focus();
  }

  /** Answer what stands in the field, and keep it in the address, so that it can be sent and come back to. */
  function search() {
    clearTimeout(waiting);
    if (!finder) return;
    shown = MORE;
    answer();
    const query = field.value.trim();
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  /** Walk through the field and the results with the arrow keys. */
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...results.querySelectorAll(".search-results a")];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "Escape") {
      event.preventDefault();
      ask("");
    } else if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  }

  document.getElementById("content").addEventListener("keydown", (event) => {
    if (!composing && !event.isComposing) walk(event);
  });
  field.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(waiting);
  });
  field.addEventListener("compositionend", () => {
    composing = false;
    search();
  });
  field.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!composing && !event.isComposing) waiting = setTimeout(search, 80);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (composing) return;
    search();
    results.querySelector(".search-results a")?.focus();
  });
  hint.addEventListener("click", (event) => {
    const example = event.target.closest("[data-query]");
    if (example) ask(example.dataset.query);
  });

  field.value = field.value || (new URLSearchParams(location.search).get("q") ?? "");
  if (!field.value) field.focus({ preventScroll: true });
  hint.hidden = Boolean(field.value);
  load(form.dataset.index, read, fail);
})();
