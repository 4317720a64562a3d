"use strict";
// Comparison of the places that a reader chooses, from the facts in each cell; the words come with the page.

(() => {
  const comparison = document.getElementById("comparison");
  if (!comparison) return;
  const { reasons, summary, widths } = globalThis.Showcase.comparability;
  const words = comparison.dataset;
  const most = Number(words.most);
  const boxes = Array.from(comparison.querySelectorAll("input[name=places]"));
  const status = comparison.querySelector(".comparison-status");
  const rows = Array.from(comparison.querySelectorAll("tbody tr"), (node) => ({
    node,
    verdict: node.querySelector(".comparison-verdict"),
    cells: Array.from(node.querySelectorAll("td[data-number]")),
  }));
  const template = document.getElementById("bar").content.firstElementChild;
  const columns = Array.from(comparison.querySelectorAll("th[data-place], td[data-place]"));

  function drawBar(cell, width) {
    let bar = cell.querySelector(".chart-bar");
    if (!width) {
      if (bar) bar.remove();
      return;
    }
    if (!bar) {
      bar = template.cloneNode(true);
      cell.querySelector(".meta").before(bar);
    }
    bar.firstElementChild.setAttribute("width", width.toFixed(1));
  }

  // A row shows where two of the chosen places report it; it draws bars where they may be compared.
  function judge(row, chosen) {
    const cells = row.cells.filter((cell) => chosen.has(cell.dataset.place));
    row.node.hidden = cells.length < 2;
    if (row.node.hidden) return "hidden";
    const figures = cells.map((cell) => cell.dataset);
    const told = reasons(figures, words);
    row.node.classList.toggle("is-comparable", !told);
    row.verdict.textContent = told ? `${words.unlike}${told}。` : words.alike;
    row.cells.forEach((cell) => drawBar(cell, 0));
    if (!told) widths(figures).forEach((width, at) => drawBar(cells[at], width));
    return told ? "unlike" : "alike";
  }

  function update() {
    const ticked = boxes.filter((box) => box.checked);
    const all = ticked.length < 2;
    const chosen = new Set((all ? boxes : ticked).map((box) => box.value));
    columns.forEach((cell) => (cell.hidden = !chosen.has(cell.dataset.place)));
    const verdicts = rows.map((row) => judge(row, chosen));
    comparison.querySelector(".scroll-box").hidden = verdicts.every((verdict) => verdict === "hidden");
    boxes.forEach((box) => (box.disabled = !box.checked && ticked.length >= most));
    status.textContent = summary(ticked.map((box) => box.nextElementSibling.textContent), verdicts, most);
    return ticked;
  }

  function writeAddress(ticked) {
    const query = ticked.length ? `?places=${ticked.map((box) => encodeURIComponent(box.value)).join(",")}` : "";
    history.replaceState(null, "", location.pathname + query + location.hash);
  }

  function readAddress() {
    const wanted = (new URLSearchParams(location.search).get("places") || "").split(",");
    const known = wanted.filter((id) => boxes.some((box) => box.value === id)).slice(0, most);
    boxes.forEach((box) => (box.checked = known.includes(box.value)));
    update();
  }

  comparison.querySelector("form").addEventListener("change", () => writeAddress(update()));
  addEventListener("popstate", readAddress);
  document.documentElement.classList.add("scripted");
  readAddress();
})();
