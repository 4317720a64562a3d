"use strict";
// 长辈版 only: the button 读给我听 reads the page through the browser's own speech, and marks the text that is being read.
(() => {
  const speech = window.speechSynthesis;
  const button = document.querySelector(".read-aloud");
  const spoken = "h1, h2, h3, h4, p, li, tr, dt, dd, .fig > b, .name";
  let last = null;

  const mark = (block) => {
    document.querySelectorAll(".is-read").forEach((other) => other.classList.remove("is-read"));
    if (!block) return;
    block.classList.add("is-read");
    block.scrollIntoView({ block: "center" });
  };

  const stop = () => {
    last = null;
    speech.cancel();
    mark(null);
    button.textContent = "读给我听";
  };

  // A block that holds others is read through them; what is folded or for the eye alone is passed over.
  const blocks = () => [...document.querySelectorAll("main *")].filter((block) =>
    block.matches(spoken) && !block.querySelector(spoken) && !block.closest("nav, form, details:not([open]), .visually-hidden"));

  // Sentence by sentence: some browsers fall silent in the middle of a long text.
  const sentences = (block) => (block.innerText.match(/[^。！？；\n]+/g) || []).map((words) => ({ words, block }));

  const say = ({ words, block }) => {
    const part = new SpeechSynthesisUtterance(words);
    part.lang = "zh-CN";
    part.rate = 0.9;
    part.onstart = () => mark(block);
    part.onend = () => { if (part === last) stop(); };
    speech.speak(part);
    return part;
  };

  const read = () => {
    const parts = blocks().flatMap(sentences);
    if (!parts.length) return;
    button.textContent = "停下来";
    last = parts.map(say).pop();
  };

  button.addEventListener("click", () => (last ? stop() : read()));
  addEventListener("pagehide", stop);
})();
