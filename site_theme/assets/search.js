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
  let chosen = ""; // the kind that is shown alone
  let shown = MORE;
  let composing = false;
  let waiting = 0;

  function read() {
    finder = globalThis.Showcase.finding.finder(window.SHOWCASE_SEARCH);
    search();
  }

  function fail() {
    status.textContent = "搜索没有准备好，请刷新页面再试，或者从下面的栏目里找。";
  }

  /** Return a text as nodes, with what was asked for marked. */
  function marked(text, terms, isName = false) {
    return finder.parts(text, terms, isName).map(([part, isLit]) => (isLit ? make("mark", "", part) : part));
  }

  function item(entry, terms) {
    const link = make("a", "", make("span", "search-name", ...marked(entry.name, terms, true)));
    link.href = form.dataset.root + entry.path;
    const alias = finder.aliasFor(entry, terms);
    const [text, more] = finder.textFor(entry, terms);
    if (alias) link.append(make("span", "meta", "又称：", ...marked(alias, terms)));
    if (entry.place) link.append(make("span", "meta", ...marked(entry.place, terms)));
    if (text) link.append(make("span", "search-text", ...marked(text, terms)));
    if (more) link.append(make("span", "meta", ...marked(more, terms)));
    return make("li", "", link);
  }

  function section(label, found, terms, first) {
    const limit = chosen ? shown : first ? FIRST : OTHERS;
    const made = make("section", "", make("h2", "", `${label} ${found.length}`));
    made.append(make("ul", "search-results", ...found.slice(0, limit).map((one) => item(one, terms))));
    if (found.length > limit) {
      made.append(
        button("chip", chosen ? "再看一些" : `看全部 ${found.length} 条${label}`, () => {
          shown = chosen ? shown + MORE : MORE;
          chosen = label;
          draw(terms);
          results.querySelectorAll(".search-results a")[limit]?.focus();
        }),
      );
    }
    return made;
  }

  function draw(terms) {
    const found = terms.length ? finder.find(terms) : [];
    const kinds = new Map(); // in the order of their best result
    for (const entry of found) {
      if (!kinds.has(entry.label)) kinds.set(entry.label, []);
      kinds.get(entry.label).push(entry);
    }
    if (!kinds.has(chosen)) chosen = "";
    const drawn = [...kinds].filter(([label]) => !chosen || label === chosen);
    results.replaceChildren(...drawn.map(([label, of], at) => section(label, of, terms, at === 0)));
    drawChips(new Map([["", found], ...kinds]), terms);
    hint.hidden = terms.length > 0;
    lists.hidden = found.length > 0;
    status.textContent = terms.length ? `找到 ${found.length} 条${chosen ? `，正在看${chosen} ${kinds.get(chosen).length} 条` : ""}。` : "";
    if (terms.length && !found.length) none(terms);
  }

  function drawChips(kinds, terms) {
    const chip = ([label, of]) => {
      const made = button("chip", `${label || "全部"} ${of.length}`, () => {
        chosen = label;
        shown = MORE;
        draw(terms);
        chips.querySelector('[aria-pressed="true"]')?.focus();
      });
      made.setAttribute("aria-pressed", String(label === chosen));
      return made;
    };
    chips.replaceChildren(...Array.from(kinds, chip));
    chips.hidden = kinds.size < 3;
  }

  function none(terms) {
    status.textContent = `没有找到“${field.value.trim()}”。`;
    const words = finder.suggestions(terms);
    if (!words.length) return void results.append(make("p", "", "换一个说法，或者少写几个字试试。"));
    results.append(make("p", "chips", "换短一点的词试试：", ...words.map((word) => button("chip", word, () => ask(word)))));
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
    const query = field.value.trim();
    shown = MORE;
    draw(finder.termsOf(query));
    field.dataset.answered = field.value;
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
