"use strict";
// How readers write what an index holds: width, script, signs between words, and names spelled by their sound.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.writing = (() => {
  const BETWEEN = /[\p{P}\p{Z}\p{C}]/u;
  const SIGNS_AROUND = /^\p{S}+|\p{S}+$/gu;
  const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

  /** Return what reads names and queries, with an index's tables of script and sound. */
  function reader(index) {
    const simplified = new Map(); // traditional character → simplified
    const readings = new Map(); // character → its syllables, and itself
    const firsts = new Map(); // character → the first letters of these
    const folded = new Map(); // character → what is left of it
    for (const [plain, chars] of Object.entries(index.simplified)) for (const char of chars) simplified.set(char, plain);
    for (const [syllable, chars] of Object.entries(index.pinyin)) {
      for (const char of chars) readings.set(char, [...(readings.get(char) ?? [char]), syllable]);
    }
    for (const [char, syllables] of readings) firsts.set(char, syllables.map((syllable) => syllable[0]).join(""));

    function foldChar(char) {
      let plain = folded.get(char);
      if (plain === undefined) {
        plain = Array.from(char.normalize("NFKC").toLowerCase(), (part) => simplified.get(part) ?? part)
          .filter((part) => !BETWEEN.test(part))
          .join("");
        folded.set(char, plain);
      }
      return plain;
    }

    // Most characters stay as they are, and an index has hundreds of thousands.
    const changing = new RegExp(`[^\u4e00-\u9fff0-9a-z]|[${[...simplified.keys()].join("")}]`, "gu");

    /** Take away what readers type differently: width, letter case, script, punctuation and spaces. */
    const fold = (text) => text.replace(changing, foldChar);

    /** Cut a query into words: any punctuation parts them, but not a comma within a number. */
    function termsOf(query) {
      const plain = query.normalize("NFKC").replace(/ü/g, "v").replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
      const words = plain.split(/[\p{P}\p{Z}\p{C}]+/u).map((word) => fold(word).replace(SIGNS_AROUND, ""));
      return words.filter((word) => SAYS_SOMETHING.test(word));
    }

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

    return { fold, foldChar, termsOf, soundsIn, readings };
  }

  return { reader };
})();
