"use strict";
// Draws a poster of the page on the reader's own device, from the page's own words: the name upright on a coloured paper,
// below it the honour, a sentence, the site and a code that leads back. Loaded when somebody asks for one.
(() => {
  const WIDE = 1200, HIGH = 1600, PAPER = 960, EDGE = 84;
  // Beside a picture the name has a strip at the right.
  const STRIP = 420;
  const SANS = '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
  const SERIF = '"Source Han Serif SC","Songti SC","STZhongsong","Noto Serif CJK SC","SimSun",serif';
  // Upright, these signs stand in another form, or in the corner of their square.
  const UPRIGHT = { "“": "﹃", "”": "﹄", "‘": "﹁", "’": "﹂", "（": "︵", "）": "︶", "《": "︽", "》": "︾", "—": "︱", "，": "︐", "、": "︑" };
  const OPENING = "“‘（《", CLOSING = "，。、；：？！”’）》";

  const content = (name) => document.querySelector(`meta[property='${name}'], meta[name='${name}']`)?.content ?? "";

  const cover = () => document.querySelector(".page-head .cover");
  const words = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";

  // The colours of the light look, whatever look the reader has.
  function colours() {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.colorScheme = "light";
    const found = (value) => {
      probe.style.color = value;
      return getComputedStyle(probe).color;
    };
    const told = cover() && getComputedStyle(cover());
    const all = {
      ground: told?.backgroundColor ?? found("var(--red)"),
      name: told?.color ?? found("#fff"),
      red: found("var(--red)"), ink: found("#1f1f1f"), quiet: found("#595959"), paper: found("#fbf7f2"), white: found("#fff"),
    };
    probe.remove();
    return all;
  }

  // The honour is what stands above the name, or what programs are told; one on public notice is no honour yet.
  function told() {
    const text = words("script[type='application/ld+json']") || "{}";
    const thing = (JSON.parse(text)["@graph"] ?? []).find((one) => one["@type"] !== "BreadcrumbList") ?? {};
    const cut = document.querySelector(".slab .on-notice") ? "" : words(".slab-honour");
    return {
      title: content("og:title"),
      award: cut || ([thing.award ?? []].flat()[0] ?? ""),
      corner: words(".page-head .cover:not(.motif) b") || words(".slab .quiet"),
      site: content("og:site_name"),
    };
  }

  // Long names stand in up to three columns of about the same length, parted near a sign where there is one.
  function columns(title) {
    const parts = [];
    let rest = title;
    for (let left = Math.min(3, Math.ceil(title.length / 8)); left > 1; left -= 1) {
      const even = Math.ceil(rest.length / left);
      const near = [0, 1, -1, 2, -2, 3, -3].map((step) => even + step);
      const cut = near.find((at) => CLOSING.includes(rest[at - 1]) || OPENING.includes(rest[at])) ?? even;
      parts.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    return [...parts, rest];
  }

  function drawUpright(pen, title, colour, wide) {
    const parts = columns(title.replace(/\s/g, ""));
    const longest = Math.max(...parts.map((part) => part.length));
    const size = Math.min(230, (PAPER - 2 * EDGE - 40) / longest / 1.12, (wide - 240) / parts.length / (parts.length > 1 ? 1.3 : 1));
    pen.font = `700 ${size}px ${SERIF}`;
    pen.fillStyle = colour;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    parts.forEach((part, at) => {
      const x = WIDE - wide / 2 + ((parts.length - 1) / 2 - at) * size * 1.3;
      const top = (PAPER - (parts.length > 1 ? longest : part.length) * size * 1.12) / 2;
      [...part].forEach((one, down) => pen.fillText(UPRIGHT[one] ?? one, x, top + (down + .5) * size * 1.12));
    });
  }

  // A picture fills its place, cut where the page cuts it.
  function drawPicture(pen, picture, wide) {
    const scale = Math.max(wide / picture.naturalWidth, PAPER / picture.naturalHeight);
    const [width, height] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
    const [across, down] = getComputedStyle(picture).objectPosition.split(" ").map((part) => parseFloat(part) / 100);
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, wide, PAPER);
    pen.clip();
    pen.drawImage(picture, (wide - width) * across, (PAPER - height) * down, width, height);
    pen.restore();
  }

  // A cut flower, as on windows at New Year: a ring of teeth, eight petals, eight seeds.
  function flower(colour) {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: WIDE, height: PAPER });
    const pen = canvas.getContext("2d");
    pen.fillStyle = colour;
    const round = (count, draw) => {
      for (let at = 0; at < count; at += 1) {
        pen.save();
        pen.translate(WIDE / 2, PAPER / 2);
        pen.rotate((at / count) * 2 * Math.PI);
        draw();
        pen.restore();
      }
    };
    round(16, () => pen.fill(new Path2D("M-50 -330L0 -415L50 -330Z")));
    round(1, () => pen.fill(new Path2D("M0 -345a345 345 0 1 1 -.1 0ZM0 -318a318 318 0 1 0 .1 0Z")));
    round(8, () => pen.fill(new Path2D("M0 -290C95 -215 95 -125 0 -60C-95 -125 -95 -215 0 -290ZM0 -235C-48 -190 -48 -150 0 -115C48 -150 48 -190 0 -235Z"), "evenodd"));
    round(8, () => { pen.rotate(Math.PI / 8); pen.fill(new Path2D("M0 -300C34 -280 34 -245 0 -225C-34 -245 -34 -280 0 -300Z")); });
    return canvas;
  }

  // The sign of the page's field, as a picture of its own: a style sheet does not reach into one.
  async function sign() {
    const drawing = cover()?.querySelector("svg");
    if (!drawing) return null;
    const copy = drawing.cloneNode(true);
    const parts = [...drawing.querySelectorAll("*")];
    [...copy.querySelectorAll("*")].forEach((part, at) => {
      const style = getComputedStyle(parts[at]);
      for (const name of ["fill", "stroke", "stroke-width", "opacity"]) part.setAttribute(name, style.getPropertyValue(name));
    });
    copy.firstElementChild.removeAttribute("opacity");
    for (const [name, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: "130 22 164 164", width: 830, height: 830 })) {
      copy.setAttribute(name, value);
    }
    const picture = new Image();
    picture.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
    await picture.decode();
    return picture;
  }

  // Lines of a text that fit a width; none begins with a closing sign or ends with an opening one.
  function lines(pen, text, width, most) {
    const found = [""];
    for (const one of text) {
      const line = found.at(-1), fits = pen.measureText(line + one).width <= width;
      if (fits || CLOSING.includes(one)) {
        found[found.length - 1] = line + one;
      } else if (OPENING.includes(line.at(-1))) {
        found[found.length - 1] = line.slice(0, -1);
        found.push(line.at(-1) + one);
      } else {
        found.push(one);
      }
    }
    if (found.length <= most) return found;
    return [...found.slice(0, most - 1), `${found[most - 1].slice(0, -1)}…`];
  }

  function drawLines(pen, { text, font, size, colour, width, most, top }) {
    pen.font = font.replace("SIZE", `${size}px`);
    pen.fillStyle = colour;
    pen.textAlign = "left";
    pen.textBaseline = "alphabetic";
    const found = lines(pen, text, width, most);
    found.forEach((line, at) => pen.fillText(line, EDGE, top + size + at * size * 1.5));
    return top + found.length * size * 1.5;
  }

  function drawMark(pen, site, colour, white) {
    const side = 132, top = HIGH - EDGE - side;
    pen.fillStyle = colour;
    pen.beginPath();
    pen.roundRect ? pen.roundRect(EDGE, top, side, side, 9) : pen.rect(EDGE, top, side, side);
    pen.fill();
    if (site.length !== 4) return;
    pen.fillStyle = white;
    pen.font = `700 54px ${SANS}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    [site.slice(0, 2), site.slice(2)].forEach((line, at) => pen.fillText(line, EDGE + side / 2, top + 38 + at * 57));
  }

  function drawCode(pen, address, white, ink) {
    const code = Showcase.qr.generate(address, { minCorrectionLevel: Showcase.qr.correction.M });
    const unit = Math.floor(210 / (code.size + 8));
    const side = unit * (code.size + 8), left = WIDE - EDGE - side, top = HIGH - EDGE - side;
    pen.fillStyle = white;
    pen.fillRect(left, top, side, side);
    pen.fillStyle = ink;
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1) {
        if (code.get(x, y)) pen.fillRect(left + (x + 4) * unit, top + (y + 4) * unit, unit, unit);
      }
    }
  }

  async function drawPaper(pen, said, colour, picture) {
    const wide = picture ? STRIP : WIDE;
    pen.fillStyle = colour.ground;
    pen.fillRect(WIDE - wide, 0, wide, PAPER);
    if (picture) {
      drawPicture(pen, picture, WIDE - STRIP);
    } else {
      const drawing = await sign();
      pen.globalAlpha = drawing ? .3 : .17;
      if (drawing) pen.drawImage(drawing, (WIDE - drawing.width) / 2, (PAPER - drawing.height) / 2);
      else pen.drawImage(flower(colour.name), 0, 0);
      pen.globalAlpha = 1;
      pen.font = `700 44px ${SANS}`;
      pen.fillStyle = colour.name;
      pen.fillText(said.corner, EDGE, EDGE + 44);
    }
    pen.globalAlpha = .6;
    pen.strokeStyle = colour.name;
    pen.lineWidth = 3;
    pen.strokeRect(WIDE - wide + 34, 34, wide - 68, PAPER - 68);
    pen.globalAlpha = 1;
    drawUpright(pen, said.title, colour.name, wide);
  }

  async function draw(pen, address, picture) {
    const colour = colours(), said = told();
    pen.fillStyle = colour.paper;
    pen.fillRect(0, 0, WIDE, HIGH);
    await drawPaper(pen, said, colour, picture);
    let top = PAPER + 44;
    const width = WIDE - 2 * EDGE;
    // The series first, then the category, which is what people say somebody is.
    said.award.split("：").filter(Boolean).forEach((text, at, all) => {
      const size = at === all.length - 1 ? 58 : 40;
      top = drawLines(pen, { text, font: `700 SIZE ${SERIF}`, size, colour: colour.red, width, most: 1, top });
    });
    const sentence = content("og:description");
    if (sentence !== said.title) {
      const size = said.award ? 40 : 46, most = Math.floor((HIGH - 300 - top) / size / 1.5);
      drawLines(pen, { text: sentence, font: `400 SIZE ${SANS}`, size, colour: colour.ink, width: width - 4, most, top: top + 12 });
    }
    drawMark(pen, said.site, colour.red, colour.white);
    const beside = EDGE + 164;
    pen.textAlign = "left";
    pen.textBaseline = "alphabetic";
    pen.fillStyle = colour.ink;
    pen.font = `700 42px ${SANS}`;
    pen.fillText(said.site, beside, HIGH - EDGE - (address ? 78 : 52));
    if (!address) return;
    pen.fillStyle = colour.quiet;
    pen.font = `400 34px ${SANS}`;
    pen.fillText("扫码看这一页", beside, HIGH - EDGE - 22);
    drawCode(pen, address, colour.white, colour.ink);
  }

  function shown(source, title, isWeChat) {
    const figure = document.createElement("figure");
    figure.className = "poster";
    const picture = figure.appendChild(document.createElement("img"));
    Object.assign(picture, { src: source, alt: `${title}的海报`, width: WIDE, height: HIGH });
    const hint = figure.appendChild(document.createElement("figcaption"));
    hint.textContent = isWeChat ? "长按图片，就能保存或转发。" : "在手机上长按图片，也能保存或转发。";
    if (!isWeChat) {
      const save = figure.appendChild(document.createElement("a"));
      Object.assign(save, { href: source, download: `${title}.png`, className: "button", textContent: "保存海报" });
    }
    return figure;
  }

  globalThis.Showcase = globalThis.Showcase || {};
  globalThis.Showcase.poster = async (address, isWeChat) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: WIDE, height: HIGH });
    const drawn = async (picture) => {
      await picture?.decode();
      canvas.width = WIDE; // which empties it, and forgets what was drawn
      await draw(canvas.getContext("2d"), address, picture);
      return canvas.toDataURL("image/png");
    };
    // On a disk no picture may be read back once it is drawn; the poster then does without.
    const source = await drawn(document.querySelector(":is(.page-head, .person) .lead-picture img")).catch(() => drawn(null));
    return shown(source, content("og:title"), isWeChat);
  };
})();
