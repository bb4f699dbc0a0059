/* The clock of the step: the room's time, not the phone's. */
var Clock = (function () {
  "use strict";
  var skew = 0, speed = 1, waiting = null;

  function two(n) { return (n < 10 ? "0" : "") + n; }
  function span(seconds) {
    var whole = seconds > 0 ? Math.ceil(seconds) : Math.floor(-seconds), plus = seconds < 0 && whole ? "+" : "";
    var hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
    return plus + (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(whole % 60);
  }
  function now() { return Date.now() / 1000 * speed + skew; }
  function tick() {
    clearTimeout(waiting);
    var clock = document.getElementById("clock");
    if (!clock || !clock.hasAttribute("data-ends")) { return; }
    var left = Number(clock.getAttribute("data-ends")) - now(), late = left <= clock.getAttribute("data-total") * 0.05;
    var figures = span(left), word = left <= 0 ? "data-over" : "data-wrap";
    clock.textContent = (late ? clock.getAttribute(word) + " " : "") + figures;
    clock.className = late ? "clock over" : "clock";
    waiting = setTimeout(tick, (left - Math.floor(left)) * 1000 / Math.min(speed, 5) + 20);
  }
  function set(serverNow, serverSpeed) {
    speed = Number(serverSpeed) || 1;
    skew = Number(serverNow) - Date.now() / 1000 * speed;
    tick();
  }
  return { set: set };
})();
