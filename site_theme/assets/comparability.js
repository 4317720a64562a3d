"use strict";
// Whether figures of several places may be compared, decided as the page itself decides it for all places. Nothing here
// touches a page, so that Node can test it. A figure has label (its place), number, unit, scope, span and year, as text.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.comparability = (() => {
  // The names of places by what they have in common, in the order of the page.
  function gather(figures, fact, usual) {
    const found = new Map();
    for (const figure of figures) {
      const own = figure[fact] || usual;
      found.set(own, (found.get(own) || []).concat(figure.label));
    }
    return found;
  }

  function tell(gathered, unit = "") {
    return Array.from(gathered, ([fact, names]) => `${names.join("、")}：${fact}${unit}`).join("；");
  }

  // Why the figures cannot be compared, in the page's own words; empty where they can.
  function reasons(figures, words) {
    const found = [];
    for (const fact of ["unit", "scope", "span"]) {
      const gathered = gather(figures, fact, fact === "scope" ? words.usual : "");
      if (gathered.size > 1) found.push(`${words[fact]}（${tell(gathered)}）`);
    }
    const years = gather(figures, "year", "");
    if (years.has("")) found.push(`${words.undated}（${years.get("").join("、")}）`);
    years.delete("");
    const numbers = Array.from(years.keys(), Number);
    const apart = Math.max(...numbers) - Math.min(...numbers);
    if (apart > Number(words.near)) found.push(`${words.apart.replace("{}", apart)}（${tell(years, "年")}）`);
    return found.join("。");
  }

  // How long each figure's bar is, of a hundred: the largest fills it.
  function widths(figures) {
    const numbers = figures.map((figure) => Number(figure.number));
    const top = Math.max(...numbers) || 1;
    return numbers.map((number) => (number / top) * 100);
  }

  // What a reader is told who chose these places; of each row the verdict is "alike", "unlike" or "hidden".
  function summary(places, verdicts, most) {
    if (places.length === 0) return "现在列出全部地区。";
    if (places.length === 1) return `已选${places[0]}，再选一个地区就可以对比；现在列出全部地区。`;
    const shown = verdicts.filter((verdict) => verdict !== "hidden").length;
    const alike = verdicts.filter((verdict) => verdict === "alike").length;
    const names = places.join("、");
    const full = places.length === most ? `最多选 ${most} 个；要换，先去掉一个。` : "";
    if (!shown) return `${names}没有共同的指标。${full}`;
    return `${names}：共同的指标 ${shown} 个，其中可以直接比较的 ${alike} 个。${full}`;
  }

  return { reasons, summary, widths };
})();
