"use strict";
// Words of an index that sound as a query does: 杨晓玲 where 杨小玲 was typed. For voice input, and for those who hear a name.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.alike = (() => {
  const LONGEST = 20;
  const MOST = 3; // words that are offered

  /** Read the table of syllables: the characters of GB 2312 in their order, from its first row of characters on. */
  function syllablesOf(table) {
    const decoder = new TextDecoder("gb2312");
    const found = new Map();
    let at = 0;
    for (const [, syllable, count] of table.matchAll(/([a-z-]+)(\d*)/g)) {
      for (let left = Number(count || 1); left > 0; left -= 1, at += 1) {
        const bytes = [0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)];
        if (syllable !== "-") found.set(decoder.decode(new Uint8Array(bytes)), syllable);
      }
    }
    return found;
  }

  /** Return a syllable as those say it who do not part zh from z, n from l, or ing from in. */
  function blurred(syllable) {
    const start = syllable.replace(/^([csz])h/, "$1").replace(/^[nr](?=[a-z])/, "l").replace(/^hu(?=[a-z])/, "f").replace(/^hu$/, "fu");
    return start.replace(/ng$/, "n").replace(/v/g, "u").replace(/uen$/, "un");
  }

  /** Return what finds the words of a finder's entries that sound as a term does, the likest first. */
  function ear(finder, table) {
    const common = syllablesOf(table);
    const known = new Map(); // character → its syllables and their blurred forms

    function heard(char) {
      let sounds = known.get(char);
      if (!sounds) {
        const own = finder.readings.get(char)?.slice(1) ?? (common.has(char) ? [common.get(char)] : []);
        known.set(char, (sounds = [new Set(own), new Set(own.map(blurred))]));
      }
      return sounds;
    }

    /** Say how far two characters are apart: the same, of one sound, nearly of one sound, or Infinity. */
    function apart(one, other) {
      if (one === other) return 0;
      const [mine, others] = [heard(one), heard(other)];
      const isShared = (at) => [...mine[at]].some((sound) => others[at].has(sound));
      return isShared(0) ? 1 : isShared(1) ? 2 : Infinity;
    }

    const spoken = finder.entries.flatMap((entry) => entry.spoken.map((chars) => chars.join("")));
    const whole = new Set(spoken);
    const names = spoken.join("\n");
    const texts = finder.entries.map((entry) => entry.own ?? "").join("\n");
    const occurring = [...new Set(names + texts)];

    /** Return a pattern of what sounds as the characters that were asked; matches may overlap. */
    function patternOf(asked) {
      const sets = asked.map((char) => occurring.filter((other) => apart(char, other) < Infinity).join(""));
      const escaped = sets.map((set) => `[${set.replace(/[\\\]^-]/g, "\\$&")}]`);
      return sets.every(Boolean) ? new RegExp(`(?=(${escaped.join("")}))`, "gu") : null;
    }

    return (term) => {
      const asked = Array.from(term);
      const pattern = asked.length > 1 && asked.length <= LONGEST ? patternOf(asked) : null;
      if (!pattern) return [];
      const wordsIn = (text) => [...new Set(Array.from(text.matchAll(pattern), ([, word]) => word))];
      const found = wordsIn(names);
      // A whole name is meant sooner than a part of one.
      const distance = (word) => Array.from(word).reduce((sum, char, at) => sum + apart(asked[at], char), whole.has(word) ? 0 : 0.5);
      const near = (found.length ? found : wordsIn(texts)).map((word) => [word, distance(word)]);
      // Where more than half of the characters are only nearly right, something else is meant.
      const likely = near.filter(([, far]) => far <= asked.length * 1.5 + 0.5);
      return likely.sort((one, other) => one[1] - other[1]).slice(0, MOST).map(([word]) => word);
    };
  }

  /** Return queries that sound as this one: the whole, else with its unknown parts put right. */
  function alike(hear, terms, pieces) {
    const whole = hear(terms.join(""));
    if (whole.length) return whole.map((word) => [word]);
    const stretches = joined(pieces);
    if (!stretches.some(({ isKnown }) => !isKnown)) return [];
    const mended = stretches.map(({ text, isKnown }) => (isKnown ? text : hear(text)[0]));
    return mended.every(Boolean) ? [mended] : [];
  }

  /** Join neighbours that the index does not know: 杨, 小 and 玲 are one name. */
  function joined(pieces) {
    const stretches = [];
    for (const { text, sort } of pieces) {
      const last = stretches[stretches.length - 1];
      if (sort === "unknown" && last && !last.isKnown) last.text += text;
      else if (sort !== "little") stretches.push({ text, isKnown: sort === "known" });
    }
    return stretches;
  }

  return { ear, alike };
})();
