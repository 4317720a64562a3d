"use strict";
// The pictures of a page open large in it; without this script they are links to the pictures.
(() => {
  const links = [...document.querySelectorAll(".gallery a")];
  let at = 0;

  const make = (name, text, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button " + name;
    button.textContent = text;
    button.addEventListener("click", act);
    return button;
  };

  const dialog = document.createElement("dialog");
  const image = document.createElement("img");
  const words = document.createElement("p");
  const bar = document.createElement("div");
  dialog.className = "viewer";
  bar.className = "buttons";
  words.setAttribute("aria-live", "polite");

  const show = (to) => {
    at = (to + links.length) % links.length;
    const small = links[at].querySelector("img");
    const caption = links[at].closest("figure").querySelector("figcaption");
    image.src = links[at].href;
    image.alt = small.alt;
    words.textContent = (links.length > 1 ? at + 1 + "/" + links.length + "　" : "") + (caption ? caption.textContent : small.alt);
  };

  if (links.length > 1) bar.append(make("viewer-back", "上一张", () => show(at - 1)), make("viewer-on", "下一张", () => show(at + 1)));
  bar.append(make("viewer-close", "关上", () => dialog.close()));
  dialog.append(image, words, bar);
  dialog.setAttribute("aria-label", "图片");
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft" && links.length > 1) show(at - 1);
    if (event.key === "ArrowRight" && links.length > 1) show(at + 1);
  });
  document.body.append(dialog);

  links.forEach((link, number) => link.addEventListener("click", (event) => {
    if (!dialog.showModal || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(number);
    dialog.showModal();
  }));
})();
