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
