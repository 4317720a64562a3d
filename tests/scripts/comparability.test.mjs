// Whether figures of several places may be compared, and in what words it is said.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./scripts.mjs";

const { reasons, summary, widths } = load("comparability").comparability;
const WORDS = {
  near: "1", unit: "单位不同", scope: "口径不同", span: "时段不同", usual: "没有写明口径", undated: "没有写明截至哪一年", apart: "相差 {} 年",
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

test("the largest figure fills its bar, and nothing has none", () => {
  assert.deepEqual(widths([figure("甲"), figure("乙", { number: "25" })]), [100, 25]);
  assert.deepEqual(widths([figure("甲", { number: "0" })]), [0]);
});

test("a reader is told what the chosen places have in common", () => {
  assert.equal(summary([], [], 4), "现在列出全部地区。");
  assert.match(summary(["甲"], [], 4), /^已选甲，再选一个/);
  assert.equal(summary(["甲", "乙"], ["alike", "unlike", "hidden"], 4), "甲、乙：共同的指标 2 个，其中可以直接比较的 1 个。");
  assert.equal(summary(["甲", "乙"], ["hidden"], 2), "甲、乙没有共同的指标。最多选 2 个；要换，先去掉一个。");
});
