"use strict";
// Serves the buttons under a record: share, copy its address, print. Without a script, or from a disk, they are not there.
(() => {
  const row = document.querySelector(".share");
  const said = row.querySelector("[role=status]");
  const [share, copy] = row.children;
  const address = () => location.origin + location.pathname;

  const acts = {
    share: () => navigator.share({ title: document.title, url: address() }).catch(() => {}),
    copy: () => navigator.clipboard.writeText(address()).then(
      () => { said.textContent = "已复制，可以粘贴到微信里"; },
      () => { said.textContent = "复制不了，请从地址栏复制"; },
    ),
    print: () => print(),
  };

  const onWeb = location.protocol !== "file:";
  share.hidden = !onWeb || !navigator.share;
  copy.hidden = !onWeb || !navigator.clipboard;
  row.hidden = false;
  row.addEventListener("click", (event) => acts[event.target.value]?.());
})();
