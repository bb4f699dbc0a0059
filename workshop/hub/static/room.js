/* Follows the room without a reload, and sends without leaving the page. All of it works without a script too. */
(function () {
  "use strict";
  var page = document.getElementById("page");
  if (!window.fetch || !window.Promise || !page.dataset) {
    if (!document.getElementById("answer")) { setTimeout(function () { location.reload(); }, 15000); }
    return;
  }
  var base = page.dataset.base, run = page.dataset.run, here = location.pathname + location.search;
  var source = null, heard = Date.now(), newest = page.dataset.tag, beat = 1, wrote = 0;
  var streamed = heard, silent = 0, looked = 0;
  var busy = false, sending = false, pressed = null;

  function byId(id) { return document.getElementById(id); }
  function all(selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function form() { return byId("answer"); }
  function open() { return (page.dataset.open || "").split(" "); }
  function typing() {
    var form_ = form(), focused = document.activeElement;
    return !!form_ && page.contains(focused) && /^(TEXTAREA|INPUT|SELECT)$/.test(focused.tagName);
  }

  /* ---- asking the hub ---- */
  function ask(url, options, patience) {
    var stop = window.AbortController ? new AbortController() : null, timer;
    options = options || {};
    options.credentials = "same-origin";
    options.cache = "no-store";
    if (stop) { options.signal = stop.signal; }
    return Promise.race([fetch(url, options), new Promise(function (_, fail) {
      timer = setTimeout(function () { if (stop) { stop.abort(); } fail(new Error("no answer")); }, patience || 15000);
    })]).then(
      function (answer) { clearTimeout(timer); contact(true); return answer; },
      function (error) { clearTimeout(timer); if (silent) { contact(false); } throw error; }
    );
  }
  function contact(there) {
    if (there) { silent = 0; }
    if (byId("offline")) { byId("offline").hidden = there; }
  }
  function part(url) {
    return ask(url + (url.indexOf("?") < 0 ? "?" : "&") + "part=1").then(function (answer) {
      if (answer.status !== 200 && answer.status !== 404) { throw new Error(answer.status); }
      return answer.text();
    }).then(fresh);
  }
  function fresh(html) {
    var holder = document.createElement("div");
    holder.innerHTML = html;
    return holder.querySelector("#page");
  }

  /* ---- what stands on the page ---- */
  function wake() {
    var own = all(".own li > .said", page).map(function (item) { return item.textContent.trim(); });
    document.title = page.dataset.title;
    if (page.hasAttribute("data-answered")) { Drafts.forgetArrived(run, page.dataset.place, own); }
    if (form()) {
      Drafts.restore(run, form());
      Controls.dress(form());
    }
    Pledges.wake(run, page);
    if (byId("drafts")) { Drafts.leftovers(run, open(), byId("drafts")); }
    Clock.set(page.dataset.now, page.dataset.speed);
  }
  function show(next, byHand) {
    var before = page.querySelector("h1").textContent;
    page.parentNode.replaceChild(next, page);
    page = next;
    wake();
    var heading = page.querySelector("h1"), wrong = page.querySelector("[aria-invalid=true]");
    if (byHand) {
      scrollTo(0, 0);
      (!wrong ? heading : wrong.tagName === "FIELDSET" ? wrong.querySelector("input") : wrong).focus();
    } else if (heading.textContent !== before) {
      scrollTo(0, 0);
      byId("said").textContent = heading.textContent;
    }
  }
  function goTo(url, next, byHand) {
    here = next.hasAttribute("data-current") && !next.hasAttribute("data-stay") ? base : url;
    if (history.replaceState) { history.replaceState(null, "", here); }
    show(next, byHand);
  }
  function showAround(next, own) {
    /* A form that somebody writes in is never taken away; only what stands around it is new. */
    var place = form().getAttribute("data-place"), notice = byId("moved"), again = own.querySelector("#answer");
    page.replaceChild(next.querySelector("header"), page.querySelector("header"));
    ["tag", "open", "phase", "now"].forEach(function (name) { page.dataset[name] = next.dataset[name]; });
    Clock.set(page.dataset.now, page.dataset.speed);
    if (again && again.getAttribute("data-place") === place) { Controls.renew(form(), again); }
    var still = open().indexOf(place) >= 0;
    notice.querySelector("[data-when=open]").hidden = !still;
    notice.querySelector("[data-when=closed]").hidden = still;
    notice.hidden = still && (next.dataset.place === place || form().hasAttribute("data-aside"));
  }

  /* ---- following ---- */
  function refresh() {
    if (busy || sending || page.dataset.tag === newest || page.hasAttribute("data-still")) { return; }
    busy = true;
    var asked = page, stays = page.hasAttribute("data-stay") || form();
    part(stays ? here : base).then(function (next) {
      if (page !== asked || sending) { return null; }
      if (typing() || Drafts.dirty(form()) || (form() && page.querySelector("[aria-invalid=true]"))) {
        return next.hasAttribute("data-current") ? showAround(next, next) :
          part(base).then(function (home) { showAround(home, next); });
      }
      if (stays && here !== base && !next.hasAttribute("data-stay")) {
        return part(base).then(function (home) { goTo(base, home, false); });
      }
      return stays ? show(next, false) : goTo(base, next, false);
    }).then(function () { busy = false; check(); }, function () { busy = false; setTimeout(look, 3000); });
  }
  function check() {
    /* The room may have gone on while the page was on its way. */
    if (newest !== page.dataset.tag && !page.hasAttribute("data-still")) { look(); }
  }
  function hear(text) {
    var state = JSON.parse(text), joined = byId("joined");
    heard = Date.now();
    beat = state.beat;
    contact(true);
    Moving.hear(state);
    newest = state.tag;
    if (joined) {
      joined.textContent = joined.getAttribute(state.joined === 1 ? "data-one" : "data-many").replace("{n}", state.joined);
    }
    if (newest !== page.dataset.tag) { setTimeout(refresh, Math.random() * 200); }
  }
  function look() {
    ask(base + "/state", {}, 4000).then(function (answer) {
      if (answer.status !== 200) { throw new Error(answer.status); }
      return answer.text();
    }).then(hear).then(null, function () { /* the next look tells */ });
  }
  function listen() {
    if (!window.EventSource || page.dataset.phase === "ended") { return; }
    source = new EventSource(base + "/live");
    streamed = Date.now();
    source.onmessage = function (message) { streamed = Date.now(); hear(message.data); };
    source.onerror = function () { setTimeout(look, 1000); };
  }
  /* A stream that is dead may look alive: after a sleep, or where the hub's address is gone. Silence tells. */
  function watch() {
    var now = Date.now(), deaf = !source || source.readyState === 2;
    if (page.dataset.phase === "ended") {
      if (source) { source.close(); }
      return;
    }
    if (now - streamed > (deaf ? 5000 : beat * 3000 + 2000)) {
      if (source) { source.close(); }
      listen();
    }
    if (now - heard < (deaf ? 7000 : beat * 1500 + 200)) { return; }
    silent = silent || now;
    /* Under the fingers of somebody who writes nothing moves for a moment's silence. */
    if (now - silent > (typing() ? 2500 : 400)) { contact(false); }
    Moving.lost();
    if (now - looked > 4000) { looked = now; look(); }
  }

  /* ---- sending ---- */
  function body(form_, button) {
    if (button && button.name) { return encodeURIComponent(button.name) + "=" + encodeURIComponent(button.value); }
    return Drafts.controls(form_).filter(function (control) {
      var ticks = control.getAttribute("data-ticks");
      return Drafts.ticked(control) ? control.checked : !ticks || byId(ticks).checked;
    }).map(function (control) {
      return encodeURIComponent(control.name) + "=" + encodeURIComponent(control.value);
    }).join("&");
  }
  function send(form_, button) {
    var main = form_.querySelector("button.main, button.plain");
    all("button", form_).forEach(function (other) { other.disabled = true; });
    if (byId("failed")) { byId("failed").hidden = true; }
    sending = true;
    if (main.dataset.sending) { main.textContent = main.dataset.sending; }
    ask(form_.getAttribute("action"), {
      method: "POST", body: body(form_, button),
      headers: { "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded" }
    }).then(function (answer) { return answer.json(); }).then(function (said) {
      if (said.next) { arrived(form_, said.next); }
      else if (said.part) { sending = false; show(fresh(said.part), true); }
      else { failed(form_, main, said.message); }
    }).then(null, function () { failed(form_, main, ""); });
  }
  function arrived(form_, next) {
    if (form_.id === "answer") {
      Drafts.forget(run, form_.getAttribute("data-place"));
      Drafts.served(form_);
    }
    part(next).then(function (sheet) { sending = false; goTo(next, sheet, true); check(); })
      .then(null, function () { location.href = next; });
  }
  function failed(form_, main, message) {
    var box = byId("failed");
    sending = false;
    all("button", form_).forEach(function (other) { other.disabled = false; });
    if (main.dataset.again) { main.textContent = main.dataset.again; }
    if (!box) { return; }
    if (message) { box.querySelector("p").textContent = message; }
    box.hidden = false;
    if (box.scrollIntoView) { box.scrollIntoView(); }
    check();
  }

  document.addEventListener("submit", function (event) {
    var form_ = event.target, button = event.submitter || pressed;
    pressed = null;
    if (form_.id !== "answer" && form_.id !== "withdraw") { return; }
    event.preventDefault();
    send(form_, button);
  });
  document.addEventListener("input", function (event) {
    var target = event.target, ticks = target.getAttribute("data-ticks");
    wrote = Date.now();
    if (ticks && target.value.trim()) { byId(ticks).checked = true; }
    if (form() && form().contains(target)) { Drafts.unfold(form()); Drafts.keep(run, form()); }
  });
  document.addEventListener("change", function (event) {
    if (form() && form().contains(event.target)) { Drafts.keep(run, form()); }
  });
  document.addEventListener("click", function (event) {
    var target = event.target;
    if (target.tagName === "BUTTON") { pressed = target; }
    if (target.hasAttribute && target.hasAttribute("data-moved")) { Moving.follow(event); }
    if (target.id === "erase") { Drafts.erase(run, byId("drafts")); page.querySelector("h1").focus(); }
    if (target.hasAttribute && target.hasAttribute("data-go")) {
      event.preventDefault();
      part(base).then(function (next) { goTo(base, next, true); }).then(null, function () { location.href = base; });
    }
  });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { look(); } });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { page.dataset.tag = ""; look(); } });
  window.addEventListener("online", look);
  setInterval(watch, 200);
  Drafts.forgetOtherRuns(run);
  Moving.begin(page, function () { return sending || (typing() && Date.now() - wrote < 4000); });
  wake();
  listen();
})();
