"use strict";
// The page of all projects: it brings its first cards; what is asked of all of them is answered from an index, which is
// loaded when the first thing is asked. What is chosen stands in the address.

(() => {
  // A browser too old for this keeps the pages as they are printed.
  if (!Element.prototype.replaceChildren) return;
  const { make, button, load } = globalThis.Showcase.dom;
  const { cardsOf, narrow, inOrder } = globalThis.Showcase.narrowing;
  const page = document.getElementById("projects");
  const form = page.querySelector(".facets");
  const drawer = page.querySelector(".facets-drawer");
  const found = document.getElementById("found");
  const order = page.querySelector(".results-order select");
  const chips = page.querySelector(".chips");
  const nothing = page.querySelector(".results-none");
  const answer = page.querySelector(".results-answer");
  const printed = page.querySelector(".results-printed");
  const show = page.querySelector(".facets-show");
  const more = page.querySelector(".results-more");
  const template = document.getElementById("card").content.firstElementChild;

  const facets = Array.from(page.querySelectorAll(".facet"), (fieldset) => ({
    name: fieldset.dataset.facet,
    boxes: Array.from(fieldset.querySelectorAll("li"), boxOf),
    rest: fieldset.querySelector(".facet-rest"),
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

  function fetchIndex() {
    if (loading) return;
    loading = true;
    const failed = () => {
      loading = false;
      found.textContent = "筛选没有准备好，请刷新页面再试，或者翻页查看。";
    };
    const done = () => {
      read(window.SHOWCASE_PROJECTS);
      readAddress();
    };
    load(page.dataset.index, done, failed);
  }

  function read(index) {
    for (const facet of facets) {
      const list = facet.rest && facet.rest.querySelector("ul");
      for (const value of index.hidden_values[facet.name] || []) list.append(hiddenItem(facet.name, value));
      if (list) facet.boxes.push(...Array.from(list.children, boxOf));
    }
    cards = cardsOf(index);
  }

  function hiddenItem(name, { word, label, count, is_district: isDistrict }) {
    const input = make("input");
    Object.assign(input, { type: "checkbox", name, value: word });
    const made = make("label", "", input, make("span", "", label), make("b", "", String(count)));
    return make("li", isDistrict ? "is-district" : "", made);
  }

  /* ---- Cards ---- */

  // A card is a copy of the page's own, so that both look alike.
  function cardItem(card) {
    const item = template.cloneNode(true);
    const fill = (selector, text) => {
      const part = item.querySelector(selector);
      if (text) part.textContent = text;
      else part.closest("p").remove();
    };
    const cover = item.querySelector(".cover");
    cover.className = `cover cover-${card.cover}`;
    cover.textContent = card.chars;
    const link = item.querySelector("a");
    link.href = card.path;
    link.replaceChildren(...card.nameParts.flatMap((part, at) => (at ? [make("wbr"), part] : [part])));
    fill(".meta", card.about);
    fill(".card-text", card.text);
    fill(".badge", card.badge);
    return item;
  }

  function list(title, titleClass, shown) {
    return make("section", "", make("h2", titleClass, title), make("ul", "cards", ...shown.map(cardItem)));
  }

  // By place, cards stand under their city; in any other order, in one list. Each order is made once.
  function draw(matching) {
    const word = order.value;
    orders[word] = orders[word] || inOrder(cards, word);
    const shown = orders[word].filter((card) => matching.has(card)).slice(0, limit);
    const cities = word === "place" ? [...new Set(shown.map((card) => card.city))] : [];
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

  function drawCounts(counts) {
    for (const facet of facets) {
      facet.boxes.forEach((box, key) => {
        box.count.textContent = counts[facet.name][key];
        box.item.classList.toggle("is-empty", counts[facet.name][key] === 0);
      });
    }
  }

  function chosenBoxes() {
    return facets.flatMap((facet) => facet.boxes.filter((box) => box.input.checked));
  }

  function chip(className, text, label, act) {
    const made = button(className, text, act);
    made.setAttribute("aria-label", label);
    return made;
  }

  function drawChips(boxes) {
    chips.replaceChildren(
      ...boxes.map((box, at) =>
        chip("chip", `${box.label} ✕`, `移除条件：${box.label}`, () => {
          box.input.checked = false;
          choose();
          // Focus stays where the reader was: on the next chip, else on the result.
          (chips.querySelectorAll(".chip")[at] || found).focus();
        }),
      ),
    );
    if (boxes.length) chips.append(chip("plain-button", "清除", "清除全部条件", clear));
    chips.hidden = boxes.length === 0;
  }

  function announce(remaining, narrowed) {
    found.replaceChildren(
      narrowed ? "找到 " : "共 ",
      make("b", "", String(remaining)),
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
      if (asked) fetchIndex();
      return;
    }
    const asking = facets.map((facet) => ({ name: facet.name, size: facet.boxes.length, chosen: chosenKeys(facet) }));
    const { matching, counts } = narrow(cards, asking);
    drawCounts(counts);
    printed.hidden = asked;
    answer.hidden = !asked;
    if (asked) draw(matching);
    else more.hidden = true;
    drawChips(boxes);
    announce(matching.size, boxes.length > 0);
    const badge = page.querySelector(".facets-chosen");
    badge.hidden = boxes.length === 0;
    badge.querySelector(".facets-chosen-count").textContent = boxes.length;
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
    if (!cards && facets.some((facet) => words.has(facet.name))) return void fetchIndex();
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
  form.addEventListener("click", fetchIndex);
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
