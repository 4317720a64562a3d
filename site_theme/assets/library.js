// The project library: the page brings its first cards; what is asked of all projects is answered from an index, which
// is loaded when the first thing is asked. What is chosen stands in the address.
"use strict";

(() => {
  // A browser too old for this keeps the pages as they are printed.
  if (!Element.prototype.replaceChildren) return;
  const library = document.getElementById("library");
  const form = library.querySelector(".facets");
  const drawer = library.querySelector(".drawer");
  const found = document.getElementById("found");
  const order = library.querySelector(".order select");
  const chips = library.querySelector(".chips");
  const nothing = library.querySelector(".nothing");
  const answer = library.querySelector(".answer");
  const printed = library.querySelector(".printed");
  const show = library.querySelector(".show");
  const more = library.querySelector(".more-cards");

  const facets = Array.from(library.querySelectorAll(".facet"), (fieldset) => ({
    name: fieldset.dataset.facet,
    boxes: Array.from(fieldset.querySelectorAll("li"), boxOf),
    rest: fieldset.querySelector(".rest"),
  }));

  function boxOf(item) {
    return {
      item,
      input: item.querySelector("input"),
      label: item.querySelector("span").textContent,
      count: item.querySelector("b"),
    };
  }

  // So many cards show at a time: a phone draws sixty at once, and five thousand in no good time.
  const batch = 60;
  let limit = batch;
  let cards = null; // null until the index is here
  let loading = false;
  const orders = {};

  /* ---- Index ---- */

  function load() {
    if (loading) return;
    loading = true;
    const script = document.createElement("script");
    script.src = library.dataset.index;
    script.onload = () => {
      read(window.SHOWCASE_LIBRARY);
      readAddress();
    };
    script.onerror = () => {
      loading = false;
      found.textContent = "筛选没有准备好，请刷新页面再试，或者翻页查看。";
    };
    document.head.append(script);
  }

  function read(index) {
    for (const facet of facets) {
      const list = facet.rest && facet.rest.querySelector("ul");
      for (const value of index.rest[facet.name] || []) list.append(restItem(facet.name, value));
      if (list) facet.boxes.push(...Array.from(list.children, boxOf));
    }
    cards = index.groups.flatMap(([anchor, city, rows]) =>
      rows.map(([path, name, text, cover, meta, badge, signs, keys]) => ({
        path,
        name,
        text,
        cover,
        city,
        meta: index.words[meta],
        badge: index.words[badge],
        signs: index.words[signs],
        keys: keys.split("|").map((own) => own.split(" ").filter(Boolean).map(Number)),
      })),
    );
    orders.place = cards;
  }

  function make(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function restItem(name, [word, label, count, inner]) {
    const input = make("input", "");
    Object.assign(input, { type: "checkbox", name, value: word });
    return make("li", inner ? "inner" : "", make("label", "", input, make("span", "", label), make("b", "", String(count))));
  }

  function cardItem(card) {
    const link = make("a", "", card.name);
    link.href = card.path;
    const cover = make("span", `cover cover-${card.cover}`, card.signs);
    cover.setAttribute("aria-hidden", "true");
    const body = make("div", "card-body", make("h3", "", link));
    if (card.meta) body.append(make("p", "meta", card.meta));
    if (card.text) body.append(make("p", "", card.text));
    if (card.badge) body.append(make("p", "", make("span", "badge", card.badge)));
    return make("li", "card has-cover", cover, body);
  }

  /* ---- Cards ---- */

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

  function list(title, titleClass, shown) {
    return make("section", "", make("h2", titleClass, title), make("ul", "cards", ...shown.map(cardItem)));
  }

  // By place, cards stand under their city; in any other order, in one list.
  function draw(matching) {
    const shown = inOrder(order.value).filter((card) => matching.has(card)).slice(0, limit);
    const cities = order.value === "place" ? [...new Set(shown.map((card) => card.city))] : [];
    answer.replaceChildren(...cities.map((city) => list(city, "", shown.filter((card) => card.city === city))));
    if (!cities.length && shown.length) answer.append(list("全部项目", "visually-hidden", shown));
    const left = matching.size - shown.length;
    more.hidden = left === 0;
    more.textContent = `再看 ${Math.min(batch, left)} 个（还有 ${left} 个）`;
  }

  function showMore() {
    const seen = limit;
    limit += batch;
    update();
    answer.querySelectorAll(".card a")[seen].focus();
  }

  function chosenKeys(facet) {
    return new Set(facet.boxes.flatMap((box, key) => (box.input.checked ? [key] : [])));
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
      facet.boxes.forEach((box, key) => {
        box.count.textContent = counts[at][key];
        box.item.classList.toggle("none", counts[at][key] === 0);
      });
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

  // With nothing asked, the page stands as it was printed, with its own ways to the other pages.
  function update() {
    const boxes = chosenBoxes();
    const asked = boxes.length > 0 || order.value !== "place";
    writeAddress(boxes);
    if (!cards) {
      if (asked) load();
      return;
    }
    const matching = narrow();
    printed.hidden = asked;
    answer.hidden = !asked;
    if (asked) draw(matching);
    else more.hidden = true;
    drawChips(boxes);
    announce(matching.size, boxes.length > 0);
    const badge = library.querySelector(".chosen");
    badge.hidden = boxes.length === 0;
    badge.querySelector(".chosen-count").textContent = boxes.length;
    nothing.hidden = matching.size > 0;
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
    const wanted = words.get("sort");
    order.value = Array.from(order.options).some((option) => option.value === wanted) ? wanted : "place";
    // Some values have no box before the index is here.
    if (!cards && facets.some((facet) => words.has(facet.name))) return void load();
    for (const facet of facets) {
      const own = new Set(words.getAll(facet.name));
      facet.boxes.forEach((box) => (box.input.checked = own.has(box.input.value)));
      if (facet.rest && facet.rest.querySelector(":checked")) facet.rest.open = true;
    }
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
  form.addEventListener("click", load);
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  order.addEventListener("change", choose);
  more.addEventListener("click", showMore);
  // On paper nothing can be asked for, so everything that was found stands there.
  addEventListener("beforeprint", () => {
    limit = Infinity;
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
