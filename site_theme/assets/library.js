// The project library: counts, hides and sorts the cards that the page brings. What is chosen stands in the address.
"use strict";

(() => {
  // A browser too old for this keeps the whole list as the page brings it.
  if (!Element.prototype.replaceChildren) return;
  const library = document.getElementById("library");
  const form = library.querySelector(".facets");
  const drawer = library.querySelector(".drawer");
  const found = document.getElementById("found");
  const order = library.querySelector(".order select");
  const chips = library.querySelector(".chips");
  const nothing = library.querySelector(".nothing");
  const flat = library.querySelector(".flat");
  const groups = Array.from(library.querySelectorAll(".group"));
  const show = library.querySelector(".show");
  const more = library.querySelector(".more-cards");

  const facets = Array.from(library.querySelectorAll(".facet"), (fieldset) => ({
    name: fieldset.dataset.facet,
    boxes: Array.from(fieldset.querySelectorAll("input"), (input) => ({
      input,
      item: input.closest("li"),
      label: input.nextElementSibling.textContent,
      count: input.parentNode.querySelector(".box-count"),
    })),
    rest: fieldset.querySelector(".rest"),
  }));

  const cards = Array.from(library.querySelectorAll(".card"), (node) => ({
    node,
    name: node.querySelector("h3").textContent,
    keys: facets.map((facet) => (node.dataset[facet.name] || "").split(" ").filter(Boolean).map(Number)),
  }));

  // So many cards show at a time: a phone draws sixty at once, and five thousand in no good time.
  const batch = 60;
  let limit = batch;
  const orders = { place: cards };

  // The cards in one order, sorted once: the first values of a facet come first, cards without a value last.
  function inOrder(word) {
    if (!orders[word]) orders[word] = cards.slice().sort(word === "name" ? byName() : byFacet(word));
    return orders[word];
  }

  function byName() {
    const names = new Intl.Collator("zh-CN-u-co-pinyin", { ignorePunctuation: true, numeric: true });
    return (one, other) => names.compare(one.name, other.name);
  }

  function byFacet(name) {
    const at = facets.findIndex((facet) => facet.name === name);
    const rank = (card) => (card.keys[at].length ? card.keys[at][0] : Number.MAX_SAFE_INTEGER);
    return (one, other) => rank(one) - rank(other);
  }

  // By place, cards show where the page has them, under their city; in any other order, copies show in one list.
  function draw(matching) {
    const shown = inOrder(order.value).filter((card) => matching.has(card)).slice(0, limit);
    const grouped = order.value === "place";
    if (grouped) {
      const visible = new Set(shown);
      for (const card of cards) {
        if (card.node.hidden === visible.has(card)) card.node.hidden = !visible.has(card);
      }
    }
    for (const group of groups) group.hidden = !grouped || !group.querySelector(".card:not([hidden])");
    flat.hidden = grouped || shown.length === 0;
    flat.querySelector("ul").replaceChildren(...(grouped ? [] : shown.map(copy)));
    const left = matching.size - shown.length;
    more.hidden = left === 0;
    more.textContent = `再看 ${Math.min(batch, left)} 个（还有 ${left} 个）`;
  }

  function copy(card) {
    const made = card.node.cloneNode(true);
    made.hidden = false;
    return made;
  }

  function showMore() {
    const seen = limit;
    limit += batch;
    update();
    library.querySelectorAll(".results section:not([hidden]) .card:not([hidden]) a")[seen].focus();
  }

  function chosenKeys(facet) {
    return new Set(facet.boxes.filter((box) => box.input.checked).map((box) => Number(box.input.dataset.key)));
  }

  // Any of the values within a facet, all of the facets together. A value's count is what would remain if it
  // were the one chosen in its facet, so a card that fails one facet still counts there.
  function narrow() {
    const chosen = facets.map(chosenKeys);
    const counts = facets.map((facet) => new Array(facet.boxes.length).fill(0));
    const matching = new Set();
    for (const card of cards) {
      const failed = [];
      chosen.forEach((keys, at) => {
        if (keys.size && !card.keys[at].some((key) => keys.has(key))) failed.push(at);
      });
      if (failed.length === 0) matching.add(card);
      if (failed.length > 1) continue;
      facets.forEach((_, at) => {
        if (failed.length === 0 || failed[0] === at) card.keys[at].forEach((key) => (counts[at][key] += 1));
      });
    }
    facets.forEach((facet, at) => {
      for (const box of facet.boxes) {
        const count = counts[at][Number(box.input.dataset.key)];
        box.count.textContent = count;
        box.item.classList.toggle("none", count === 0);
      }
    });
    return matching;
  }

  function chosenBoxes() {
    return facets.flatMap((facet) => facet.boxes.filter((box) => box.input.checked));
  }

  function button(className, text, label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = text;
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  function drawChips(boxes) {
    chips.replaceChildren(
      ...boxes.map((box, at) =>
        button("chip", `${box.label} ✕`, `移除条件：${box.label}`, () => {
          box.input.checked = false;
          choose();
          // Focus stays where the reader was: on the next chip, else on the result.
          (chips.querySelectorAll(".chip")[at] || found).focus();
        }),
      ),
    );
    if (boxes.length) chips.append(button("plain", "清除", "清除全部条件", clear));
    chips.hidden = boxes.length === 0;
  }

  function announce(remaining, narrowed) {
    const number = document.createElement("b");
    number.textContent = remaining;
    found.replaceChildren(
      narrowed ? "找到 " : "共 ",
      number,
      narrowed ? ` 个项目（共 ${cards.length} 个）` : " 个项目",
    );
    show.textContent = remaining ? `看 ${remaining} 个项目` : "没有符合的项目";
  }

  function update() {
    const matching = narrow();
    const boxes = chosenBoxes();
    draw(matching);
    drawChips(boxes);
    announce(matching.size, boxes.length > 0);
    const badge = library.querySelector(".chosen");
    badge.hidden = boxes.length === 0;
    badge.querySelector(".chosen-count").textContent = boxes.length;
    nothing.hidden = matching.size > 0;
    writeAddress(boxes);
  }

  // Another choice starts again from the top of its list.
  function choose() {
    limit = batch;
    update();
  }

  function writeAddress(boxes) {
    const words = new URLSearchParams();
    boxes.forEach((box) => words.append(box.input.name, box.input.value));
    if (order.value !== "place") words.set("sort", order.value);
    const query = words.toString();
    const address = location.pathname + (query ? `?${query}` : "") + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(null, "", address);
  }

  function readAddress() {
    const words = new URLSearchParams(location.search);
    for (const facet of facets) {
      const wanted = new Set(words.getAll(facet.name));
      facet.boxes.forEach((box) => (box.input.checked = wanted.has(box.input.value)));
      if (facet.rest && facet.rest.querySelector(":checked")) facet.rest.open = true;
    }
    const wanted = words.get("sort");
    order.value = Array.from(order.options).some((option) => option.value === wanted) ? wanted : "place";
    choose();
  }

  function clear() {
    chosenBoxes().forEach((box) => (box.input.checked = false));
    choose();
    found.focus();
  }

  const wide = matchMedia("(min-width: 40rem)");
  const fold = () => (drawer.open = wide.matches);

  fold();
  wide.addEventListener("change", fold);
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  order.addEventListener("change", choose);
  more.addEventListener("click", showMore);
  // On paper nothing can be asked for, so everything that was found stands there.
  addEventListener("beforeprint", () => {
    limit = cards.length;
    update();
  });
  nothing.querySelector("button").addEventListener("click", clear);
  show.addEventListener("click", () => {
    drawer.open = false;
    found.focus();
    found.scrollIntoView();
  });
  addEventListener("popstate", readAddress);
  document.documentElement.classList.add("scripted");
  readAddress();
})();
