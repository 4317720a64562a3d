"use strict";
// Finds a name on a roll, and shows beside a chosen one where it was said. Without it the roll reads whole.
(() => {
  const lines = Array.from(document.querySelectorAll(".wall li[id]"));
  const form = document.querySelector(".find");
  const ways = document.getElementById("ways");
  const plain = (text) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  // The name is all of a line but what stands small behind it.
  const isName = (node) => !node.matches || !node.matches("small, .ways");
  const nameOf = (line) => plain(Array.from(line.childNodes).filter(isName).map((node) => node.textContent).join(""));

  // An address with the line's anchor leads to it, here and for whom it is sent to.
  const choose = (line) => location.replace("#" + line.id);

  const show = () => {
    document.querySelectorAll(".roll .ways").forEach((old) => old.remove());
    const line = document.getElementById(location.hash.slice(1));
    if (line && ways && lines.includes(line)) line.append(ways.content.cloneNode(true));
  };

  const mark = (found, asked) => {
    lines.forEach((line) => {
      line.classList.toggle("is-found", asked && found.includes(line));
      line.hidden = asked && found.length > 0 && !found.includes(line);
    });
    document.querySelectorAll(".stroke, .roll").forEach((part) => {
      part.hidden = !part.querySelector("li:not([hidden])");
    });
    document.querySelectorAll(".strokes").forEach((part) => { part.hidden = asked && found.length > 0; });
  };

  const find = (query) => {
    const names = lines.filter((line) => nameOf(line).includes(query));
    return names.length ? names : lines.filter((line) => plain(line.textContent).includes(query));
  };

  const answer = () => {
    const query = plain(form.querySelector("input").value);
    const found = query ? find(query) : [];
    mark(found, query !== "");
    const none = "没有找到。换一个字试试，或者只写姓。";
    form.querySelector("[role=status]").textContent = query ? (found.length ? `找到 ${found.length} 个名字` : none) : "";
    return found;
  };

  // Browsers without :has() show the units by a class.
  const units = document.querySelector(".units input");
  if (units) units.addEventListener("change", () => {
    document.querySelectorAll(".wall").forEach((wall) => wall.classList.toggle("with-units", units.checked));
  });
  addEventListener("hashchange", show);
  show();
  document.addEventListener("click", (event) => {
    const line = event.target.closest(".wall li[id]");
    // Who marks words to copy them has not chosen a name.
    if (line && !event.target.closest("a") && getSelection().isCollapsed) choose(line);
  });
  if (!form) return;
  form.addEventListener("input", answer);
  // On paper a roll is whole, whatever was looked for.
  addEventListener("beforeprint", () => { form.reset(); answer(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = answer();
    if (first) choose(first);
  });
})();
