// What a query finds, in which order, and what of a result is marked.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./scripts.mjs";

const PARTS = ["writing", "cutting", "finding", "marking", "alike", "answering", "syllables"];
const { finding, marking, alike, answering, syllables } = load(...PARTS);
const INDEX = {
  columns: ["address", "name", "text", "place", "aliases"],
  places: ["", "青岛市"],
  simplified: { 张: "張", 岛: "島" },
  synonyms: ["报名 怎么参加 加入", "老人 老年人 长者"],
  little: "的 有 哪些 怎么",
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
        ["linli", "好邻里", "", 0],
      ],
    },
    { label: "数据", before: "", after: "", late: true, rows: [["metrics/a.html", "邻里总数", "", 0]] },
    { label: "页面", before: "", after: "", rows: [["part.html", "怎么参加", "打个电话。", 0]] },
  ],
};
const TEXTS = {
  labels: ["做法", "数字"],
  records: [["places/qingdao.html", "青岛市", "", [[0, "#practices-0", "上门", "给独居的让座奶奶送饭。"], [1, "metrics/a.html", "邻里总数", "24万余人"]]]],
};
const search = finding.finder(INDEX);
const marker = marking.marker(search);
const found = (query) => search.find(search.termsOf(query)).map((entry) => entry.path);
const inPieces = (query) => search.findPieces(search.termsOf(query)).found.map((entry) => entry.path);

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
  assert.equal(marker.aliasFor(entry, ["岛城"]), "岛城");
  assert.equal(marker.aliasFor(entry, ["青岛"]), undefined);
});

test("several words each answer somewhere", () => {
  assert.deepEqual(found("张婷 青岛"), ["people/zhang-ting.html", "people/zhang-tingting.html"]);
  assert.deepEqual(found("张婷 城市"), []);
});

test("further words are shown only where they alone answer", () => {
  const [entry] = search.find(["急救"]);
  assert.deepEqual(marker.textFor(entry, ["急救"]), ["四川来的。", "急救 培训"]);
  assert.deepEqual(marker.textFor(entry, ["四川"]), ["四川来的。", ""]);
});

test("what was asked for is marked, by characters or by sound", () => {
  assert.deepEqual(marker.parts("在青岛市", ["青岛"], false), [["在", false], ["青岛", true], ["市", false]]);
  assert.deepEqual(marker.parts("青岛市", ["dao"], true), [["青", false], ["岛", true], ["市", false]]);
  assert.deepEqual(marker.parts("青岛市", ["dao"], false), [["青岛市", false]]);
  assert.deepEqual(marker.parts("Ａ·Ｂ", ["ab"], false), [["Ａ·Ｂ", true]]);
});

test("any punctuation parts words, but not the comma of a number", () => {
  assert.deepEqual(search.termsOf("张婷，青岛、市/区(一)"), ["张婷", "青岛", "市", "区", "一"]);
  assert.deepEqual(search.termsOf("6,800 个"), ["6800", "个"]);
  for (const signs of [".*", "(", "\\", "😀", "+", "“”"]) assert.deepEqual(search.termsOf(signs), [], signs);
});

test("words run together are cut where the index knows them, and little words between them are left out", () => {
  assert.deepEqual(found("青岛市张婷"), []);
  assert.deepEqual(inPieces("青岛市张婷"), ["people/zhang-ting.html", "people/zhang-tingting.html"]);
  assert.deepEqual(inPieces("青岛有哪些张婷婷"), ["people/zhang-tingting.html"]);
  assert.deepEqual(inPieces("青岛火星"), [], "what is not known is not passed over");
});

test("what is named by the pieces comes before what only has the words as they are written", () => {
  const other = finding.finder({ ...INDEX, groups: [...INDEX.groups, { label: "队伍", before: "", after: "", rows: [["a.html", "甲", "在青岛市张婷家。", 0]] }] });
  const { way, found } = answering.answer(other, "青岛市张婷", new Set(["texts", "sounds"]), null);
  assert.deepEqual([way, ...found.map(({ name }) => name)], ["whole", "张婷", "张婷婷", "甲"]);
});

test("a word that means the same finds, after the word itself but for a whole name", () => {
  assert.deepEqual(found("老年人"), ["people/changzhe.html"]);
  assert.deepEqual(found("报名"), ["part.html"]);
  assert.deepEqual(inPieces("怎么加入"), ["part.html"]);
});

test("a part of a metric's name comes after the other kinds", () => {
  assert.deepEqual(found("邻里"), ["people/linli.html", "metrics/a.html"]);
});

test("what most of a query is about is nearest; less than half of it is nothing", () => {
  const near = (query) => search.nearest(search.findPieces(search.termsOf(query)).pieces).map((entry) => entry.name);
  assert.deepEqual(near("张婷婷总站"), ["张婷婷"]);
  assert.deepEqual(near("火星总站张婷"), []);
});

test("a name is heard through another character of its sound, and through blurred sounds", () => {
  const hear = alike.ear(search, syllables);
  const heard = (query) => {
    const terms = search.termsOf(query);
    return alike.alike(hear, terms, search.findPieces(terms).pieces).map((words) => words.join(" "));
  };
  assert.deepEqual(heard("章亭亭"), ["张婷婷"]);
  assert.deepEqual(heard("脏挺"), ["张婷"], "z for zh");
  assert.deepEqual(heard("青刀市"), ["青岛市"]);
  assert.deepEqual(heard("青岛市章停"), ["青岛市 张婷"], "only what is not known is put right");
  assert.deepEqual(heard("火星"), []);
});

test("what a record says is found when it is there, under its record, and its passage is shown", () => {
  const later = finding.finder(INDEX);
  later.add(TEXTS);
  const [entry] = later.find(["让座奶奶"]);
  assert.deepEqual([entry.path, entry.name, entry.place], ["places/qingdao.html#practices-0", "上门", "青岛市"]);
  assert.deepEqual(later.find(["青岛", "奶奶"]), [entry], "with the name of its record");
  assert.equal(later.find(["青岛市"]).includes(entry), false, "but not by that name alone");
  assert.deepEqual(later.find(["24万余人"]).map(({ path }) => path), ["metrics/a.html"]);
  assert.equal(later.find(["邻里总数"]).length, 1, "a metric with one figure stands once");
  const long = { ...entry, text: "前".repeat(90) + "让座奶奶" + "后".repeat(90) };
  assert.match(marker.textFor(long, ["让座奶奶"])[0], /^…前+让座奶奶后+…$/);
});

test("a query is answered in the surest way there is, and says which file would answer better", () => {
  const later = finding.finder(INDEX);
  const answer = (query, ...here) => {
    const hear = here.includes("sounds") ? alike.ear(later, syllables) : null;
    const { way, lacks, offers } = answering.answer(later, query, new Set(here), hear);
    return [way, lacks, ...offers];
  };
  assert.deepEqual(answer("", "texts"), ["nothing", ""]);
  assert.deepEqual(answer("(", "texts"), ["signs", ""]);
  assert.deepEqual(answer("张婷"), ["whole", "texts"], "names at once, what records say afterwards");
  assert.deepEqual(answer("青岛市张婷"), ["waiting", "texts"]);
  later.add(TEXTS);
  assert.deepEqual(answer("青岛市张婷", "texts"), ["pieces", "", "青岛市", "张婷"]);
  assert.deepEqual(answer("章停", "texts"), ["waiting", "sounds"]);
  assert.deepEqual(answer("章停", "texts", "sounds"), ["alike", "", "张婷"]);
  assert.deepEqual(answer("张婷婷总站", "texts", "sounds"), ["near", ""]);
  assert.deepEqual(answer("火星飞船总站张婷", "texts", "sounds"), ["none", "", "张婷"]);
});
