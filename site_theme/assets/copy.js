"use strict";
// Copies an address on a tap. Over plain http, as in many WeChat links, the clipboard may only be reached by the older way.
(() => {
  const old = (text) => {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
  };
  const copy = (text) => (navigator.clipboard ? navigator.clipboard.writeText(text).catch(() => old(text)) : old(text));

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (!button) return;
    button.setAttribute("aria-live", "polite");
    copy(button.value).then(
      () => { button.textContent = "已复制"; button.focus(); },
      () => { button.textContent = "复制不了，请长按地址"; },
    );
  });
})();
