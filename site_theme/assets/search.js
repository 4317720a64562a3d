/* Search over the index, in the reader's own browser: no server, no request to anywhere. */
"use strict";

(() => {
  const FIRST = 5; // results of the best kind while all kinds are shown
  const OTHERS = 3; // results of each other kind
  const MORE = 50; // results of a kind at a time when it is chosen
  const RANK = { name: 0, alias: 1, begins: 2, inName: 3, inAlias: 4, sounds: 5, soundsBegin: 6, soundsIn: 7, rest: 8, none: 9 };
  const LETTERS = /[a-z]/;
  const STRIPPED = /[\p{P}\p{Z}\p{C}]/u;

  const form = document.getElementById("search");
  const field = document.getElementById("q");
  const status = document.getElementById("count");
  const hint = document.getElementById("hint");
  const chips = document.getElementById("kinds");
  const results = document.getElementById("results");
  const lists = document.getElementById("lists");

  let groups = [];
  let entries = null; // null until the index is here
  let chosen = ""; // the kind that is shown alone
  let shown = MORE;
  let composing = false;
  let waiting = 0;
  const simple = new Map(); // traditional character → simplified
  const readings = new Map(); // character → its syllables, and itself
  const firsts = new Map(); // character → the first letters of these
  const folded = new Map(); // character → what is left of it

  /* ---- Words ---- */

  function foldSign(sign) {
    let plain = folded.get(sign);
    if (plain === undefined) {
      plain = Array.from(sign.normalize("NFKC").toLowerCase(), (part) => simple.get(part) ?? part)
        .filter((part) => !STRIPPED.test(part))
        .join("");
      folded.set(sign, plain);
    }
    return plain;
  }

  const fold = (text) => Array.from(text, foldSign).join("");

  const termsOf = (query) => query.normalize("NFKC").replaceAll("ü", "v").split(/\s+/u).map(fold).filter(Boolean);

  /** Say which sign of the text each sign of the folded text came from. */
  function origins(text) {
    return Array.from(text).flatMap((sign, at) => Array.from(foldSign(sign), () => at));
  }

  /** Read a term as syllables, initials, or a mixture, from one sign on; return where it ends, or -1. */
  function spelled(signs, from, rest) {
    if (!rest) return from;
    if (from >= signs.length) return -1;
    for (const syllable of readings.get(signs[from]) ?? [signs[from]]) {
      if (syllable.startsWith(rest)) return from + 1;
      const pieces = [syllable, syllable.slice(0, /^[csz]h/.test(syllable) ? 2 : 1), syllable.slice(0, 1)];
      for (const piece of pieces) {
        const end = rest.startsWith(piece) ? spelled(signs, from + 1, rest.slice(piece.length)) : -1;
        if (end >= 0) return end;
      }
    }
    return -1;
  }

  /** Find a spelled term in a name; a single letter is looked for at its beginning only. */
  function soundsIn(signs, term) {
    const last = term.length > 1 ? signs.length : 1;
    for (let from = 0; from < last; from += 1) {
      if (!(firsts.get(signs[from]) ?? signs[from]).includes(term[0])) continue;
      const end = spelled(signs, from, term);
      if (end >= 0) return [from, end];
    }
    return null;
  }

  /* ---- Index ---- */

  function load() {
    const script = document.createElement("script");
    script.src = form.dataset.index;
    script.onload = () => {
      read(window.SHOWCASE_INDEX);
      search();
    };
    script.onerror = () => {
      status.textContent = "搜索没有准备好，请刷新页面再试，或者从下面的栏目里找。";
    };
    document.head.append(script);
  }

  function read(index) {
    for (const [plain, signs] of Object.entries(index.simple)) for (const sign of signs) simple.set(sign, plain);
    for (const [syllable, signs] of Object.entries(index.pinyin)) {
      for (const sign of signs) readings.set(sign, [...(readings.get(sign) ?? [sign]), syllable]);
    }
    for (const [sign, syllables] of readings) firsts.set(sign, syllables.map((syllable) => syllable[0]).join(""));
    groups = index.groups.map(([label]) => label);
    entries = index.groups.flatMap(([, before, after, rows], group) =>
      rows.map(([address, name, text, where, ...aliases]) => ({
        group,
        path: before + address + after,
        name,
        text,
        where: index.wheres[where],
        plain: fold(name),
        aliases: aliases.map(fold),
        spoken: [name, ...aliases].map((one) => Array.from(fold(one))),
        shownAliases: aliases,
        rest: `${fold(text)} ${fold(index.wheres[where])} ${fold(groups[group])}`,
      })),
    );
  }

  /** Say how well an entry answers a term: the lower the better. */
  function rank(entry, term) {
    if (entry.plain === term) return RANK.name;
    if (entry.aliases.includes(term)) return RANK.alias;
    const at = entry.plain.indexOf(term);
    if (at === 0) return RANK.begins;
    if (at > 0) return RANK.inName;
    if (entry.aliases.some((alias) => alias.includes(term))) return RANK.inAlias;
    const sound = LETTERS.test(term) ? rankOfSound(entry, term) : RANK.none;
    return sound === RANK.none && entry.rest.includes(term) ? RANK.rest : sound;
  }

  function rankOfSound(entry, term) {
    let best = RANK.none;
    for (const signs of entry.spoken) {
      const span = soundsIn(signs, term);
      if (span) best = Math.min(best, span[0] > 0 ? RANK.soundsIn : span[1] < signs.length ? RANK.soundsBegin : RANK.sounds);
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
    return found.sort((one, other) => one.rank - other.rank || one.entry.plain.length - other.entry.plain.length);
  }

  /** Return shorter words, cut from either end, that are in some name. */
  function suggestions(terms) {
    const cut = terms.flatMap((term) => {
      const signs = Array.from(term).slice(0, 12);
      const ends = signs.flatMap((_, less) => [signs.slice(0, signs.length - less), signs.slice(less)]);
      return ends.map((part) => part.join(""));
    });
    const words = [...new Set(cut)].filter((word) => word.length > 1).sort((one, other) => other.length - one.length);
    return words.filter((word) => entries.some((entry) => entry.plain.includes(word))).slice(0, 3);
  }

  /* ---- Page ---- */

  function make(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function button(text, pressed, onclick) {
    const made = make("button", "chip", text);
    made.type = "button";
    if (pressed !== null) made.setAttribute("aria-pressed", String(pressed));
    made.addEventListener("click", onclick);
    return made;
  }

  /** Return a text as nodes, with what was asked for marked. */
  function marked(text, terms, spoken) {
    const signs = Array.from(text);
    const from = origins(text);
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
      const span = !hit && spoken && LETTERS.test(term) ? soundsIn(plain, term) : null;
      if (span) for (let i = from[span[0]]; i <= from[span[1] - 1]; i += 1) lit.add(i);
    }
    const nodes = [];
    for (let start = 0, end; start < signs.length; start = end) {
      for (end = start + 1; end < signs.length && lit.has(end) === lit.has(start); ) end += 1;
      const part = signs.slice(start, end).join("");
      nodes.push(lit.has(start) ? make("mark", "", part) : part);
    }
    return nodes;
  }

  function item({ entry }, terms) {
    const link = make("a", "", make("span", "name", ...marked(entry.name, terms, true)));
    link.href = form.dataset.root + entry.path;
    const alias = entry.shownAliases.find((name) => terms.some((term) => fold(name).includes(term) && !entry.plain.includes(term)));
    if (alias) link.append(make("span", "meta", "又称：", ...marked(alias, terms, false)));
    if (entry.where) link.append(make("span", "meta", ...marked(entry.where, terms, false)));
    const [text, more] = entry.text.split("\n");
    const said = more && terms.some((term) => fold(more).includes(term) && !fold(text + entry.name).includes(term));
    if (text) link.append(make("span", "text", ...marked(text, terms, false)));
    if (said) link.append(make("span", "meta", ...marked(more, terms, false)));
    return make("li", "", link);
  }

  function section(label, found, terms, first) {
    const limit = chosen ? shown : first ? FIRST : OTHERS;
    const made = make("section", "", make("h2", "", `${label} ${found.length}`));
    made.append(make("ul", "found", ...found.slice(0, limit).map((one) => item(one, terms))));
    if (found.length > limit) {
      made.append(
        button(chosen ? "再看一些" : `看全部 ${found.length} 条${label}`, null, () => {
          shown = chosen ? shown + MORE : MORE;
          chosen = label;
          draw(terms);
          results.querySelectorAll(".found a")[limit]?.focus();
        }),
      );
    }
    return made;
  }

  function draw(terms) {
    const found = terms.length ? find(terms) : [];
    const kinds = new Map(); // in the order of their best result
    for (const one of found) {
      const label = groups[one.entry.group];
      if (!kinds.has(label)) kinds.set(label, []);
      kinds.get(label).push(one);
    }
    if (!kinds.has(chosen)) chosen = "";
    const drawn = [...kinds].filter(([label]) => !chosen || label === chosen);
    results.replaceChildren(...drawn.map(([label, of], at) => section(label, of, terms, at === 0)));
    const choose = (label) => () => {
      chosen = label;
      shown = MORE;
      draw(terms);
      chips.querySelector('[aria-pressed="true"]')?.focus();
    };
    const counted = [["", found.length], ...[...kinds].map(([label, of]) => [label, of.length])];
    chips.replaceChildren(...counted.map(([label, count]) => button(`${label || "全部"} ${count}`, label === chosen, choose(label))));
    chips.hidden = kinds.size < 2;
    hint.hidden = terms.length > 0;
    lists.hidden = found.length > 0;
    status.textContent = terms.length ? `找到 ${found.length} 条${chosen ? `，正在看${chosen} ${kinds.get(chosen).length} 条` : ""}。` : "";
    if (terms.length && !found.length) none(terms);
  }

  function none(terms) {
    status.textContent = `没有找到“${field.value.trim()}”。`;
    const words = suggestions(terms);
    if (!words.length) return void results.append(make("p", "", "换一个说法，或者少写几个字试试。"));
    results.append(make("p", "chips", "换短一点的词试试：", ...words.map((word) => button(word, null, () => ask(word)))));
  }

  function ask(query) {
    field.value = query;
    search();
    field.focus();
  }

  /** Answer what stands in the field, and keep it in the address, so that it can be sent and come back to. */
  function search() {
    clearTimeout(waiting);
    if (!entries) return;
    const query = field.value.trim();
    shown = MORE;
    draw(termsOf(query));
    field.dataset.answered = field.value;
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  /** Walk through the field and the results with the arrow keys. */
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...results.querySelectorAll(".found a")];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "Escape") {
      event.preventDefault();
      ask("");
    } else if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  }

  document.getElementById("content").addEventListener("keydown", (event) => {
    if (!composing && !event.isComposing) walk(event);
  });
  field.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(waiting);
  });
  field.addEventListener("compositionend", () => {
    composing = false;
    search();
  });
  field.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!composing && !event.isComposing) waiting = setTimeout(search, 80);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (composing) return;
    search();
    results.querySelector(".found a")?.focus();
  });
  hint.addEventListener("click", (event) => {
    const example = event.target.closest("[data-query]");
    if (example) ask(example.dataset.query);
  });

  field.value = field.value || (new URLSearchParams(location.search).get("q") ?? "");
  if (!field.value) field.focus({ preventScroll: true });
  hint.hidden = Boolean(field.value);
  load();
})();
