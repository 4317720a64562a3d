// Loads scripts of the theme as a page does: in order, as plain scripts, each adding to the one global that they share.
import { readFileSync } from "node:fs";
import vm from "node:vm";

export function load(...names) {
  for (const name of names) {
    const url = new URL(`../../site_theme/assets/${name}.js`, import.meta.url);
    vm.runInThisContext(readFileSync(url, "utf8"), { filename: url.pathname });
  }
  return globalThis.Showcase;
}
