// What a query finds, in which order, and what of a result is marked.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./scripts.mjs";

const { finder } = load("finding").finding;
const INDEX = {
  columns: ["address", "name", "text", "place", "aliases"],
  places: ["", "青岛市"],
  simplified: { 张: "張", 岛: "島" },
  pinyin: { chang: "长", dao: "岛", qing: "青", shi: "市", ting: "婷", zhang: "张长", zhe: "者" },
  groups: [
    { label: "地区", before: "places/", after: ".html", rows: [["qingdao", "青岛市", "一座城市。", 0, ["岛城"]]] },
    {
      label: "人物",
      before: "people/",
      after: ".html",
      rows: [
        ["zhang-ting", "张婷", "四川来的。\n急救 培训", 1],
        ["zhang-tingting", "张婷婷", "", 1],
        ["changzhe", "长者", "张婷的邻居。", 0],
      ],
    },
  ],
};
const search = finder(INDEX);
const found = (query) => search.find(search.termsOf(query)).map((entry) => entry.path);

test("a whole name comes before one that begins so, and that before a text", () => {
  assert.deepEqual(found("张婷"), ["people/zhang-ting.html", "people/zhang-tingting.html", "people/changzhe.html"]);
});

test("width, letter case, script, punctuation and spaces do not matter", () => {
  assert.deepEqual(search.termsOf("　ＱｉｎｇDao  「張婷」 "), ["qingdao", "张婷"]);
  assert.deepEqual(found("「張　婷"), found("张婷"));
});

test("syllables, initials, their beginnings and mixtures are read", () => {
  for (const query of ["qingdao", "qingd", "qds", "青daos", "q岛"]) assert.deepEqual(found(query), ["places/qingdao.html"], query);
  assert.deepEqual(found("zht"), ["people/zhang-ting.html", "people/zhang-tingting.html"]);
  assert.deepEqual(found("zhangzhe"), ["people/changzhe.html"], "a character of two readings is found by each");
  assert.deepEqual(found("changzhe"), ["people/changzhe.html"]);
  assert.deepEqual(found("s"), [], "one letter is looked for at the beginning only");
});

test("another name finds, and is shown where the name itself does not answer", () => {
  assert.deepEqual(found("岛城"), ["places/qingdao.html"]);
  const [entry] = search.find(["岛城"]);
  assert.equal(search.aliasFor(entry, ["岛城"]), "岛城");
  assert.equal(search.aliasFor(entry, ["青岛"]), undefined);
});

test("several words each answer somewhere", () => {
  assert.deepEqual(found("张婷 青岛"), ["people/zhang-ting.html", "people/zhang-tingting.html"]);
  assert.deepEqual(found("张婷 城市"), []);
});

test("further words are shown only where they alone answer", () => {
  const [entry] = search.find(["急救"]);
  assert.deepEqual(search.textFor(entry, ["急救"]), ["四川来的。", "急救 培训"]);
  assert.deepEqual(search.textFor(entry, ["四川"]), ["四川来的。", ""]);
});

test("what was asked for is marked, by characters or by sound", () => {
  assert.deepEqual(search.parts("在青岛市", ["青岛"], false), [["在", false], ["青岛", true], ["市", false]]);
  assert.deepEqual(search.parts("青岛市", ["dao"], true), [["青", false], ["岛", true], ["市", false]]);
  assert.deepEqual(search.parts("青岛市", ["dao"], false), [["青岛市", false]]);
  assert.deepEqual(search.parts("Ａ·Ｂ", ["ab"], false), [["Ａ·Ｂ", true]]);
});

test("where nothing is found, shorter words that are in some name are offered", () => {
  assert.deepEqual(search.suggestions(["青岛市民"]), ["青岛市", "青岛"]);
  assert.deepEqual(search.suggestions(["火星"]), []);
});
