"use strict";
// What a result shows of an entry: the words asked for marked, another name, and of a long text the part that answers.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.marking = (() => {
  const LETTERS = /[a-z]/;
  const BEFORE = 16; // characters of a long text before what was asked for
  const SHOWN = 60;

  function marker({ fold, foldChar, soundsIn }) {
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

    /** Return an entry's text, of a long one the part that answers, and, where only those do, its further words. */
    function textFor(entry, terms) {
      const [text, more] = entry.text.split("\n");
      const isAsked = more && terms.some((term) => fold(more).includes(term) && !fold(text + entry.name).includes(term));
      return [passage(text, terms), isAsked ? more : ""];
    }

    function passage(text, terms) {
      if (text.length <= SHOWN) return text;
      let first = 0;
      for (const [part, isLit] of parts(text, terms, false)) {
        if (isLit) break;
        first += part.length;
      }
      const start = first < text.length ? Math.max(0, Math.min(first - BEFORE, text.length - SHOWN)) : 0;
      return (start > 0 ? "…" : "") + text.slice(start, start + SHOWN) + (start + SHOWN < text.length ? "…" : "");
    }

    return { parts, aliasFor, textFor };
  }

  return { marker };
})();
