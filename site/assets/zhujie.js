// Progressive enhancement only: every page can be read and left without this file.
(() => {
  "use strict";
  const root = document.documentElement;
  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private windows refuse */ } },
  };

  const theme = store.get("zhujie-theme");
  if (theme) root.dataset.theme = theme;

  const button = document.querySelector(".theme");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = isDark ? "light" : "dark";
      store.set("zhujie-theme", root.dataset.theme);
    });
  }

  // A language link keeps the paragraph that the reader is on.
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => {
      let place = location.hash;
      for (const row of document.querySelectorAll(".row[id]")) {
        if (row.getBoundingClientRect().top < innerHeight * 0.3) place = "#" + row.id;
      }
      if (place) link.hash = place;
    });
  }

  // The switches of a text are remembered.
  for (const input of document.querySelectorAll(".switch input")) {
    const key = "zhujie-" + input.name;
    if (store.get(key) === input.id) input.checked = true;
    input.addEventListener("change", () => store.set(key, input.id));
  }

  // Cards: a note of the page beside any link to its entity, under mouse or focus; Escape hides it (WCAG 1.4.13).
  const gists = new Map();
  for (const gist of document.querySelectorAll(".gist")) {
    const link = gist.querySelector("b > a");
    if (link && !gists.has(link.href)) gists.set(link.href, gist);
  }
  if (gists.size) {
    const card = document.createElement("div");
    card.className = card.id = "card";
    card.hidden = true;
    card.role = "tooltip";
    document.body.append(card);
    let shown = null;
    let timer = 0;
    const hide = () => {
      clearTimeout(timer);
      if (shown) shown.removeAttribute("aria-describedby");
      shown = null;
      card.hidden = true;
    };
    const show = (link) => {
      hide();
      const copy = gists.get(link.href).cloneNode(true);
      for (const inner of copy.querySelectorAll("a")) inner.replaceWith(...inner.childNodes);
      card.replaceChildren(copy);
      card.hidden = false;
      shown = link;
      link.setAttribute("aria-describedby", card.id);
      const line = link.getClientRects()[0];
      const left = Math.min(line.left, document.documentElement.clientWidth - card.offsetWidth - 16);
      const below = line.bottom + 6;
      const top = below + card.offsetHeight < innerHeight ? below : line.top - card.offsetHeight - 6;
      card.style.left = Math.max(left, 16) + scrollX + "px";
      card.style.top = top + scrollY + "px";
    };
    const leave = () => {
      clearTimeout(timer);
      timer = setTimeout(hide, 300);
    };
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", leave);
    for (const link of document.querySelectorAll("a.m")) {
      if (!gists.has(link.href)) continue;
      link.addEventListener("pointerenter", (event) => {
        if (event.pointerType !== "mouse") return;
        clearTimeout(timer);
        if (shown !== link) timer = setTimeout(show, 250, link);
      });
      link.addEventListener("pointerleave", leave);
      link.addEventListener("focus", () => { if (link.matches(":focus-visible")) show(link); });
      link.addEventListener("blur", hide);
    }
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }

  // `/` goes to the search box. The search itself is loaded when a reader first types.
  const box = document.querySelector(".search input");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !box || /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    box.focus();
  });
  if (box) {
    const load = () => {
      const script = document.createElement("script");
      script.src = new URL("search.js", document.querySelector("script[src]").src);
      document.head.append(script);
    };
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      box.value = asked;
      load();
    } else box.addEventListener("input", load, { once: true });
  }
})();
