"use strict";
// How a query is answered: as it is written, else as words run together, else by its sound, else by what is nearest.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.answering = (() => {
  const NEAREST = 50;
  const SHORTER = 3; // words that are offered where nothing was found

  /**
   * Return what was found, the way it was found, the words to mark, and which file is lacking for a better answer:
   * "texts" (what records say), or "sounds" (where nothing is found). `here` tells which of these have come or failed.
   */
  function answer(finder, query, here, hear) {
    const given = (way, found, words, more) => ({ way, found, words, lacks: "", offers: [], ...more });
    const terms = finder.termsOf(query);
    if (!terms.length) return given(query ? "signs" : "nothing", [], []);
    const [found, words] = whole(finder, terms);
    if (found.length) return given("whole", found, words, { lacks: here.has("texts") ? "" : "texts" });
    if (!here.has("texts")) return given("waiting", [], [], { lacks: "texts" });
    const cut = finder.findPieces(terms);
    if (cut.found.length) return given("pieces", cut.found, finder.meant(cut.words), { offers: cut.words });
    if (!here.has("sounds")) return given("waiting", [], [], { lacks: "sounds" });
    const offers = hear ? globalThis.Showcase.alike.alike(hear, terms, cut.pieces) : [];
    const alike = [...new Set(offers.flatMap((offer) => finder.find(offer)))];
    if (alike.length) return given("alike", alike, offers.flat(), { offers: offers.map((offer) => offer.join(" ")) });
    const near = finder.nearest(cut.pieces).slice(0, NEAREST);
    return near.length ? given("near", near, finder.meant(cut.words)) : given("none", [], [], { offers: cut.words.slice(0, SHORTER) });
  }

  /** Return what answers a query as it is written and, where no name has it, first what answers its pieces: 青岛市城阳区. */
  function whole(finder, terms) {
    const found = finder.find(terms);
    if (!found.length || finder.isNamed(found[0], terms)) return [found, finder.meant(terms)];
    const cut = finder.findPieces(terms);
    if (cut.words.length < 2) return [found, finder.meant(terms)];
    const named = cut.found.filter(({ plain }) => cut.words.some((word) => plain.includes(word)));
    return [[...new Set([...named, ...found])], finder.meant([...terms, ...cut.words])];
  }

  return { answer };
})();
