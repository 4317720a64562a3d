"use strict";
// Serves the row at the end of a page: pass it on, copy its address, print it, draw a poster of it.
(() => {
  const here = document.currentScript.src;
  const row = document.querySelector(".pass-on:not([data-served])");
  if (!row) return;
  row.dataset.served = "";
  const said = row.querySelector("[role=status]");
  const field = row.querySelector("input");
  const canonical = document.querySelector("link[rel=canonical]");
  // Its pages are passed on by its own menu; it gives no page the means, and does not print.
  const isWeChat = /MicroMessenger/i.test(navigator.userAgent);

  // What a reader has asked for, a filter or a name, goes along; how the page looks to them does not. A page on a disk
  // has no address for others unless the site's is known.
  const address = () => {
    const url = new URL(location.href);
    for (const choice of ["mode", "look"]) url.searchParams.delete(choice);
    if (url.hash === "#content") url.hash = "";
    if (canonical) return canonical.href + url.search + url.hash;
    return url.protocol === "file:" ? "" : url.href;
  };

  // Without a secure connection browsers give no clipboard, but they copy what is selected.
  const copySelected = (text) => {
    field.hidden = false;
    field.value = text;
    field.focus();
    field.setSelectionRange(0, text.length);
    return document.execCommand("copy");
  };

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(address());
    } catch (refused) {
      if (!copySelected(address())) {
        said.textContent = "这个浏览器不让网页复制：请长按上面的网址，选“复制”。";
        return;
      }
      field.hidden = true;
      button.focus();
    }
    said.textContent = "网址复制好了，粘贴到微信里就能发。";
  };

  const share = async (button) => {
    const description = document.querySelector("meta[name=description]").content;
    try {
      await navigator.share({ title: document.title, text: description, url: address() });
    } catch (refused) {
      if (refused.name !== "AbortError") await copy(button);
    }
  };

  const load = (name) => new Promise((resolve, reject) => {
    const script = document.head.appendChild(document.createElement("script"));
    script.onload = resolve;
    script.onerror = reject;
    script.src = new URL(name, here).href;
  });

  const poster = async (button) => {
    button.disabled = true;
    try {
      await Promise.all([load("lean-qr.js"), load("poster.js")]);
      row.append(await Showcase.poster(address(), isWeChat));
    } catch (failed) {
      said.textContent = "海报没有画成，请截屏转发。";
      button.disabled = false;
    }
  };

  const acts = { share, copy, poster, print: () => print() };
  const shown = {
    share: !isWeChat && navigator.share && address(),
    copy: address(),
    print: !isWeChat,
  };
  row.querySelector(".pass-on-menu").hidden = !isWeChat;
  for (const button of row.querySelectorAll("button")) {
    if (button.value in shown) button.hidden = !shown[button.value];
    button.addEventListener("click", () => acts[button.value](button));
  }
})();
