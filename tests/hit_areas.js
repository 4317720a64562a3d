// Finds what can be pressed and is smaller than so many pixels. What a finger can hit is the box of the target itself, of
// what it holds and, where it stretches over the part that it stands in, of that part.
least => {
  const holder = (one) => (one === document.body || getComputedStyle(one).position !== "static" ? one : holder(one.parentElement));
  const boxes = (one) => {
    const after = getComputedStyle(one, "::after");
    const stretched = after.content !== "none" && after.position === "absolute" ? [holder(one)] : [];
    return [one, ...one.querySelectorAll("*"), ...stretched].map((part) => part.getBoundingClientRect());
  };
  const most = (one, side) => Math.max(...boxes(one).map((box) => box[side]));
  const isTarget = (one) => one.checkVisibility({ visibilityProperty: true })
    && !one.closest(".visually-hidden, .skip-link")
    && !(one.matches("input") && one.closest("label"))
    && !(one.matches("label") && !one.querySelector("input"));
  return [...document.querySelectorAll("a[href], button, summary, label, input, select")]
    .filter(isTarget)
    .filter((one) => Math.min(most(one, "width"), most(one, "height")) < least - 0.5)
    .map((one) => `${most(one, "width")} × ${most(one, "height")} ${one.outerHTML.slice(0, 100)}`);
}
