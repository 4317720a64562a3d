"use strict";
// Comparison of the places of one level that a reader chooses, from the facts in each row; the words come with the page.

(() => {
  const comparison = document.getElementById("comparison");
  if (!comparison) return;
  const { reasons, sideBySide, summary, widths } = globalThis.Showcase.comparability;
  const words = comparison.dataset;
  const most = Number(words.most);
  const template = document.getElementById("bar").content.firstElementChild;
  // What a bar of full length takes of its column, so that the number beside it has room.
  const share = 0.62;

  function drawBar(row, width) {
    const amount = row.querySelector(".amount");
    amount.querySelector(".bar")?.remove();
    if (!width) return;
    const bar = template.cloneNode(true);
    bar.setAttribute("width", `${(width * share).toFixed(1)}%`);
    amount.prepend(bar);
  }

  function metricOf(node) {
    const rows = Array.from(node.querySelectorAll("tbody tr"), (row) => ({
      node: row,
      figure: { ...row.dataset, label: row.querySelector("th").textContent },
    }));
    return { node, rows, caveat: node.querySelector(".caveat"), reason: node.querySelector(".reason") };
  }

  // A metric shows where two of the chosen places report it; it draws bars where they may be compared.
  function judge(metric, chosen) {
    const rows = metric.rows.filter((row) => chosen.has(row.figure.place));
    metric.rows.forEach((row) => (row.node.hidden = !rows.includes(row)));
    metric.node.hidden = rows.length < 2;
    if (metric.node.hidden) return "hidden";
    const alike = sideBySide(rows.map((row) => row.figure), Number(words.near));
    const lengths = new Map(widths(alike).map((width, at) => [alike[at], width]));
    const length = (row) => lengths.get(row.figure) || 0;
    // Those with bars come first, the longest before the others; the rest stay in the order of the page.
    rows.sort((one, other) => length(other) - length(one));
    for (const row of rows) {
      drawBar(row.node, length(row));
      row.node.parentNode.append(row.node);
    }
    const told = reasons(rows.map((row) => row.figure), words);
    metric.reason.textContent = told ? `${alike.length ? words.partly : words.unlike}${told}。` : "";
    const isRated = alike.length && alike.every((figure) => figure.rate);
    metric.caveat.textContent = isRated ? words.rated : alike.length && "growing" in metric.node.dataset ? words.unequal : "";
    return alike.length ? "alike" : "unlike";
  }

  function levelOf(section) {
    const form = section.querySelector("form");
    if (!form) return null;
    const boxes = Array.from(form.querySelectorAll("input[name=places]"));
    const metrics = Array.from(section.querySelectorAll(".compared"), metricOf);
    const compared = section.querySelector(".level-compared");
    const refused = section.querySelector(".level-refused");

    function update() {
      const ticked = boxes.filter((box) => box.checked);
      const chosen = new Set((ticked.length < 2 ? boxes : ticked).map((box) => box.value));
      const verdicts = metrics.map((metric) => judge(metric, chosen));
      metrics.forEach((metric, at) => {
        const home = verdicts[at] === "alike" ? compared : refused.lastElementChild;
        if (metric.node.parentNode !== home) home.append(metric.node);
      });
      section.querySelector(".level-none").hidden = verdicts.includes("alike");
      const unlike = verdicts.filter((verdict) => verdict === "unlike").length;
      refused.hidden = !unlike;
      refused.firstElementChild.textContent = `为什么不比（${unlike} 种数据）`;
      boxes.forEach((box) => (box.disabled = !box.checked && ticked.length >= most));
      const names = ticked.map((box) => box.nextElementSibling.textContent);
      section.querySelector(".level-status").textContent = summary(names, verdicts, most);
    }

    return { form, boxes, update };
  }

  const levels = Array.from(comparison.querySelectorAll(".level"), levelOf).filter(Boolean);

  function writeAddress() {
    const ticked = levels.flatMap((level) => level.boxes.filter((box) => box.checked));
    const query = ticked.length ? `?places=${ticked.map((box) => encodeURIComponent(box.value)).join(",")}` : "";
    history.replaceState(null, "", location.pathname + query + location.hash);
  }

  function readAddress() {
    const wanted = (new URLSearchParams(location.search).get("places") || "").split(",");
    for (const level of levels) {
      const known = level.boxes.filter((box) => wanted.includes(box.value)).slice(0, most);
      level.boxes.forEach((box) => (box.checked = known.includes(box)));
      level.update();
    }
  }

  for (const level of levels) {
    level.form.addEventListener("change", () => {
      level.update();
      writeAddress();
    });
  }
  addEventListener("popstate", readAddress);
  document.documentElement.classList.add("scripted");
  readAddress();
})();
