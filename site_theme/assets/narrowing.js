"use strict";
// Which projects answer what is asked, and in which order. Nothing here touches a page, so that Node can test it.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.narrowing = (() => {
  // A name carries an invisible space wherever its heading may break.
  const BREAK = "\u200b";

  // The cards of an index, in its order. What many cards say alike stands once among the index's words.
  function cardsOf(index) {
    const at = {};
    index.columns.forEach((name, position) => (at[name] = position));
    return index.groups.flatMap(({ rows }) =>
      rows.map((row) => ({
        path: row[at.path],
        name: row[at.name].split(BREAK).join(""),
        nameParts: row[at.name].split(BREAK),
        text: row[at.text],
        // The word of its field, or what stands on a cover without one.
        field: index.words[row[at.field]],
        aloneParts: row[at.alone].split(BREAK),
        picture: row[at.picture],
        about: index.words[row[at.about]],
        badge: index.words[row[at.badge]],
        values: valuesOf(index.facets, row[at.values]),
      })),
    );
  }

  // "0 3||2" says: the values 0 and 3 of the first facet, none of the second, value 2 of the third.
  function valuesOf(facets, text) {
    const found = {};
    text.split("|").forEach((own, at) => (found[facets[at]] = own.split(" ").filter(Boolean).map(Number)));
    return found;
  }

  // Any of the chosen values within a facet, all of the facets together. A value's count is what would remain if it
  // were the one chosen in its facet, so a card that fails one facet still counts there.
  function narrow(cards, facets) {
    const counts = {};
    facets.forEach(({ name, size }) => (counts[name] = new Array(size).fill(0)));
    const matching = new Set();
    for (const card of cards) {
      const failed = facets.filter(({ name, chosen }) => chosen.size && !card.values[name].some((key) => chosen.has(key)));
      if (failed.length === 0) matching.add(card);
      const counting = failed.length === 0 ? facets : failed.length === 1 ? failed : [];
      counting.forEach(({ name }) => card.values[name].forEach((key) => (counts[name][key] += 1)));
    }
    return { matching, counts };
  }

  // By place cards stand as the index has them. By a facet its first values come first, cards without a value last.
  function inOrder(cards, word) {
    if (word === "place") return cards;
    if (word === "name") {
      const names = new Intl.Collator("zh-CN-u-co-pinyin", { ignorePunctuation: true, numeric: true });
      return cards.slice().sort((one, other) => names.compare(one.name, other.name));
    }
    const rank = (card) => (card.values[word].length ? card.values[word][0] : Number.MAX_SAFE_INTEGER);
    return cards.slice().sort((one, other) => rank(one) - rank(other));
  }

  return { cardsOf, narrow, inOrder };
})();
