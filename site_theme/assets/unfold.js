"use strict";
// What an address points at is shown, though it stands in a part of the page that is folded: not all browsers do so.
(() => {
  const unfold = () => {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = at && at.closest("details");
    for (let part = folded; part; part = part.parentElement.closest("details")) part.open = true;
    if (folded) at.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
