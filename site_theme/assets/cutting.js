"use strict";
// Words run together: 青岛海尔 is cut into 青岛 and 海尔, as the index knows them.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.cutting = (() => {
  // The fewest and surest words are the cheapest: whole names before parts of them, and little words aside.
  const COST = { little: 0.5, word: 1, part: 4, unknown: 5 };
  const SPELLED = /^[a-z]{2}/;

  /** Return what cuts terms, and answers the pieces, for a finder. */
  function cutter({ index, entries, fold, synonyms, find, reaches }) {
    const little = new Set(index.little.split(" ")); // words between other words: 的, 有哪些
    let haystack = ""; // all words that are anywhere; made when first asked
    let vocabulary = null; // whole names, places and synonyms

    function isKnown(word) {
      haystack = haystack || [...entries.map(({ all }) => all), ...synonyms.keys(), ...little].join("\n");
      return haystack.includes(word);
    }

    function isWord(word) {
      const places = () => index.places.flatMap((place) => place.split(/[ 、]/).map(fold));
      const names = () => entries.flatMap(({ plain, plainAliases }) => [plain, ...plainAliases]);
      vocabulary = vocabulary || new Set([...synonyms.keys(), ...places(), ...names()]);
      return vocabulary.has(word);
    }

    /** Forget what was known: entries have been added. */
    function forget() {
      haystack = "";
      vocabulary = null;
    }

    /** Cut a term into pieces, each with its sort: "known", "little" or "unknown". */
    function piecesOf(term) {
      const units = term.match(/[a-z0-9]+|[^a-z0-9]/gu) ?? [];
      const best = [{ cost: 0 }, ...units.map(() => ({ cost: Infinity }))];
      const offer = (from, to, text, sort, more) => {
        const cost = best[from].cost + more;
        if (cost < best[to].cost) best[to] = { cost, from, text, sort };
      };
      for (let from = 0; from < units.length; from += 1) {
        // What is spelled by its sound is found or not when it is asked.
        if (SPELLED.test(units[from])) offer(from, from + 1, units[from], "known", COST.part);
        else offer(from, from + 1, units[from], "unknown", COST.unknown);
        for (let to = from + 1, word = units[from]; to <= units.length && isKnown(word); word += units[to], to += 1) {
          if (little.has(word)) offer(from, to, word, "little", COST.little);
          if (word.length > 1) offer(from, to, word, "known", isWord(word) ? COST.word : COST.part);
        }
      }
      const pieces = [];
      for (let to = units.length; to > 0; to = best[to].from) pieces.unshift(best[to]);
      return pieces;
    }

    /** Return the pieces of a query's terms, and what answers all of them, where all are known. */
    function findPieces(terms) {
      const pieces = terms.flatMap(piecesOf);
      const words = pieces.filter(({ sort }) => sort === "known").map(({ text }) => text);
      const isWhole = words.length > 0 && pieces.every(({ sort }) => sort !== "unknown");
      return { pieces, words, found: isWhole ? find(words) : [] };
    }

    /** Return the entries that answer most of a query, where that is half of it at least. */
    function nearest(pieces) {
      const asked = pieces.filter(({ sort }) => sort !== "little");
      const known = asked.filter(({ sort }) => sort === "known").map(({ text }) => text);
      let most = asked.reduce((sum, { text }) => sum + text.length, 0) / 2;
      let found = [];
      for (const entry of known.length ? entries : []) {
        const size = known.reduce((sum, word) => sum + (reaches(entry, word) ? word.length : 0), 0);
        if (size > most) [most, found] = [size, []];
        if (size === most) found.push(entry);
      }
      return found;
    }

    return { findPieces, nearest, forget };
  }

  return { cutter };
})();
