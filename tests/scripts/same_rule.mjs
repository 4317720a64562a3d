// Reads cases of figures as JSON and writes what the theme's rule of comparability says of each.
import { readFileSync } from "node:fs";
import { load } from "./scripts.mjs";

const { reasons, sideBySide } = load("comparability").comparability;
const { words, cases } = JSON.parse(readFileSync(0, "utf8"));
const said = cases.map((figures) => ({
  alike: sideBySide(figures, Number(words.near)).map((figure) => figures.indexOf(figure)),
  reasons: reasons(figures, words),
}));
process.stdout.write(JSON.stringify(said));
