/* When the room's address changes: on to the new one, with this phone's place and all that was written on it. */
var Moving = (function () {
  "use strict";
  var run, base, known, busy, pass = null, boot = "", asking = false, tried = 0, left = 0, at = [];

  function post(url, body) {
    return fetch(url, {
      method: "POST", body: JSON.stringify(body), credentials: "same-origin", cache: "no-store",
      headers: { "Content-Type": "application/json" }
    }).then(function (answer) {
      if (answer.status !== 200) { throw new Error(answer.status); }
      return answer.json();
    });
  }
  function begin(page, isBusy) {
    run = page.dataset.run;
    base = page.dataset.base;
    known = (page.dataset.at || "").split(" ").filter(function (origin) { return origin && origin !== location.origin; });
    busy = isBusy;
  }
  /* A ticket is fetched early: once it is needed the old address may not answer any more. */
  function provide(tag, seconds) {
    var now = tag.split("-")[0];
    if (asking || now === boot) { return; }
    asking = true;
    setTimeout(function () {
      post(base + "/ticket", {}).then(function (found) { pass = found; boot = now; }).then(null, function () { /* later */ })
        .then(function () { asking = false; });
    }, Math.random() * seconds * 1000);
  }
  function hear(state) {
    at = state.at;
    if (state.left.indexOf(location.origin) < 0) {
      notice(false);
      provide(state.tag, 6);
      return;
    }
    notice(true);
    provide(state.tag, 1);
    if (known.indexOf(at[0]) >= 0) { look([at[0]], true); } else { reload(at[0]); }
  }
  /* What this page may ask was fixed when it was loaded. */
  function reload(origin) {
    try {
      if (busy() || sessionStorage.getItem("workshop/reloaded") === origin) { return; }
      sessionStorage.setItem("workshop/reloaded", origin);
      location.reload();
    } catch (e) { /* then the notice has the way */ }
  }
  /* Whoever of `origins` holds the same run is where this page goes. */
  function look(origins, alive) {
    if (Date.now() - tried < 1500 || !origins.length) { return; }
    tried = Date.now();
    origins.forEach(function (origin) {
      fetch(origin + base + "/state", { credentials: "omit", cache: "no-store" })
        .then(function (answer) { return answer.json(); })
        .then(function (state) { if (state.run === run) { at = [origin]; notice(true); go(origin, alive); } })
        .then(null, function () { /* not there either */ });
    });
  }
  function lost() { look(known, false); }
  function go(origin, alive) {
    var luggage = Luggage.pack(run, pass && pass.pad);
    /* An old browser would arrive without saying from where, and so without its place and luggage. */
    if (!("referrerPolicy" in document.createElement("a"))) { return; }
    if (!busy() && luggage !== null && (pass || !alive)) { leave(origin, luggage); }
  }
  function leave(origin, luggage) {
    /* One journey at a time: a second one, without the ticket, would overtake it and arrive as somebody new. */
    if (Date.now() - left < 10000) { return; }
    left = Date.now();
    /* The new page believes only a page of ours, by the address that it was called from. */
    var link = document.createElement("a");
    link.href = origin + base + (pass ? "/arrive#" + pass.ticket + "." + luggage : "");
    link.setAttribute("referrerpolicy", "origin");
    pass = null;
    boot = "";
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
  }
  function notice(show) {
    var box = document.getElementById("new-address"), link = box && box.querySelector("a");
    if (!box) { return; }
    box.hidden = !show;
    if (show) {
      link.href = at[0] + base;
      link.textContent = at[0].replace(/^http:\/\//, "") + base;
    }
  }
  function follow(event) {
    event.preventDefault();
    leave(at[0], Luggage.pack(run, pass && pass.pad) || "");
  }
  return { begin: begin, hear: hear, lost: lost, follow: follow };
})();
