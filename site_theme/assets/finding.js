"use strict";
// What of the index answers a query, and how well. Nothing here touches a page, so that Node can test it.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.finding = (() => {
  const RANK = { name: 0, alias: 1, begins: 2, inName: 3, inAlias: 4, sounds: 5, soundsBegin: 6, soundsIn: 7, rest: 8, none: 9 };
  const LETTERS = /[a-z]/;
  const STRIPPED = /[\p{P}\p{Z}\p{C}]/u;

  /** Return what answers queries over an index. */
  function finder(index) {
    const simplified = new Map(); // traditional character → simplified
    const readings = new Map(); // character → its syllables, and itself
    const firsts = new Map(); // character → the first letters of these
    const folded = new Map(); // character → what is left of it
    for (const [plain, chars] of Object.entries(index.simplified)) for (const char of chars) simplified.set(char, plain);
    for (const [syllable, chars] of Object.entries(index.pinyin)) {
      for (const char of chars) readings.set(char, [...(readings.get(char) ?? [char]), syllable]);
    }
    for (const [char, syllables] of readings) firsts.set(char, syllables.map((syllable) => syllable[0]).join(""));

    /* ---- Words ---- */

    function foldChar(char) {
      let plain = folded.get(char);
      if (plain === undefined) {
        plain = Array.from(char.normalize("NFKC").toLowerCase(), (part) => simplified.get(part) ?? part)
          .filter((part) => !STRIPPED.test(part))
          .join("");
        folded.set(char, plain);
      }
      return plain;
    }

    /** Take away what readers type differently: width, letter case, script, punctuation and spaces. */
    const fold = (text) => Array.from(text, foldChar).join("");

    const termsOf = (query) => query.normalize("NFKC").replaceAll("ü", "v").split(/\s+/u).map(fold).filter(Boolean);

    /** Read a term as syllables, initials, or a mixture, from one char on; return where it ends, or -1. */
    function spelled(chars, from, rest) {
      if (!rest) return from;
      if (from >= chars.length) return -1;
      for (const syllable of readings.get(chars[from]) ?? [chars[from]]) {
        if (syllable.startsWith(rest)) return from + 1;
        const pieces = [syllable, syllable.slice(0, /^[csz]h/.test(syllable) ? 2 : 1), syllable.slice(0, 1)];
        for (const piece of pieces) {
          const end = rest.startsWith(piece) ? spelled(chars, from + 1, rest.slice(piece.length)) : -1;
          if (end >= 0) return end;
        }
      }
      return -1;
    }

    /** Find a spelled term in a name; a single letter is looked for at its beginning only. */
    function soundsIn(chars, term) {
      const last = term.length > 1 ? chars.length : 1;
      for (let from = 0; from < last; from += 1) {
        if (!(firsts.get(chars[from]) ?? chars[from]).includes(term[0])) continue;
        const end = spelled(chars, from, term);
        if (end >= 0) return [from, end];
      }
      return null;
    }

    /* ---- Entries ---- */

    const at = Object.fromEntries(index.columns.map((name, position) => [name, position]));
    const entries = index.groups.flatMap(({ label, before, after, rows }) =>
      rows.map((row) => {
        const name = row[at.name];
        const text = row[at.text];
        const place = index.places[row[at.place]];
        const aliases = row[at.aliases] ?? [];
        return {
          label,
          path: before + row[at.address] + after,
          name,
          text,
          place,
          aliases,
          plain: fold(name),
          plainAliases: aliases.map(fold),
          spoken: [name, ...aliases].map((one) => Array.from(fold(one))),
          rest: `${fold(text)} ${fold(place)} ${fold(label)}`,
        };
      }),
    );

    /** Say how well an entry answers a term: the lower the better. */
    function rank(entry, term) {
      if (entry.plain === term) return RANK.name;
      if (entry.plainAliases.includes(term)) return RANK.alias;
      const at = entry.plain.indexOf(term);
      if (at === 0) return RANK.begins;
      if (at > 0) return RANK.inName;
      if (entry.plainAliases.some((alias) => alias.includes(term))) return RANK.inAlias;
      const sound = LETTERS.test(term) ? rankOfSound(entry, term) : RANK.none;
      return sound === RANK.none && entry.rest.includes(term) ? RANK.rest : sound;
    }

    function rankOfSound(entry, term) {
      let best = RANK.none;
      for (const chars of entry.spoken) {
        const span = soundsIn(chars, term);
        if (span) best = Math.min(best, span[0] > 0 ? RANK.soundsIn : span[1] < chars.length ? RANK.soundsBegin : RANK.sounds);
      }
      return best;
    }

    /** Return the entries that answer every term, the best first, shorter names before longer. */
    function find(terms) {
      const whole = terms.join("");
      const found = [];
      for (const entry of entries) {
        let worst = -1;
        for (const term of terms) worst = worst === RANK.none ? worst : Math.max(worst, rank(entry, term));
        if (terms.length > 1) worst = Math.min(worst, rank(entry, whole));
        if (worst < RANK.none) found.push({ entry, rank: worst });
      }
      found.sort((one, other) => one.rank - other.rank || one.entry.plain.length - other.entry.plain.length);
      return found.map(({ entry }) => entry);
    }

    /** Return shorter words, cut from either end, that are in some name. */
    function suggestions(terms) {
      const cut = terms.flatMap((term) => {
        const chars = Array.from(term).slice(0, 12);
        const ends = chars.flatMap((_, less) => [chars.slice(0, chars.length - less), chars.slice(less)]);
        return ends.map((part) => part.join(""));
      });
      const words = [...new Set(cut)].filter((word) => word.length > 1).sort((one, other) => other.length - one.length);
      return words.filter((word) => entries.some((entry) => entry.plain.includes(word))).slice(0, 3);
    }

    /* ---- What a result shows ---- */

    /** Cut a text into parts, each with whether it was asked for; a name may also be asked for by its sound. */
    function parts(text, terms, isName) {
      const chars = Array.from(text);
      const from = chars.flatMap((char, at) => Array.from(foldChar(char), () => at)); // of each folded char, its origin
      const plain = Array.from(fold(text));
      const lit = new Set();
      for (const term of terms) {
        const size = Array.from(term).length;
        let hit = false;
        for (let at = 0; at + size <= plain.length; at += 1) {
          if (plain.slice(at, at + size).join("") !== term) continue;
          for (let i = from[at]; i <= from[at + size - 1]; i += 1) lit.add(i);
          hit = true;
        }
        const span = !hit && isName && LETTERS.test(term) ? soundsIn(plain, term) : null;
        if (span) for (let i = from[span[0]]; i <= from[span[1] - 1]; i += 1) lit.add(i);
      }
      const found = [];
      for (let start = 0, end; start < chars.length; start = end) {
        for (end = start + 1; end < chars.length && lit.has(end) === lit.has(start); ) end += 1;
        found.push([chars.slice(start, end).join(""), lit.has(start)]);
      }
      return found;
    }

    /** Return another name of an entry that answers where its own name does not. */
    function aliasFor(entry, terms) {
      return entry.aliases.find((name) => terms.some((term) => fold(name).includes(term) && !entry.plain.includes(term)));
    }

    /** Return an entry's text and, where only those answer, its further words. */
    function textFor(entry, terms) {
      const [text, more] = entry.text.split("\n");
      const isAsked = more && terms.some((term) => fold(more).includes(term) && !fold(text + entry.name).includes(term));
      return [text, isAsked ? more : ""];
    }

    return { termsOf, find, suggestions, parts, aliasFor, textFor };
  }

  return { finder };
})();
