"use strict";
// Whether figures of several places may be compared, decided as the page itself decides it for all places. Nothing here
// touches a page, so that Node can test it. A figure has label (its place), sort, unit, scope, span, range, year, number and,
// where the inhabitants are known, rate; all are text.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.comparability = (() => {
  const FACTS = ["sort", "unit", "scope", "span"];
  const NAMED = 3;
  const MOST_NAMED = 4;

  // The names of places by what they have in common, in the order of the page.
  function gather(figures, fact, usual) {
    const found = new Map();
    for (const figure of figures) {
      const own = figure[fact] || usual;
      found.set(own, (found.get(own) || []).concat(figure.label));
    }
    return found;
  }

  function list(names) {
    return names.length > MOST_NAMED ? `${names.slice(0, NAMED).join("、")}等 ${names.length} 个` : names.join("、");
  }

  function tell(gathered, unit = "") {
    return Array.from(gathered, ([fact, names]) => `${list(names)}：${fact}${unit}`).join("；");
  }

  // Why the figures cannot be compared, in the page's own words; empty where they can.
  function reasons(figures, words) {
    const found = [];
    for (const fact of FACTS) {
      const gathered = gather(figures, fact, fact === "scope" ? words.usual : "");
      if (gathered.size > 1) found.push(`${words[fact]}（${tell(gathered)}）`);
    }
    const ranges = gather(figures, "range", "");
    ranges.delete("");
    if (ranges.size) found.push(`${words.range}（${tell(ranges)}）`);
    const years = gather(figures, "year", "");
    if (years.has("")) found.push(`${words.undated}（${list(years.get(""))}）`);
    years.delete("");
    const numbers = Array.from(years.keys(), Number);
    const apart = Math.max(...numbers) - Math.min(...numbers);
    if (apart > Number(words.near)) found.push(`${words.apart.replace("{}", apart)}（${tell(years, "年")}）`);
    return found.join("。");
  }

  // Which of the figures may stand side by side: as many as agree, of equally many the latest; none where no two do.
  function sideBySide(figures, near) {
    const groups = new Map();
    for (const figure of figures) {
      if (!figure.year || figure.range) continue;
      const key = FACTS.map((fact) => figure[fact] || "").join("\n");
      groups.set(key, (groups.get(key) || []).concat(figure));
    }
    let best = [];
    let latest = 0;
    for (const group of groups.values()) {
      for (const { year } of group) {
        const first = Number(year);
        const found = group.filter((figure) => figure.year >= first && figure.year <= first + near);
        const isBetter = found.length > best.length || (found.length === best.length && first > latest);
        if (found.length > 1 && isBetter) [best, latest] = [found, first];
      }
    }
    return best;
  }

  // How long each figure's bar is, of a hundred: the largest fills it. By the inhabitants where all of them are known.
  function widths(figures) {
    const isRated = figures.every((figure) => figure.rate);
    const numbers = figures.map((figure) => Number(isRated ? figure.rate : figure.number));
    const top = Math.max(...numbers) || 1;
    return numbers.map((number) => (number / top) * 100);
  }

  // What a reader is told who chose these places; of each metric the verdict is "alike", "unlike" or "hidden".
  function summary(places, verdicts, most) {
    if (places.length === 0) return "现在列出全部。";
    if (places.length === 1) return `已选${places[0]}，再选一个就可以比；现在列出全部。`;
    const shown = verdicts.filter((verdict) => verdict !== "hidden").length;
    const alike = verdicts.filter((verdict) => verdict === "alike").length;
    const names = places.join("、");
    const full = places.length === most ? `最多选 ${most} 个；要换，先去掉一个。` : "";
    if (!shown) return `${names}没有共同的数据。${full}`;
    return `${names}：共同的数据 ${shown} 种，能比的 ${alike} 种。${full}`;
  }

  return { reasons, sideBySide, summary, widths };
})();
