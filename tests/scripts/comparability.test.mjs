// Whether figures of several places may be compared, and in what words it is said.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./scripts.mjs";

const { reasons, sideBySide, summary, widths } = load("comparability").comparability;
const WORDS = {
  near: "1", sort: "不是同一类", range: "写的是一个范围", unit: "单位不同", scope: "口径不同", span: "时段不同", usual: "没有写明口径", undated: "没有写明截至哪一年", apart: "相差 {} 年",
};
const figure = (label, own = {}) => ({ label, number: "100", unit: "人", scope: "", span: "", year: "2023", ...own });

test("figures that are alike and near in time have no reason against them", () => {
  assert.equal(reasons([figure("甲"), figure("乙", { year: "2024" })], WORDS), "");
});

test("each difference is named with its places", () => {
  assert.equal(reasons([figure("甲"), figure("乙", { unit: "人次" })], WORDS), "单位不同（甲：人；乙：人次）");
  assert.equal(
    reasons([figure("甲"), figure("乙", { scope: "全市" }), figure("丙")], WORDS),
    "口径不同（甲、丙：没有写明口径；乙：全市）",
  );
  assert.equal(reasons([figure("甲"), figure("乙", { year: "" })], WORDS), "没有写明截至哪一年（乙）");
  assert.equal(reasons([figure("甲"), figure("乙", { year: "2020" })], WORDS), "相差 3 年（甲：2023年；乙：2020年）");
});

test("a city is not compared with a district, and a range with nothing", () => {
  assert.equal(reasons([figure("甲", { sort: "市" }), figure("乙", { sort: "区县" })], WORDS), "不是同一类（甲：市；乙：区县）");
  assert.equal(reasons([figure("甲"), figure("乙", { range: "3—5人" })], WORDS), "写的是一个范围（乙：3—5人）");
});

test("of many names the first are given, and how many there are", () => {
  const many = ["甲", "乙", "丙", "丁", "戊"].map((name) => figure(name, { year: "" }));
  assert.equal(reasons(many, WORDS), "没有写明截至哪一年（甲、乙、丙等 5 个）");
});

test("as many as agree stand side by side, of equally many the latest", () => {
  const labels = (figures) => sideBySide(figures, 1).map((own) => own.label).join("");
  assert.equal(labels([figure("甲", { year: "2015" }), figure("乙"), figure("丙", { year: "2022" })]), "乙丙");
  assert.equal(labels([figure("甲", { year: "2015" }), figure("乙", { year: "2016" }), figure("丙"), figure("丁")]), "丙丁");
  assert.equal(labels([figure("甲"), figure("乙", { unit: "人次" }), figure("丙", { year: "" })]), "");
});

test("bars go by the inhabitants where they are known of all", () => {
  assert.deepEqual(widths([figure("甲", { number: "10", rate: "2" }), figure("乙", { number: "90", rate: "1" })]), [100, 50]);
  assert.deepEqual(widths([figure("甲", { number: "10", rate: "2" }), figure("乙", { number: "100" })]), [10, 100]);
});

test("the largest figure fills its bar, and nothing has none", () => {
  assert.deepEqual(widths([figure("甲"), figure("乙", { number: "25" })]), [100, 25]);
  assert.deepEqual(widths([figure("甲", { number: "0" })]), [0]);
});

test("a reader is told what the chosen places have in common", () => {
  assert.equal(summary([], [], 4), "现在列出全部。");
  assert.match(summary(["甲"], [], 4), /^已选甲，再选一个/);
  assert.equal(summary(["甲", "乙"], ["alike", "unlike", "hidden"], 4), "甲、乙：共同的数据 2 种，能比的 1 种。");
  assert.equal(summary(["甲", "乙"], ["hidden"], 2), "甲、乙没有共同的数据。最多选 2 个；要换，先去掉一个。");
});
