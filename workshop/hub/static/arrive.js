/* A page has come from another address of this room: it takes its place here, and leaves no trace of the journey. */
(function () {
  "use strict";
  var page = document.getElementById("arrival"), home = page.getAttribute("data-base");
  var parts = location.hash.slice(1).split("."), from = document.referrer.replace(/\/$/, "");
  function on() { location.replace(home); }
  if (history.replaceState) { history.replaceState(null, "", location.pathname); }
  /* A link that somebody made up or passed on comes from elsewhere: with it one would answer under another's token. */
  if (page.getAttribute("data-from").split(" ").indexOf(from) < 0 || parts.length !== 2 || !window.fetch) { on(); return; }
  fetch(location.pathname, {
    method: "POST", body: JSON.stringify({ ticket: parts[0] }), credentials: "same-origin", cache: "no-store",
    headers: { "Content-Type": "application/json" }
  }).then(function (answer) {
    if (answer.status !== 200) { throw new Error(answer.status); }
    return answer.json();
  }).then(function (said) {
    Luggage.unpack(page.getAttribute("data-run"), parts[1], said.pad);
  }).then(on, on);
})();
