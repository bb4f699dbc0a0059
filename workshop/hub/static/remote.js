/* The remote follows the room, presses without leaving the page, and says at once when it has lost contact. */
(function () {
  "use strict";
  var page = document.getElementById("page"), here = location.pathname + location.search;
  var known = (page.dataset.at || "").split(" ").filter(function (origin) { return origin && origin !== location.origin; });
  var holding = false, sending = false, lost = false, over = false, waiting = null, age = 0, timer = null;
  if (!window.fetch || !window.Promise || !page.dataset) {
    setTimeout(function () { location.replace(location.pathname); }, 5000);
    return;
  }

  function all(selector) { return Array.prototype.slice.call(page.querySelectorAll(selector)); }
  function address(more) { return here + (here.indexOf("?") < 0 ? "?" : "&") + "part=1" + more; }
  function ask(url, options) {
    var stop = window.AbortController ? new AbortController() : null, limit;
    options = options || {};
    options.cache = "no-store";
    if (stop) { options.signal = stop.signal; }
    return Promise.race([fetch(url, options), new Promise(function (_, fail) {
      limit = setTimeout(function () { if (stop) { stop.abort(); } fail(new Error("no answer")); }, 4000);
    })]).then(
      function (answer) { clearTimeout(limit); return answer; },
      function (error) { clearTimeout(limit); throw error; }
    );
  }

  /* ---- what stands on the page ---- */
  function ready() {
    var idle = lost || sending || over;
    all("button").forEach(function (button) { button.disabled = idle || button.hasAttribute("data-none"); });
    document.body.className = lost || over ? "remote lost" : "remote";
  }
  function contact(there) {
    var said = document.getElementById("lost");
    lost = !there;
    if (said) { said.hidden = there; }
    ready();
  }
  function switchedOff() {
    var said = document.getElementById("lost");
    over = true;
    if (said) { said.textContent = said.getAttribute("data-off"); said.hidden = false; }
    ready();
  }
  function show(html) {
    /* Under a finger nothing is put in another's place: the tap would be lost, or worse, taken for another. */
    if (holding) { waiting = html; return; }
    var holder = document.createElement("div"), focused = document.activeElement, verb, again;
    holder.innerHTML = html;
    verb = focused && page.contains(focused) && focused.value ? focused.value.split(" ")[0] : "";
    page.parentNode.replaceChild(holder.querySelector("#page"), page);
    page = document.getElementById("page");
    again = verb && all("button").filter(function (button) { return button.value.split(" ")[0] === verb; })[0];
    Clock.set(page.dataset.now, page.dataset.speed);
    ready();
    if (again) { again.focus(); }
  }

  /* ---- following ---- */
  function later(milliseconds) {
    clearTimeout(timer);
    if (!over && page.dataset.phase !== "ended") { timer = setTimeout(look, milliseconds); }
  }
  function look() {
    var asked = age;
    if (sending || document.hidden) { later(1000); return; }
    ask(address("&since=" + encodeURIComponent(page.dataset.tag))).then(function (answer) {
      if (answer.status === 404) { switchedOff(); return ""; }
      if (answer.status !== 200 && answer.status !== 204) { throw new Error(answer.status); }
      contact(true);
      return answer.status === 204 ? "" : answer.text();
    }).then(function (html) {
      if (html && asked === age) { show(html); }
    }).then(null, function () { if (asked === age) { contact(false); lookElsewhere(); } }).then(function () { later(1000); });
  }
  /* This computer may have another address by now. Whoever of the known ones holds the same run is where it goes on. */
  function lookElsewhere() {
    known.forEach(function (origin) {
      fetch(origin + page.dataset.room + "/state", { credentials: "omit", cache: "no-store" })
        .then(function (answer) { return answer.json(); })
        .then(function (state) {
          if (lost && state.run === page.dataset.run) { location.href = origin + location.pathname; }
        }).then(null, function () { /* not there either */ });
    });
  }
  function lookNow() { clearTimeout(timer); look(); }

  /* ---- pressing ---- */
  function press(form, value) {
    age += 1;
    sending = true;
    ready();
    ask(address(""), {
      method: "POST", body: "press=" + encodeURIComponent(value),
      headers: { "Content-Type": "application/x-www-form-urlencoded" }
    }).then(function (answer) {
      if (answer.status === 404) { sending = false; switchedOff(); return ""; }
      return answer.text();
    }).then(function (html) {
      sending = false;
      if (html) { show(html); contact(true); }
    }).then(null, function () {
      /* Whether it arrived shows when the room is back: the button works once, and only for this moment. */
      sending = false;
      contact(false);
    }).then(function () { later(1000); });
  }
  var pressed = null;
  document.addEventListener("submit", function (event) {
    var button = event.submitter || pressed;
    event.preventDefault();
    if (button && !lost && !sending && !over) { press(event.target, button.value); }
  });
  document.addEventListener("click", function (event) {
    var target = event.target.closest ? event.target.closest("button, a") : event.target;
    pressed = target;
    if ((lost || over) && target && target.tagName === "A") { event.preventDefault(); }
  });
  function hold() { holding = true; }
  function release() {
    setTimeout(function () {
      holding = false;
      if (waiting) { var html = waiting; waiting = null; show(html); }
    }, 350);
  }
  ["touchstart", "mousedown"].forEach(function (name) { document.addEventListener(name, hold); });
  ["touchend", "touchcancel", "mouseup"].forEach(function (name) { document.addEventListener(name, release); });

  /* A phone that comes out of a pocket shows the past: nothing can be pressed until it has asked. */
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { lost = true; ready(); } else { lookNow(); }
  });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { lost = true; ready(); lookNow(); } });
  window.addEventListener("offline", function () { contact(false); });
  window.addEventListener("online", lookNow);
  Clock.set(page.dataset.now, page.dataset.speed);
  later(1000);
})();
