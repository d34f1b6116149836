"use strict";
// Everything is readable without this file; it adds filters, keys and one document at a time.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const documents = all(".document");
  const index = document.getElementById("index");
  let shown = documents.length === 1 ? documents[0] : null;
  const current = new Map();  // document → its finding

  const visible = (root) => all(".findings > li:not([hidden])", root);

  const marks_of = (finding) => {
    const {doc, from, to} = finding.dataset;
    const marks = [];
    for (let i = Number(from); i < Number(to); i++)
      marks.push(document.getElementById(`s${doc}-${i}`));
    return marks;
  };

  const say = (root) => {
    const list = visible(root);
    const at = list.indexOf(current.get(root));
    const words = at < 0 ? `共${list.length}条` : `第${at + 1}条，共${list.length}条`;
    all("output", root).forEach((line) => { line.textContent = words; });
  };

  const into_view = (element, container) => {
    const own = element.getBoundingClientRect();
    const outer = container.getBoundingClientRect();
    if (own.top < outer.top || own.bottom > outer.bottom)
      container.scrollTop += own.top - outer.top - 8;
  };

  const select = (finding, {scroll = true, focus = true} = {}) => {
    const root = finding.closest(".document");
    const before = current.get(root);
    if (before) {
      before.removeAttribute("aria-current");
      marks_of(before).forEach((mark) => mark.classList.remove("now"));
    }
    current.set(root, finding);
    finding.setAttribute("aria-current", "true");
    marks_of(finding).forEach((mark) => mark.classList.add("now"));
    if (scroll)
      document.getElementById(finding.id.replace("f", "m"))?.scrollIntoView({block: "center"});
    into_view(finding, finding.parentElement);
    if (focus)
      finding.focus({preventScroll: true});
    say(root);
  };

  const step = (root, by) => {
    const list = visible(root);
    if (list.length === 0)
      return;
    const at = list.indexOf(current.get(root));
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by;
    select(list[(next + list.length) % list.length]);
  };

  const apply_filter = (root) => {
    const wanted = new Set(all(".filter[aria-pressed=true]", root).map((b) => b.dataset.severity));
    all(".findings > li", root).forEach((finding) => {
      finding.hidden = !wanted.has(finding.dataset.severity);
    });
    all(".source .ref, .source mark", root).forEach((element) => {
      element.classList.toggle("off", !wanted.has(element.dataset.severity));
    });
    const now = current.get(root);
    if (now?.hidden) {
      now.removeAttribute("aria-current");
      marks_of(now).forEach((mark) => mark.classList.remove("now"));
      current.delete(root);
    }
    say(root);
  };

  const show = (root) => {
    shown = root;
    if (index)
      index.hidden = root !== null;
    documents.forEach((one) => { one.hidden = documents.length > 1 && one !== root; });
  };

  const follow_hash = () => {
    const found = /^#([dfm])(\d+)(?:-\d+)?$/.exec(location.hash);
    const root = found && document.getElementById(`d${found[2]}`);
    if (!root) {
      if (index && (location.hash === "" || location.hash === "#index"))
        show(null);
      return;
    }
    show(root);
    const finding = document.getElementById(location.hash.slice(1).replace("m", "f"));
    if (finding?.matches(".findings > li")) {
      finding.hidden = false;
      select(finding);
    } else {
      root.scrollIntoView();
    }
  };

  const on_click = (event) => {
    const target = event.target;
    const root = target.closest(".document");
    const filter = target.closest(".filter");
    if (filter) {
      filter.setAttribute("aria-pressed", String(filter.getAttribute("aria-pressed") !== "true"));
      apply_filter(root);
    } else if (target.closest("[data-step]")) {
      step(root, Number(target.closest("[data-step]").dataset.step));
    } else if (target.closest("[data-print]")) {
      window.print();
    } else if (target.closest("[data-lost]")) {
      const button = target.closest("[data-lost]");
      const only = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(only));
      all(".ledger tbody tr", root).forEach((row) => {
        row.hidden = only && !row.matches(".lost, .undecided");
      });
    } else if (target.closest("a[href^='#']")) {
      // The same place again: no hashchange comes.
      if (target.closest("a").hash === location.hash) {
        event.preventDefault();
        follow_hash();
      }
    } else if (target.closest("mark:not(.off)")) {
      const {doc, finding} = target.closest("mark").dataset;
      select(document.getElementById(`f${doc}-${finding}`), {scroll: false});
    } else if (target.closest(".findings > li") && String(getSelection()) === "") {
      select(target.closest(".findings > li"));
    }
  };

  const kSteps = {n: 1, j: 1, p: -1, k: -1};
  const on_key = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !shown || !(event.key in kSteps))
      return;
    event.preventDefault();
    step(shown, kSteps[event.key]);
  };

  document.addEventListener("click", on_click);
  document.addEventListener("keydown", on_key);
  window.addEventListener("hashchange", follow_hash);
  all(".needs-script").forEach((element) => { element.hidden = false; });
  documents.forEach(say);
  if (index)
    show(null);
  follow_hash();
})();
