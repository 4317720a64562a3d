"use strict";
// The pages of projects: each brings its own cards; what is asked of all projects is answered from an index, which is
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
  const SIZES = "(min-width: 860px) 354px, (min-width: 640px) 46vw, 104px";
  const template = document.getElementById("card").content.firstElementChild;
  const covers = new Map(
    Array.from(document.getElementById("covers").content.children, (cover) => [cover.textContent, cover]),
  );

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

  // The grid of fields: one at a time, or all of them.
  const picks = Array.from(document.querySelectorAll(".picks a"), (link) => ({
    link,
    label: link.childNodes[1].textContent.trim(),
    word: link.dataset.pick,
    others: (link.dataset.others || "").split("|").filter(Boolean),
    count: link.querySelector("span"),
  }));
  const fields = picks.slice(1);
  let picked = "";

  // So many cards show at a time: a thumb passes them in a few strokes.
  const batch = 24;
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
  function cardItem(card, isSecond) {
    const item = template.cloneNode(true);
    drawCover(item.querySelector(".cover"), card, isSecond);
    const link = item.querySelector("a");
    link.href = card.path;
    link.replaceChildren(...broken(card.nameParts));
    const [text, line] = item.querySelectorAll(".card-body > p");
    if (card.text) text.textContent = card.text;
    else text.remove();
    const badge = line.querySelector(".badge");
    badge.textContent = card.badge;
    const about = [card.about, card.badge && badge].filter(Boolean);
    line.replaceChildren(...about.flatMap((part, at) => (at ? [" · ", part] : [part])));
    if (!about.length) line.remove();
    return item;
  }

  function drawCover(plain, card, isSecond) {
    if (card.picture) {
      const [words, src, srcset, width, height, alt] = card.picture;
      const image = make("img");
      const said = { class: words, src, srcset, sizes: SIZES, width, height, alt, loading: "lazy", decoding: "async" };
      Object.entries(said).forEach(([name, value]) => image.setAttribute(name, value));
      plain.className = "cover";
      plain.removeAttribute("aria-hidden");
      plain.replaceChildren(image);
      return;
    }
    const drawn = covers.get(card.field);
    const cover = drawn ? drawn.cloneNode(true) : plain;
    if (!drawn) cover.querySelector("b").replaceChildren(...broken(card.aloneParts));
    cover.classList.toggle("is-second", isSecond);
    if (drawn) plain.replaceWith(cover);
  }

  function broken(parts) {
    return parts.flatMap((part, at) => (at ? [make("wbr"), part] : [part]));
  }

  // Every second cover of a field is composed another way, as on the printed pages.
  function items(shown) {
    const met = {};
    return shown.map((card) => {
      met[card.field] = (met[card.field] || 0) + 1;
      return cardItem(card, met[card.field] % 2 === 0);
    });
  }

  // Each order is made once.
  function draw(matching) {
    const word = order.value;
    orders[word] = orders[word] || inOrder(cards, word);
    const shown = orders[word].filter((card) => matching.has(card)).slice(0, limit);
    answer.replaceChildren(make("h2", "visually-hidden", "找到的项目"), make("ul", "cards", ...items(shown)));
    const left = matching.size - shown.length;
    more.hidden = left === 0;
    more.textContent = `再看 ${Math.min(batch, left)} 个${left > batch ? `（还有 ${left} 个）` : ""}`;
  }

  function showMore() {
    const seen = limit;
    limit += batch;
    update();
    answer.querySelectorAll(".card a")[seen].focus();
  }

  /* ---- What is chosen ---- */

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
    fields.forEach(({ link, count }, key) => {
      count.textContent = counts.domain[key];
      link.classList.toggle("is-empty", counts.domain[key] === 0);
    });
    // A project is in one field or in none, so these are all that the other questions leave.
    if (picks.length) picks[0].count.textContent = counts.domain.reduce((sum, count) => sum + count, 0);
  }

  function markPicked() {
    for (const { link, word } of picks) {
      if (word === picked) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
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
    const drop = (at, act) => () => {
      act();
      choose();
      // Focus stays where the reader was: on the next chip, else on the result.
      (chips.querySelectorAll(".chip")[at] || found).focus();
    };
    const field = fields.find(({ word }) => word === picked);
    const chosen = boxes.map((box) => [box.label, () => (box.input.checked = false)]);
    if (field) chosen.unshift([field.label, () => (picked = "")]);
    chips.replaceChildren(
      ...chosen.map(([label, act], at) => chip("chip", `${label} ✕`, `移除条件：${label}`, drop(at, act))),
    );
    if (chosen.length) chips.append(chip("chips-clear", "清除", "清除全部条件", clear));
    chips.hidden = chosen.length === 0;
  }

  function announce(remaining, narrowed) {
    const of = narrowed ? ` 个项目（共 ${cards.length} 个）` : " 个项目";
    found.replaceChildren(narrowed ? "找到 " : "", make("b", "", String(remaining)), of);
    if (show) show.textContent = remaining ? `看 ${remaining} 个项目` : "没有符合的项目";
  }

  // With nothing asked, the page stands as it was printed, with its own ways to the other pages.
  function update() {
    const boxes = chosenBoxes();
    const narrowed = boxes.length > 0 || picked !== "";
    const asked = narrowed || order.value !== "place";
    writeAddress(boxes);
    markPicked();
    if (!cards) {
      if (asked) fetchIndex();
      return;
    }
    const asking = facets.map((facet) => ({ name: facet.name, size: facet.boxes.length, chosen: chosenKeys(facet) }));
    const field = fields.findIndex(({ word }) => word === picked);
    if (fields.length) asking.push({ name: "domain", size: fields.length, chosen: new Set(field < 0 ? [] : [field]) });
    const { matching, counts } = narrow(cards, asking);
    drawCounts(counts);
    printed.hidden = asked;
    answer.hidden = !asked;
    if (asked) draw(matching);
    else more.hidden = true;
    drawChips(boxes);
    announce(matching.size, narrowed);
    drawBadge(boxes.length);
    nothing.hidden = matching.size > 0;
  }

  function drawBadge(count) {
    const badge = page.querySelector(".facets-chosen");
    if (!badge) return;
    badge.hidden = count === 0;
    badge.querySelector(".facets-chosen-count").textContent = count;
  }

  // Another choice starts again from the top of its list.
  function choose() {
    limit = batch;
    update();
  }

  function writeAddress(boxes) {
    const words = new URLSearchParams();
    if (picked) words.append("domain", picked);
    boxes.forEach((box) => words.append(box.input.name, box.input.value));
    if (order.value !== "place") words.set("sort", order.value);
    const query = words.toString();
    const address = location.pathname + (query ? `?${query}` : "") + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(null, "", address);
  }

  // A field answers to the words of sources too that count as it.
  function fieldOf(asked) {
    const field = fields.find(({ word, others }) => word === asked || others.includes(asked));
    return field ? field.word : "";
  }

  function readAddress() {
    const words = new URLSearchParams(location.search);
    const wanted = words.get("sort");
    order.value = Array.from(order.options).some((option) => option.value === wanted) ? wanted : "place";
    picked = fieldOf(words.get("domain"));
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
    picked = "";
    choose();
    found.focus();
  }

  const wide = matchMedia("(min-width: 860px)");

  // On a phone the grid fills the screen, so whoever has picked is led to what was found.
  function pick(event, word) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    picked = word;
    choose();
    if (wide.matches) return;
    found.focus();
    found.scrollIntoView();
  }

  picks.forEach(({ link, word }) => link.addEventListener("click", (event) => pick(event, word)));
  if (form) {
    // Where the drawer has no handle, as on a wide screen, it stands open.
    const handle = drawer.querySelector("summary");
    const fold = () => (drawer.open = getComputedStyle(handle).display === "none");
    fold();
    wide.addEventListener("change", fold);
    new MutationObserver(fold).observe(document.documentElement, { attributeFilter: ["data-mode"] });
    form.addEventListener("click", fetchIndex);
    form.addEventListener("change", choose);
    form.addEventListener("submit", (event) => event.preventDefault());
    show.addEventListener("click", () => {
      drawer.open = false;
      found.focus();
      found.scrollIntoView();
    });
  }
  order.addEventListener("change", choose);
  more.addEventListener("click", showMore);
  // On paper nothing can be asked for, so everything that was found stands there.
  addEventListener("beforeprint", () => {
    limit = Infinity;
    update();
  });
  nothing.querySelector("button").addEventListener("click", clear);
  addEventListener("popstate", readAddress);
  document.documentElement.classList.add("scripted");
  readAddress();
})();
