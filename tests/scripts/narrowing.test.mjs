// Which projects answer what is ticked, how many would, and in which order they stand.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./scripts.mjs";

const { cardsOf, inOrder, narrow } = load("narrowing").narrowing;
const INDEX = {
  columns: ["path", "name", "text", "alone", "about", "badge", "field", "values"],
  facets: ["place", "domain"],
  hidden_values: {},
  words: ["某市", "", "全国荣誉", "助老"],
  groups: [
    {
      city: "某市",
      rows: [
        ["wu.html", "五号​项目", "一句话。", "", 0, 2, 3, "0 1|0"],
        ["jia.html", "“甲”", "", "甲​号", 1, 1, 1, "0|1"],
      ],
    },
    { city: "别市", rows: [["bing.html", "丙", "", "", 1, 1, 3, "2|"]] },
  ],
};
const cards = cardsOf(INDEX);
const paths = (found) => Array.from(found, (card) => card.path);
const asking = (place, domain) => [
  { name: "place", size: 3, chosen: new Set(place) },
  { name: "domain", size: 2, chosen: new Set(domain) },
];

test("a card has its words, and its name with and without the places where it may break", () => {
  const [first, second] = cards;
  assert.equal(first.name, "五号项目");
  assert.deepEqual(first.nameParts, ["五号", "项目"]);
  assert.deepEqual([first.about, first.badge, first.field], ["某市", "全国荣誉", "助老"]);
  assert.deepEqual([second.field, second.aloneParts], ["", ["甲", "号"]]);
  assert.deepEqual(first.values, { place: [0, 1], domain: [0] });
});

test("columns are found by name, wherever they stand", () => {
  const turned = structuredClone(INDEX);
  turned.columns.reverse();
  turned.groups.forEach(({ rows }) => rows.forEach((row) => row.reverse()));
  assert.deepEqual(cardsOf(turned), cards);
});

test("nothing ticked: all cards answer, and each value has its own count", () => {
  const { matching, counts } = narrow(cards, asking([], []));
  assert.equal(matching.size, 3);
  assert.deepEqual(counts, { place: [2, 1, 1], domain: [1, 1] });
});

test("values of one facet add up, those of two narrow", () => {
  assert.deepEqual(paths(narrow(cards, asking([1, 2], [])).matching), ["wu.html", "bing.html"]);
  assert.deepEqual(paths(narrow(cards, asking([0], [1])).matching), ["jia.html"]);
});

test("a count is what would remain if the value were the one ticked in its facet", () => {
  const { counts } = narrow(cards, asking([2], [0]));
  assert.deepEqual(counts, { place: [1, 1, 0], domain: [0, 0] });
});

test("orders: as the index has them, by pinyin without punctuation, by a facet with the valueless last", () => {
  assert.equal(inOrder(cards, "place"), cards);
  assert.deepEqual(paths(inOrder(cards, "name")), ["bing.html", "jia.html", "wu.html"]);
  assert.deepEqual(paths(inOrder(cards, "domain")), ["wu.html", "jia.html", "bing.html"]);
  assert.deepEqual(paths(cards), ["wu.html", "jia.html", "bing.html"]);
});
