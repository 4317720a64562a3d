"use strict";
// 长辈版 only: the button 读给我听 reads the page's headings and texts through the browser's own speech.
(() => {
  const speech = window.speechSynthesis;
  const button = document.querySelector(".read-aloud");
  const spoken = "h1,h2,h3,h4,p,li,tr,.facts div,.fig > b,.name";
  let queue = [];

  const stop = () => {
    queue = [];
    speech.cancel();
    button.textContent = "读给我听";
  };

  const read = () => {
    const blocks = [...document.querySelectorAll("main *")].filter((block) =>
      block.matches(spoken) && !block.querySelector(spoken) && !block.closest("nav, form, details:not([open])"));
    const text = blocks.map((block) => block.innerText).join("\n");
    // Sentence by sentence: some browsers fall silent in the middle of a long text.
    queue = (text.match(/[^。！？；\n]+/g) || []).map((words) => new SpeechSynthesisUtterance(words));
    if (!queue.length) return;
    queue[queue.length - 1].onend = stop;
    queue.forEach((part) => {
      part.lang = "zh-CN";
      part.rate = 0.9;
      speech.speak(part);
    });
    button.textContent = "停下来";
  };

  button.addEventListener("click", () => (queue.length ? stop() : read()));
  addEventListener("pagehide", stop);
})();
