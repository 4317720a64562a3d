"use strict";
// Tells the page for missing addresses, which a host serves at any depth, where the site begins: above this script.
(() => {
  // The page asks at every depth. The nearest answer counts; one from further up is of another site.
  if (document.querySelector("base")) return;
  const base = document.createElement("base");
  base.href = new URL("..", document.currentScript.src).href;
  document.currentScript.before(base);
  // Links within the page stay within it.
  addEventListener("DOMContentLoaded", () => document.querySelectorAll("a[href^='#']").forEach((link) => {
    link.href = location.href.split("#")[0] + link.getAttribute("href");
  }));
})();
