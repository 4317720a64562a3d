// Comparison of the places that a reader chooses. Whether figures may be compared is decided as the page itself
// decides it for all places, from the facts in each cell; the words come with the page.
"use strict";

(() => {
  const comparison = document.getElementById("comparison");
  if (!comparison) return;
  const words = comparison.dataset;
  const most = Number(words.most);
  const boxes = Array.from(comparison.querySelectorAll("input[name=places]"));
  const status = comparison.querySelector(".chosen-places");
  const rows = Array.from(comparison.querySelectorAll("tbody tr"), (node) => ({
    node,
    verdict: node.querySelector(".verdict"),
    cells: Array.from(node.querySelectorAll("td[data-number]")),
  }));
  const columns = Array.from(comparison.querySelectorAll("th[data-place], td[data-place]"));

  // The names of places by what they have in common, in the order of the page.
  function gather(cells, fact) {
    const found = new Map();
    for (const cell of cells) {
      const own = cell.dataset[fact] || (fact === "scope" ? words.usual : "");
      found.set(own, (found.get(own) || []).concat(cell.dataset.label));
    }
    return found;
  }

  function tell(gathered, unit = "") {
    return Array.from(gathered, ([fact, names]) => `${names.join("、")}：${fact}${unit}`).join("；");
  }

  function reasons(cells) {
    const found = [];
    for (const fact of ["unit", "scope", "span"]) {
      const told = gather(cells, fact);
      if (told.size > 1) found.push(`${words[fact]}（${tell(told)}）`);
    }
    const years = gather(cells, "year");
    if (years.has("")) found.push(`${words.undated}（${years.get("").join("、")}）`);
    years.delete("");
    const numbers = Array.from(years.keys(), Number);
    const apart = Math.max(...numbers) - Math.min(...numbers);
    if (apart > Number(words.near)) found.push(`${words.apart.replace("{}", apart)}（${tell(years, "年")}）`);
    return found.join("。");
  }

  function drawBar(cell, width) {
    let bar = cell.querySelector(".bar");
    if (!width) {
      if (bar) bar.remove();
      return;
    }
    if (!bar) {
      const space = "http://www.w3.org/2000/svg";
      bar = document.createElementNS(space, "svg");
      bar.setAttribute("class", "bar");
      bar.setAttribute("viewBox", "0 0 100 6");
      bar.setAttribute("preserveAspectRatio", "none");
      bar.setAttribute("aria-hidden", "true");
      bar.append(document.createElementNS(space, "rect"));
      bar.firstChild.setAttribute("height", "6");
      cell.querySelector(".meta").before(bar);
    }
    bar.firstChild.setAttribute("width", width.toFixed(1));
  }

  // A row shows where two of the chosen places report it; it draws bars where they may be compared.
  function judge(row, chosen) {
    const cells = row.cells.filter((cell) => chosen.has(cell.dataset.place));
    row.node.hidden = cells.length < 2;
    if (row.node.hidden) return "hidden";
    const told = reasons(cells);
    row.node.classList.toggle("fits", !told);
    row.verdict.textContent = told ? `${words.unlike}${told}。` : words.alike;
    const top = Math.max(...cells.map((cell) => Number(cell.dataset.number))) || 1;
    row.cells.forEach((cell) => drawBar(cell, told || !cells.includes(cell) ? 0 : (Number(cell.dataset.number) / top) * 100));
    return told ? "unlike" : "alike";
  }

  function say(picked, verdicts) {
    if (picked.length === 0) return "现在列出全部地区。";
    if (picked.length === 1) return `已选${picked[0]}，再选一个地区就可以对比；现在列出全部地区。`;
    const shown = verdicts.filter((verdict) => verdict !== "hidden").length;
    const alike = verdicts.filter((verdict) => verdict === "alike").length;
    const names = picked.join("、");
    const full = picked.length === most ? `最多选 ${most} 个；要换，先去掉一个。` : "";
    if (!shown) return `${names}没有共同的指标。${full}`;
    return `${names}：共同的指标 ${shown} 个，其中可以直接比较的 ${alike} 个。${full}`;
  }

  function update() {
    const ticked = boxes.filter((box) => box.checked);
    const all = ticked.length < 2;
    const chosen = new Set((all ? boxes : ticked).map((box) => box.value));
    columns.forEach((cell) => (cell.hidden = !chosen.has(cell.dataset.place)));
    comparison.style.setProperty("--columns", chosen.size);
    const verdicts = rows.map((row) => judge(row, chosen));
    comparison.querySelector(".scroll").hidden = verdicts.every((verdict) => verdict === "hidden");
    boxes.forEach((box) => (box.disabled = !box.checked && ticked.length >= most));
    status.textContent = say(ticked.map((box) => box.nextElementSibling.textContent), verdicts);
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
