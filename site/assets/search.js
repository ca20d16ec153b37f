// Search, loaded when a reader first types. docs/search.md describes the files it reads.
(() => {
  "use strict";
  const page = document.documentElement.lang.toLowerCase();
  const site = new URL("../", document.currentScript.src);
  const box = document.querySelector(".search input");
  const form = box.form;

  // From the disk a page may load nothing but scripts, so every file is one and hands its content to this function.
  const files = new Map();
  const waiting = new Map();
  self.zhujieFound = (name, content) => waiting.get(name)(content);
  const load = (name, read = (content) => content) => {
    if (!files.has(name)) {
      files.set(name, new Promise((found, failed) => {
        const fail = () => { files.delete(name); waiting.delete(name); failed(); };
        waiting.set(name, (content) => { waiting.delete(name); found(content); });
        const script = document.createElement("script");
        script.src = new URL(`search/${name}.js`, site);
        script.onload = () => { script.remove(); if (waiting.has(name)) fail(); };
        script.onerror = fail;
        document.head.append(script);
      }).then(read));
    }
    return files.get(name);
  };
  const hex = (number) => number.toString(16).padStart(2, "0");
  const numbered = (sort, number, read) => load(`${sort}/${hex(number >> 8)}/${hex(number & 255)}`, read);

  // Digits are the 92 printable characters but space, quotation mark and backslash; large numbers take several.
  const digit = (text, at) => { const code = text.charCodeAt(at); return code - 33 - (code > 34) - (code > 92); };
  let end = 0;
  const number = (text, at) => {
    let value = digit(text, at);
    const [size, from, plus] = value < 60 ? [1, 0, 0] : value < 88 ? [2, 60, 60] : value < 91 ? [3, 88, 2636] : [5, 91, 0];
    value -= from;
    for (end = at + 1; end < at + size; end += 1) value = value * 92 + digit(text, end);
    return value + plus;
  };
  const passages = (list) => {
    const found = [];
    for (let at = 0, last = -1; at < list.length; at = end) found.push(last += number(list, at) + 1);
    return found;
  };
  // A key shares its front with the key before it.
  const whole = (key, before) => before.slice(0, digit(key, 0)) + key.slice(1);

  // What a character is compared as, nothing where it is no letter: as SearchLetters.swift says.
  const folding = new Map();
  const LETTER = /[0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u1fff\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u312f\u3131-\u318e\u31a0-\u31ff\u3400-\ud7a3\ud800-\udfff\uf900-\ufaff]/;
  const letter = (unit) => {
    let one = folding.get(unit) ?? unit;
    if (one >= "\uff01" && one <= "\uff5e") one = String.fromCharCode(one.charCodeAt(0) - 0xfee0);
    if (one < "\u2000") one = one.toLowerCase();
    if (one > "~" && (one < "\u0250" || one >= "\u1e00" && one < "\u1f00")) one = one.normalize("NFD");
    return LETTER.test(one[0]) ? one[0] : "";
  };
  const isWord = (one) => one !== undefined && one !== " " && one < "\u2000";
  // The letters of a text, with a space between words, and the place of each.
  const fold = (text) => {
    let letters = "", isApart = false;
    const places = [];
    for (let i = 0; i < text.length; i += 1) {
      const one = letter(text[i]);
      if (one) {
        if (isApart && isWord(one) && isWord(letters.at(-1))) { letters += " "; places.push(i); }
        letters += one;
        places.push(i);
        isApart = false;
      } else if (text[i] < "\u0300" || text[i] > "\u036f") isApart = true;
    }
    return { letters, places };
  };
  const joined = (text) => fold(text).letters.replaceAll(" ", "");

  const begin = () => load(`${page}/start`, (index) => {
    for (let at = 0, from = 0; at < index.folding.length; at = end + 1) {
      from += number(index.folding, at);
      folding.set(String.fromCharCode(from), index.folding[end]);
    }
    index.keys = [];
    for (const key of index.directory.split(" ")) if (key) index.keys.push(whole(key, index.keys.at(-1) ?? ""));
    return index;
  });
  // The shard that holds a key if one does.
  const place = ({ keys }, key) => {
    let low = 0, high = keys.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (keys[middle] <= key) low = middle + 1; else high = middle;
    }
    return Math.max(low - 1, 0);
  };
  const shard = (at) => numbered("terms", at, (text) => {
    const entries = new Map(), parts = text.split(" ");
    for (let i = 0, key = ""; i + 1 < parts.length; i += 2) entries.set(key = whole(parts[i], key), parts[i + 1]);
    return entries;
  });
  // The entries whose keys begin so, from at most three shards.
  const beginning = async (index, front) => {
    const found = [], first = place(index, front);
    let at = first;
    do {
      for (const entry of await shard(at)) if (entry[0].startsWith(front)) found.push(entry);
      at += 1;
    } while (at < first + 3 && index.keys[at]?.startsWith(front));
    found.isPart = index.keys[at]?.startsWith(front) ?? false;
    return found;
  };

  // The passages of a term. A long list comes in blocks; `last` is how far it is read.
  class List {
    has = new Set();
    last = -1;
    block = 0;
    constructor(index, term) { Object.assign(this, { index, term }); }
    get key() {
      const digits = [Math.floor(this.block / 92), this.block % 92].map((d) => String.fromCharCode(33 + d + (d > 0) + (d > 57)));
      return this.block ? this.term + "!" + digits.join("") : this.term;
    }
    async more() {
      const at = place(this.index, this.key), entries = await shard(at);
      for (const passage of passages(entries.get(this.key) ?? "")) this.has.add(this.last = passage);
      this.block += 1;
      this.isWhole = !entries.has(this.key) && this.index.keys[at + 1] !== this.key;
      return this;
    }
    // Of every term that begins so: a single character, a word that is still being typed.
    async all() {
      const found = await beginning(this.index, this.term);
      const terms = found.filter(([key]) => !/[=>]$/.test(key)).flatMap(([, list]) => passages(list));
      this.has = new Set(terms.sort((a, b) => a - b));
      return Object.assign(this, { isWhole: true, isPart: found.isPart });
    }
  }

  // The parts of a query, by its spaces: a passage must hold every one.
  const partsOf = (query) => query.split(/\s+/).map((text) => fold(text).letters).filter(Boolean);
  // Three pairs of a run and three words narrow enough: the rest is read off the texts.
  const listsOf = (index, parts) => {
    const pairs = new Set(), words = new Set();
    let front;
    for (const part of parts) {
      for (const run of part.match(/[0-9a-z\u00df-\u1fff]+|[^ 0-9a-z\u00df-\u1fff]+/g)) {
        if (isWord(run)) words.add(front = run.slice(0, 24));
        else {
          front = undefined;
          for (const at of run.length > 1 ? [0, run.length - 2, run.length - 2 >> 1] : []) pairs.add(run.slice(at, at + 2));
        }
      }
    }
    words.delete(front);
    const terms = [...pairs].slice(0, 4).concat([...words].sort((a, b) => b.length - a.length).slice(0, 3));
    if (!terms.length) front ??= parts[0];
    return Promise.all(terms.map((term) => new List(index, term).more()).concat(front ? new List(index, front).all() : []));
  };

  // The passages that may hold a query, ascending; of terms in very many, block by block.
  const isShown = ({ bounds }) => (passage) => page === "en" ? passage < bounds[0] || passage >= bounds[1] : passage < bounds[2];
  async function* candidates(index, lists) {
    for (let from = 0; ;) {
      const wholes = lists.filter((list) => list.isWhole);
      const until = wholes.length ? Infinity : Math.min(...lists.map((list) => list.last));
      for (const passage of (wholes[0] ? wholes : lists).reduce((a, b) => b.has.size < a.has.size ? b : a).has) {
        if (passage < from || passage > until || !isShown(index)(passage)) continue;
        if (lists.every((list) => list.has.has(passage) || !list.isWhole && passage > list.last)) yield passage;
      }
      if (wholes.length) return;
      from = until + 1;
      await Promise.all(lists.filter((list) => list.last < from).map((list) => list.more()));
    }
  }
  // Where the parts stand in a text, in order; nothing where one does not.
  const marks = (text, parts) => {
    const { letters, places } = fold(text), found = [];
    for (const part of parts) {
      const before = found.length;
      for (let at = letters.indexOf(part); at >= 0; at = letters.indexOf(part, at + part.length)) {
        if (!isWord(part[0]) || !isWord(letters[at - 1])) found.push([places[at], places[at + part.length - 1] + 1]);
      }
      if (found.length === before) return undefined;
    }
    return found.sort((a, b) => a[0] - b[0]);
  };
  const texts = (file) => numbered(`${page}/text`, file, (content) => {
    const found = new Map();
    for (const [path, title, titleLang, lang, first, ...fields] of content) {
      for (let i = 0; i < fields.length; i += 3) {
        const [anchor, label, text] = fields.slice(i, i + 3);
        found.set(first + i / 3, { path, title, titleLang, lang, anchor, label, text });
      }
    }
    return found;
  });
  // The passages that hold a query, a few files at a time.
  class Answer {
    found = 0;
    async begin(index, parts) {
      const lists = await listsOf(index, parts);
      Object.assign(this, { index, parts, lists, candidates: candidates(index, lists) });
      this.ahead = await this.candidates.next();
      return this;
    }
    async next(most, fewFiles) {
      const found = [];
      while (!this.ahead.done && !found.length) {
        const some = new Map(), read = new Map();
        while (!this.ahead.done && some.size < most && read.size < fewFiles) {
          const file = Math.floor(this.ahead.value / this.index.passages);
          some.set(this.ahead.value, file);
          read.set(file, texts(file));
          this.ahead = await this.candidates.next();
        }
        await Promise.all(read.values());
        for (const [passage, file] of some) {
          const text = (await read.get(file)).get(passage), places = text && marks(text.text, this.parts);
          const address = places && [text.path, text.anchor, text.lang].join();
          // Of a long paragraph, cut into passages, one is enough.
          if (places && address !== this.last) found.push({ ...text, places });
          this.last = address;
        }
      }
      this.found += found.length;
      return found;
    }
    // How many there are, as far as that is known without reading every text.
    get count() {
      const { words } = this.index, [first, second] = this.lists;
      if (this.ahead.done) return this.found ? words.count.replace("%", this.found) : "";
      const fewest = Math.min(...this.lists.map((list) => [...list.has].filter(isShown(this.index)).length));
      const isKnown = this.lists.every((list) => list.isWhole);
      return isKnown || !second && first ? (isKnown ? words.many : words.least).replace("%", fewest) : "";
    }
  }

  // The entities that a query names: by whole names, then the beginnings of names, then parts; the most mentioned first.
  const named = async (index, query, isWhole) => {
    const best = new Map();
    for (const [key, hits] of await beginning(index, query)) {
      const isPart = key.endsWith(">"), isExact = key.length === query.length + 1;
      if (!isPart && !key.endsWith("=") || isWhole && (isPart || !isExact)) continue;
      for (let at = 0; at < hits.length; at = end + 1) {
        const thing = number(hits, at), form = digit(hits, end), rank = 2 * isPart + (!isExact || form === 3);
        if (!(best.get(thing)?.rank <= rank)) best.set(thing, { thing, form, rank });
      }
    }
    return [...best.values()].sort((a, b) => a.rank - b.rank || a.thing - b.thing).slice(0, 6);
  };
  const entities = async (index, parts) => {
    const keys = [parts.join(""), ...parts].map((part) => part.replaceAll(" ", "").slice(0, 32));
    let hits = await named(index, keys[0], false);
    if (!hits.length && parts[1]) hits = (await Promise.all(keys.slice(1, 4).map((key) => named(index, key, true)))).flat();
    return Promise.all(hits.map(async ({ thing, form }) => {
      const records = await numbered(`${page}/names`, Math.floor(thing / index.things));
      const [path, kind, name, lang, other, otherLang, gloss, glossLang, aliases] = records[thing % index.things];
      const why = index.words.why[Math.min(form, 4)].replace("%", aliases[form - 4]);
      return option(href(path),
        make("b", { lang }, make("span", { class: `shape ${kind}`, "aria-hidden": "true" }), name), " ",
        make("small", { lang: otherLang }, other), " ",
        make("small", {}, [index.words[kind], why].filter(Boolean).join(" · ")),
        make("span", { class: "gloss", lang: glossLang }, gloss));
    }));
  };

  // The list below the box, in the combobox pattern of WAI-ARIA: the focus stays in the box.
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) if (attributes[key]) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };
  let made = 0;
  const href = (path, anchor) => new URL(`${page}/${path}/index.html${anchor ? "#" + anchor : ""}`, site);
  const option = (target, ...children) => make("a", { role: "option", id: `result-${made += 1}`, "aria-selected": "false", tabindex: "-1", href: target }, ...children);
  const group = (title, lang, ...options) => {
    const heading = make("div", { class: "group", id: `result-${made += 1}`, lang }, title);
    return make("div", { role: "group", "aria-labelledby": heading.id }, heading, ...options);
  };
  // The text around the first place, with the places marked.
  const passage = ({ path, anchor, label, lang, text, places }) => {
    const width = isWord(letter(text[places[0][0]])) ? 100 : 45;
    const from = places[0][0] < width ? 0 : places[0][0] - width, to = places[0][1] + 2 * width;
    const pieces = [from ? "…" : ""];
    let at = from;
    for (const [start, stop] of places) {
      if (start < at || stop > to) continue;
      pieces.push(text.slice(at, start), make("mark", {}, text.slice(start, stop)));
      at = stop;
    }
    pieces.push(text.slice(at, to), to < text.length ? "…" : "");
    return option(href(path, anchor), make("small", {}, label), make("span", { lang }, ...pieces));
  };
  const list = make("div", { role: "listbox", id: "results" });
  const summary = make("p", {});
  const more = make("button", { type: "button" });
  const panel = make("div", { class: "results", hidden: "hidden" }, summary, list, more);
  const status = make("p", { role: "status", class: "unseen" });
  form.append(status);
  form.after(panel);
  const attributes = { role: "combobox", "aria-controls": "results", "aria-autocomplete": "list", "aria-expanded": "false" };
  for (const key in attributes) box.setAttribute(key, attributes[key]);

  const show = (found) => {
    for (const one of found) {
      if (list.lastChild?.path !== one.path) list.append(Object.assign(group(one.title, one.titleLang), { path: one.path }));
      list.lastChild.append(passage(one));
    }
    more.hidden = answer.ahead.done;
  };
  const options = () => [...list.querySelectorAll("a")];
  const active = () => list.querySelector("[aria-selected=true]");
  const choose = (element) => {
    active()?.setAttribute("aria-selected", "false");
    element?.setAttribute("aria-selected", "true");
    element?.scrollIntoView({ block: "nearest" });
    if (element) box.setAttribute("aria-activedescendant", element.id); else box.removeAttribute("aria-activedescendant");
  };
  const open = (isOpen) => {
    panel.hidden = !isOpen;
    box.setAttribute("aria-expanded", isOpen);
    if (!isOpen) choose();
  };
  // The index shows the names that hold what is asked for.
  const narrow = (index) => {
    const wanted = joined(box.value), told = document.getElementById("index-status");
    let found = 0;
    for (const item of index.querySelectorAll("li")) {
      item.hidden = !item.dataset.k.split("|").some((key) => joined(key).includes(wanted));
      found += !item.hidden;
    }
    for (const section of index.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
    if (told) told.textContent = wanted ? told.dataset.found.replace("%", found) : "";
  };

  let answer, turn = 0, timer;
  const ask = async () => {
    const mine = turn += 1;
    let said = "×";
    try {
      const index = await begin(), names = document.querySelector("[data-index]"), parts = partsOf(box.value);
      if (names) narrow(names);
      if (!parts.length) { list.replaceChildren(); return open(false); }
      said = index.words.broken;
      const [things, next] = await Promise.all([entities(index, parts), new Answer().begin(index, parts)]);
      const found = await next.next(8, 3);
      if (mine !== turn) return;
      answer = next;
      list.setAttribute("aria-label", index.words.results);
      list.replaceChildren(...things.length ? [group(index.words.names, "", ...things)] : []);
      more.textContent = index.words.more;
      show(found);
      said = [things.length && `${index.words.names} ${things.length}`, answer.count, answer.lists.some((list) => list.isPart) && index.words.part].filter(Boolean).join(" · ") || index.words.nothing;
    } catch {
      list.replaceChildren();
      more.hidden = true;
    }
    if (mine !== turn) return;
    summary.textContent = status.textContent = said;
    choose();
    open(true);
  };
  // Settled when what is shown answers what is asked.
  let answered;
  const askSoon = (delay) => {
    clearTimeout(timer);
    answered = new Promise((done) => { timer = setTimeout(() => ask().then(done), delay); });
  };
  more.addEventListener("click", async () => {
    const before = options().length;
    show(await answer.next(16, 8));
    box.focus();
    choose(options()[before]);
  });
  box.addEventListener("input", (event) => event.isComposing || askSoon(120));
  box.addEventListener("compositionend", () => askSoon(0));
  box.addEventListener("focus", () => options().length && box.value && open(true));
  box.addEventListener("keydown", async (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], all = options();
    if (event.isComposing || panel.hidden && !step && event.key !== "Enter") return;
    if (step || event.key === "Escape" || event.key === "Enter" && box.value) event.preventDefault();
    if (event.key === "Escape") open(false);
    if (step && all.length) {
      open(true);
      choose(all.at((all.indexOf(active()) + step + (step < 0 && !active())) % all.length));
    }
    if (event.key === "Enter" && box.value) {
      await answered;
      const chosen = active() ?? options()[0];
      if (chosen) chosen.click(); else form.submit();
    }
  });
  form.addEventListener("submit", (event) => {
    if (options().length) { event.preventDefault(); box.focus(); }
  });
  list.addEventListener("click", () => open(false));
  for (const name of ["focusin", "pointerdown"]) {
    document.addEventListener(name, ({ target }) => form.contains(target) || panel.contains(target) || open(false));
  }
  askSoon(0);
})();
