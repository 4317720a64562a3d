"use strict";
// What the scripts of several pages share: they make elements and buttons, and load an index.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.dom = (() => {
  function make(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function button(className, text, act) {
    const made = make("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  // An index is a plain script, since a page that is opened as a file may read no other file.
  function load(address, done, failed) {
    const script = make("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  }

  return { make, button, load };
})();
