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

  // `/` goes to the search box.
  const box = document.querySelector(".search input");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !box || /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    box.focus();
  });

  // The index narrows to what is asked for, in either script, pinyin or English.
  const index = document.querySelector("[data-index]");
  if (index && box) {
    const status = document.getElementById("index-status");
    // Either script finds either script, by the program's own table.
    let folding = new Map();
    const fold = (text) => Array.from(text, (character) => folding.get(character) || character).join("");
    let isAsked = false;
    const load = () => {
      if (isAsked) return;
      isAsked = true;
      fetch(new URL("folding.json", document.querySelector("script[src]").src))
        .then((answer) => answer.json())
        .then((table) => {
          const to = Array.from(table.to);
          folding = new Map(Array.from(table.from, (character, place) => [character, to[place]]));
          narrow();
        })
        .catch(() => { /* from the disk there is no fetch: the keys hold both scripts of every name */ });
    };
    const narrow = () => {
      const asked = box.value.trim().toLowerCase();
      if (asked) load();
      let found = 0;
      for (const item of index.querySelectorAll("li")) {
        item.hidden = asked !== "" && !item.dataset.k.includes(asked) && !item.dataset.k.includes(fold(asked));
        if (!item.hidden) found += 1;
      }
      for (const section of index.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
      if (status) status.textContent = asked ? status.dataset.found.replace("%", found) : "";
    };
    box.value = new URLSearchParams(location.search).get("q") || "";
    box.addEventListener("input", narrow);
    narrow();
  }
})();
