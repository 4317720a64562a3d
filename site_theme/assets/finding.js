"use strict";
// What of the index answers a query, and how well. Nothing here touches a page, so that Node can test it.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.finding = (() => {
  // Whole names first; then what stands in names, where kinds come in their order; then names beside other words; then these.
  const RANK = { name: 0, alias: 1, sounds: 2, begins: 10, inName: 11, inAlias: 12, soundsBegin: 13, soundsIn: 14, mixed: 20, rest: 30, none: 99 };
  const LETTERS = /[a-z]/;

  /** Return what answers queries over an index; what records say is added when it is there. */
  function finder(index) {
    const { fold, foldChar, termsOf, soundsIn, readings } = globalThis.Showcase.writing.reader(index);
    const synonyms = new Map(); // word → the others that mean the same
    for (const line of index.synonyms) {
      const group = line.split(" ");
      for (const word of group) synonyms.set(word, group.filter((other) => other !== word));
    }

    /* ---- Entries ---- */

    const at = Object.fromEntries(index.columns.map((name, position) => [name, position]));
    const entries = index.groups.flatMap(({ label, before, after, honours, late, rows }, position) =>
      rows.map((row) => {
        const name = row[at.name];
        const place = index.places[row[at.place]];
        const aliases = row[at.aliases] ?? [];
        const path = before + row[at.address] + after;
        return prepared({ label, position, path, name, text: row[at.text], place, aliases, honours, late });
      }),
    );

    /** Add to an entry the words by which it is found. */
    function prepared(entry) {
      const plain = fold(entry.name);
      const plainAliases = entry.aliases.map(fold);
      const spoken = [plain, ...plainAliases].map((one) => Array.from(one));
      const all = [plain, ...plainAliases, fold(entry.text), fold(entry.place), fold(entry.label)].join("\n");
      return Object.assign(entry, { plain, plainAliases, spoken, all });
    }

    /** Add what records say: each statement answers by its own words, with the name and place of its record. */
    function add({ labels, records }) {
      for (const [path, name, where, rows] of records) {
        const around = `${fold(name)} ${fold(where)}`;
        for (const [sort, address, title, text] of rows) {
          const plain = fold(title);
          const own = `${plain}\n${fold(text)}`;
          const shown = { label: labels[sort], name: title || name, text, place: title ? name : where, aliases: [] };
          const said = { plain, own, all: `${own}\n${around}`, plainAliases: [], spoken: [] };
          const to = /^(#|$)/.test(address) ? path + address : address;
          entries.push({ ...shown, ...said, path: to, position: index.groups.length + sort });
        }
      }
      cutter.forget();
    }

    /** Say how well an entry answers a term: the lower the better. */
    function rank(entry, term) {
      if (LETTERS.test(term)) return rankOfLetters(entry, term);
      return entry.all.includes(term) ? rankOfWords(entry, term) : RANK.none;
    }

    function rankOfWords(entry, term) {
      const at = entry.plain.indexOf(term);
      if (entry.own) return entry.plain === term ? RANK.begins : RANK.rest + (at < 0 ? 1 : 0);
      if (entry.plain === term) return RANK.name;
      if (entry.plainAliases.includes(term)) return RANK.alias;
      if (at === 0) return RANK.begins;
      if (at > 0) return RANK.inName;
      return entry.plainAliases.some((alias) => alias.includes(term)) ? RANK.inAlias : RANK.rest;
    }

    function rankOfLetters(entry, term) {
      let best = entry.all.includes(term) ? rankOfWords(entry, term) : RANK.none;
      for (const chars of best > RANK.inAlias ? entry.spoken : []) {
        const span = soundsIn(chars, term);
        if (span) best = Math.min(best, span[0] > 0 ? RANK.soundsIn : span[1] < chars.length ? RANK.soundsBegin : RANK.sounds);
      }
      return best;
    }

    /** Say how well an entry answers a term, or a word that means the same. */
    function answers(entry, term, others) {
      let best = rank(entry, term);
      for (const other of others) {
        if (best > RANK.sounds && entry.all.includes(other)) best = Math.min(best, bySynonym(rankOfWords(entry, other)));
      }
      return best;
    }

    /** Say how well an entry answers all terms: as its worst answer is, but better where one of them is in its name. */
    function together(entry, asked) {
      let worst = 0;
      let best = RANK.none;
      for (const [term, others] of asked) {
        const one = answers(entry, term, others);
        if (one === RANK.none) return one;
        worst = Math.max(worst, one);
        best = Math.min(best, one);
      }
      return worst >= RANK.rest && best < RANK.mixed ? RANK.mixed + (best < RANK.begins ? 0 : 1) : worst;
    }

    // A word that means the same is worth less than the word itself, but for a whole name: 报名 asks for 怎么参加.
    const bySynonym = (rank) => (rank < RANK.begins ? rank + 3 : rank < RANK.mixed ? RANK.rest + 2 : RANK.rest + 4);

    const reaches = (entry, term) => answers(entry, term, meaning(term)) < RANK.none;

    const meaning = (term) => synonyms.get(term) ?? [];

    /** Return the words that a result may be found by: those asked, and those that mean the same. */
    const meant = (terms) => terms.flatMap((term) => [term, ...meaning(term)]);

    /** Return what says how well an entry answers a query: by all its words, or by them as one. */
    function reacher(terms) {
      const asked = terms.map((term) => [term, meaning(term)]);
      const whole = terms.length > 1 ? terms.join("") : "";
      return (entry) => Math.min(together(entry, asked), whole ? rank(entry, whole) : RANK.none);
    }

    /** Tell whether the name of an entry is what was asked for, or has it. */
    const isNamed = (entry, terms) => reacher(terms)(entry) < RANK.inAlias;

    /** Return the entries that answer every term, the best first, kinds in their order, shorter names before longer. */
    function find(terms) {
      const reach = reacher(terms);
      const words = meant(terms);
      const found = [];
      for (const entry of entries) {
        const reached = reach(entry);
        if (reached === RANK.none || (entry.own && !words.some((word) => entry.own.includes(word)))) continue;
        found.push({ entry, order: orderOf(entry, reached) });
      }
      found.sort((one, other) => one.order - other.order || one.entry.plain.length - other.entry.plain.length);
      const seen = new Set(); // a metric with one figure stands where its figure does
      return found.map(({ entry }) => entry).filter(({ path }) => !seen.has(path) && seen.add(path));
    }

    function orderOf({ position, late }, reached) {
      if (reached < RANK.begins) return reached * 100 + position;
      const rank = late ? Math.max(reached, RANK.rest) : reached;
      return 1000 * Math.floor(rank / 10) + position * 20 + (rank % 10);
    }

    const cutter = globalThis.Showcase.cutting.cutter({ index, entries, fold, synonyms, find, reaches });
    return { entries, fold, foldChar, termsOf, soundsIn, readings, add, find, isNamed, meant, ...cutter };
  }

  return { finder };
})();
