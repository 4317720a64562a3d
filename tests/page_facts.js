/* What a page is, as the browser has it: read once, judged by the tests. */
async () => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const content = (selector, name = "content") => document.querySelector(selector)?.getAttribute(name) ?? null;
  const seen = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== "hidden";
  const short = (one) => one.outerHTML.replace(/\s+/g, " ").slice(0, 120);
  const size = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return `${Math.round(width)} × ${Math.round(height)}`;
  };
  const nameOf = (one) =>
    (one.getAttribute("aria-label") || one.textContent || one.querySelector("[alt]")?.alt || "").replace(/\s+/g, " ").trim();
  const hasName = (one) => one.closest("[aria-hidden=true]") || one.getAttribute("aria-label") || one.hasAttribute("alt");

  // A link is part of a sentence where its own block has words beside it; WCAG 2.5.8 leaves the size of those to the text.
  const inSentence = (one) => {
    let block = one.parentElement;
    while (getComputedStyle(block).display.startsWith("inline") && getComputedStyle(block).display !== "inline-flex") block = block.parentElement;
    const links = all("a", block).map((link) => link.textContent).join("");
    return block.textContent.replace(/\s/g, "").length > links.replace(/\s/g, "").length;
  };
  // What a finger meets: the label around a box, the card that a link covers.
  const area = (one) => {
    const held = one.closest("label") ?? (getComputedStyle(one, "::after").position === "absolute" ? one.closest(".card") : one);
    return held.getBoundingClientRect();
  };
  const below = (least) => (one) => area(one).height < least - 0.5 || area(one).width < least - 0.5;

  // A loaded machine paints when it comes to it, so the paint is waited for, and what moves is asked after it.
  const painted = () => new Promise((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntries().some((one) => one.name === "first-contentful-paint")) resolve(true);
    }).observe({ type: "paint", buffered: true });
    setTimeout(() => resolve(false), 30000);
  });
  const observed = (type) => new Promise((resolve) => {
    const found = [];
    const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
    observer.observe({ type, buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve([...found, ...observer.takeRecords()]))));
  });
  const reports = [];
  new ReportingObserver((list) => reports.push(...list), { types: ["deprecation", "intervention"], buffered: true }).observe();

  const links = all("a[href]").filter(seen);
  const controls = all("button, summary, select, input").filter(seen);
  const headings = all("h1, h2, h3, h4, h5, h6").filter(seen);
  const isPainted = await painted();
  const shifts = await observed("layout-shift");
  return {
    doctype: document.doctype?.name ?? null,
    mode: document.compatMode,
    lang: document.documentElement.lang,
    title: document.title,
    description: content("meta[name=description]"),
    viewport: content("meta[name=viewport]"),
    robots: content("meta[name=robots]"),
    canonical: content("link[rel=canonical]", "href"),
    nodes: all("*").length,
    blocking: performance.getEntriesByType("resource").filter((one) => one.renderBlockingStatus === "blocking").map((one) => new URL(one.name).pathname),
    shift: shifts.reduce((sum, one) => sum + one.value, 0),
    painted: isPainted,
    reports: reports.map((one) => one.body.message),
    cookie: document.cookie,
    stored: Object.keys(localStorage),
    levels: headings.map((one) => Number(one.tagName[1])),
    empty: headings.filter((one) => !nameOf(one)).map(short),
    unnamed: all("img, svg, canvas, video, [role=img]").filter((one) => !hasName(one)).map(short),
    wordless: links.concat(controls.filter((one) => one.matches("button, summary"))).filter((one) => !nameOf(one)).map(short),
    vague: links.map(nameOf).filter((name) => /^(点击|这里|点击这里|查看|更多|详情|here|more)$/i.test(name)),
    ambiguous: all("nav").flatMap((nav) => {
      const told = new Map();
      return all("a", nav).filter((one) => (told.get(nameOf(one)) ?? one.href) !== one.href || !told.set(nameOf(one), one.href)).map(short);
    }),
    open: all("a[href^='http']").filter((one) => new URL(one.href).host !== location.host && !one.relList.contains("noopener")).map(short),
    small: controls.filter((one) => below(44)(one)).concat(
      links.filter((one) => !inSentence(one) && below(24)(one)),
    ).map((one) => `${size(one)} ${short(one)}`),
    tiny: all("body *").filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((one) => seen(one) && parseFloat(getComputedStyle(one).fontSize) < 12).map(short),
    wide: document.documentElement.scrollWidth,
  };
}
