/* The page's script: follows the room, keeps what was begun, sends without leaving. All works without it. */
(function () {
  "use strict";
  var page = document.getElementById("page");
  if (!page || !page.dataset || !page.dataset.base || !window.fetch || !window.Promise) { return; }
  var base = page.dataset.base, run = page.dataset.run, PREFIX = "workshop/";
  var here = location.pathname + location.search;
  var skew = 0, ticking = null, source = null, heard = Date.now(), missed = 0, busy = false, again = false;

  function byId(id) { return document.getElementById(id); }
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function form() { return byId("answer"); }
  function typing() { var f = form(); return !!f && f.contains(document.activeElement) && /^(TEXTAREA|INPUT)$/.test(document.activeElement.tagName); }

  /* ---- drafts: on this phone only, one a round ---- */
  function key(place) { return PREFIX + run + "/" + place; }
  function kept(place) {
    try { return JSON.parse(localStorage.getItem(key(place))); } catch (e) { return null; }
  }
  function keep(place, draft) {
    try {
      if (draft) { localStorage.setItem(key(place), JSON.stringify(draft)); } else { localStorage.removeItem(key(place)); }
    } catch (e) { /* a private window keeps nothing */ }
  }
  function forgetOtherRuns() {
    try {
      Object.keys(localStorage).forEach(function (name) {
        if (name.indexOf(PREFIX) === 0 && name.indexOf(PREFIX + run + "/") !== 0) { localStorage.removeItem(name); }
      });
    } catch (e) { /* as above */ }
  }
  function controls(f) { return all("textarea[name], input[name]", f); }
  function values(f) {
    return controls(f).map(function (c) { return /radio|checkbox/.test(c.type) ? c.checked : c.value; });
  }
  function words(f) {
    return controls(f).filter(function (c) { return /textarea|text/.test(c.type) && c.value.trim(); })
      .map(function (c) { return c.value.trim(); });
  }
  function dirty() {
    var f = form();
    return !!f && JSON.stringify(values(f)) !== f.getAttribute("data-as-served");
  }
  function restore() {
    var f = form();
    if (!f) { return; }
    f.setAttribute("data-as-served", JSON.stringify(values(f)));
    var draft = kept(f.getAttribute("data-place"));
    var found = controls(f);
    if (draft && draft.values && draft.values.length === found.length && !f.querySelector("[aria-invalid=true]")) {
      found.forEach(function (c, i) {
        if (/radio|checkbox/.test(c.type)) { c.checked = draft.values[i]; } else { c.value = draft.values[i]; }
      });
    }
    unfold(f);
  }
  function note() {
    var f = form();
    if (f) { keep(f.getAttribute("data-place"), dirty() ? { values: values(f), words: words(f) } : null); }
  }
  function unfold(f) {
    var wanted = true;
    all(".part", f).forEach(function (part) {
      var box = part.querySelector("textarea, input");
      if (!part.hasAttribute("data-more")) { wanted = !!box.value.trim(); return; }
      part.hidden = !(wanted || box.value.trim() || box === document.activeElement || part.classList.contains("own-words"));
      wanted = !!box.value.trim();
    });
    var first = f.querySelector("[data-more]");
    if (first) { first.hidden = false; }
  }
  function leftovers() {
    var block = byId("drafts");
    if (!block) { return; }
    var open = " " + (page.dataset.open || "") + " ", list = block.querySelector("ul"), places = [];
    list.textContent = "";
    try { places = Object.keys(localStorage); } catch (e) { /* as above */ }
    places.sort().forEach(function (name) {
      if (name.indexOf(PREFIX + run + "/") !== 0) { return; }
      var place = name.slice((PREFIX + run + "/").length), draft = kept(place);
      if (open.indexOf(" " + place + " ") >= 0 || !draft || !draft.words) { return; }
      draft.words.forEach(function (text) {
        var item = document.createElement("li");
        item.textContent = text;
        item.setAttribute("data-place", place);
        list.appendChild(item);
      });
    });
    block.hidden = !list.children.length;
  }
  function erase() {
    all("#drafts li").forEach(function (item) { keep(item.getAttribute("data-place"), null); });
    leftovers();
    byId("page").querySelector("h1").focus();
  }

  /* ---- the clock: the room's, not the phone's ---- */
  function two(n) { return (n < 10 ? "0" : "") + n; }
  function span(seconds) {
    var s = seconds > 0 ? Math.ceil(seconds) : Math.floor(-seconds), plus = seconds < 0 && s ? "+" : "";
    var h = Math.floor(s / 3600), m = Math.floor(s / 60) % 60;
    return plus + (h ? h + ":" + two(m) : m) + ":" + two(s % 60);
  }
  function tick() {
    clearTimeout(ticking);
    var clock = byId("clock");
    if (!clock || !clock.hasAttribute("data-ends")) { return; }
    var left = Number(clock.dataset.ends) - (Date.now() / 1000 + skew), total = Number(clock.dataset.total);
    var over = left <= total * 0.05;
    clock.textContent = (left < 0 ? clock.dataset.over + " " : over ? clock.dataset.wrap + " " : "") + span(left);
    clock.className = over ? "clock over" : "clock";
    ticking = setTimeout(tick, 1000 - ((Date.now() + skew * 1000) % 1000) + 20);
  }

  /* ---- following the room ---- */
  function ask(url, options) {
    var stop = window.AbortController ? new AbortController() : null, timer;
    options = options || {};
    options.credentials = "same-origin";
    options.cache = "no-store";
    if (stop) { options.signal = stop.signal; }
    return Promise.race([
      fetch(url, options),
      new Promise(function (_, fail) {
        timer = setTimeout(function () { if (stop) { stop.abort(); } fail(new Error("late")); }, 15000);
      })
    ]).then(function (answer) { clearTimeout(timer); contact(true); return answer; },
            function (error) { clearTimeout(timer); contact(false); throw error; });
  }
  function contact(there) {
    missed = there ? 0 : missed + 1;
    var line = byId("offline");
    if (line) { line.hidden = missed < 2; }
  }
  function fresh(html) {
    var holder = document.createElement("div");
    holder.innerHTML = html;
    return holder.querySelector("#page");
  }
  function wake(element) {
    page = element;
    skew = Number(page.dataset.now) - Date.now() / 1000;
    document.title = page.dataset.title;
    restore();
    leftovers();
    tick();
  }
  function show(next, mine) {
    var before = page.querySelector("h1").textContent;
    page.parentNode.replaceChild(next, page);
    wake(next);
    var heading = page.querySelector("h1");
    if (mine) { scrollTo(0, 0); heading.focus(); return; }
    if (heading.textContent !== before) { scrollTo(0, 0); byId("said").textContent = heading.textContent; }
  }
  function under(next) {
    /* A form that somebody is writing in stays; only what stands around it is new. */
    var place = form().getAttribute("data-place");
    page.replaceChild(next.querySelector("header"), page.querySelector("header"));
    ["tag", "open", "phase", "now", "title"].forEach(function (name) { page.dataset[name] = next.dataset[name]; });
    skew = Number(page.dataset.now) - Date.now() / 1000;
    tick();
    if (next.dataset.place === place && next.hasAttribute("data-keep")) { byId("moved").hidden = true; return; }
    var open = (" " + page.dataset.open + " ").indexOf(" " + place + " ") >= 0;
    var moved = byId("moved");
    moved.querySelector("[data-when=open]").hidden = !open;
    moved.querySelector("[data-when=closed]").hidden = open;
    moved.hidden = false;
  }
  function place(next) {
    var f = form(), mine = f && f.getAttribute("data-place");
    var stays = f && (dirty() || typing());
    var open = (" " + next.dataset.open + " ").indexOf(" " + mine + " ") >= 0;
    if (stays && (open || typing())) { under(next); return; }
    show(next, false);
  }
  function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    var f = form(), url = f && !dirty() && !typing() && !page.hasAttribute("data-keep") ? base : here;
    if (!f) { url = base; }
    ask(part(url)).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    }).then(function (html) {
      var next = fresh(html);
      if (next) { if (!form() && url === base) { here = base; } place(next); }
    }).then(null, function () { setTimeout(look, 3000); }).then(function () {
      busy = false;
      if (again) { again = false; refresh(); }
    });
  }
  function part(url) { return url + (url.indexOf("?") < 0 ? "?" : "&") + "part=1"; }
  function hear(text) {
    var state;
    heard = Date.now();
    contact(true);
    try { state = JSON.parse(text); } catch (e) { return; }
    var joined = byId("joined");
    if (joined) {
      joined.textContent = (state.joined === 1 ? joined.dataset.one : joined.dataset.many).replace("{n}", state.joined);
    }
    if (state.tag !== page.dataset.tag) { setTimeout(refresh, Math.random() * 200); }
  }
  function look() {
    ask(base + "/state").then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    }).then(hear).then(null, function () { /* the next look tells */ });
  }
  function listen() {
    if (!window.EventSource || page.dataset.phase === "ended") { return; }
    if (source) { source.close(); }
    source = new EventSource(base + "/live");
    source.onmessage = function (message) { hear(message.data); };
  }
  function watch() {
    if (page.dataset.phase === "ended") { if (source) { source.close(); source = null; } return; }
    var closed = window.EventSource && (!source || source.readyState === 2);
    if (closed) { listen(); }
    if (closed || Date.now() - heard > 25000) { look(); }
  }

  /* ---- sending ---- */
  function body(f, pressed) {
    if (pressed && pressed.name === "skip") { return "skip=1"; }
    var other = f.querySelector("[data-ticks]");
    return controls(f).filter(function (c) {
      if (/radio|checkbox/.test(c.type)) { return c.checked; }
      return c !== other || byId(c.getAttribute("data-ticks")).checked;
    }).map(function (c) {
      return encodeURIComponent(c.name) + "=" + encodeURIComponent(c.value);
    }).join("&");
  }
  function send(f, pressed) {
    var main = f.querySelector("button.main") || f.querySelector("button"), label = main.textContent;
    var place = f.getAttribute("data-place"), failed = byId("failed");
    if (failed) { failed.hidden = true; }
    all("button", f).forEach(function (b) { b.disabled = true; });
    if (main.dataset.sending) { main.textContent = main.dataset.sending; }
    ask(f.getAttribute("action"), {
      method: "POST", body: body(f, pressed),
      headers: { "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded" }
    }).then(function (answer) {
      return answer.json().then(function (said) { return said; });
    }).then(function (said) {
      if (said.arrived) { arrived(place, said); return; }
      if (said.part) { show(fresh(said.part), true); refused(); return; }
      throw new Error(said.message);
    }).then(null, function () {
      all("button", f).forEach(function (b) { b.disabled = false; });
      main.textContent = main.dataset.again || label;
      if (failed) { failed.hidden = false; failed.scrollIntoView({ block: "nearest" }); }
      missed = Math.max(missed, 2);
      contact(false);
    });
  }
  function arrived(place, said) {
    if (place) { keep(place, null); }
    var f = form();
    if (f) { f.setAttribute("data-as-served", JSON.stringify(values(f))); }
    here = said.next;
    if (history.replaceState) { history.replaceState(null, "", here.split("?")[0]); }
    ask(part(here)).then(function (answer) { return answer.text(); }).then(function (html) {
      var next = fresh(html);
      if (next) { show(next, true); }
    }).then(null, function () { location.href = here; });
  }
  function refused() {
    var bad = page.querySelector("[aria-invalid=true]");
    if (bad) { (bad.tagName === "FIELDSET" ? bad.querySelector("input") : bad).focus(); }
  }

  document.addEventListener("submit", function (event) {
    var f = event.target;
    if (f.id !== "answer" && f.id !== "withdraw") { return; }
    event.preventDefault();
    send(f, event.submitter || (document.activeElement.form === f ? document.activeElement : null));
  });
  document.addEventListener("input", function (event) {
    var ticks = event.target.getAttribute && event.target.getAttribute("data-ticks");
    if (ticks && event.target.value.trim()) { byId(ticks).checked = true; }
    var f = form();
    if (f && f.contains(event.target)) { unfold(f); note(); }
  });
  document.addEventListener("change", note);
  document.addEventListener("click", function (event) {
    var target = event.target;
    if (target.closest && target.closest("#drafts button")) { erase(); }
    if (target.closest && target.closest("[data-go]")) {
      event.preventDefault();
      here = base;
      if (history.replaceState) { history.replaceState(null, "", base); }
      ask(part(base)).then(function (answer) { return answer.text(); }).then(function (html) {
        show(fresh(html), true);
      }).then(null, function () { location.href = base; });
    }
  });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { watch(); look(); } });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { look(); } });
  window.addEventListener("online", look);
  setInterval(watch, 5000);
  forgetOtherRuns();
  wake(page);
  listen();
})();
