/* What somebody writes for themselves: it is kept on this phone until the person deletes it, and never sent. */
var Pledges = (function () {
  "use strict";
  function all(selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function prefix(run) { return "workshop/" + run + "/pledge/"; }
  function names(run) {
    try {
      return Object.keys(localStorage).filter(function (name) { return name.indexOf(prefix(run)) === 0; }).sort();
    } catch (e) { return []; }
  }
  function read(name) {
    try { return JSON.parse(localStorage.getItem(name)).text; } catch (e) { return ""; }
  }
  function write(name, text) {
    try {
      if (text.trim()) { localStorage.setItem(name, JSON.stringify({ text: text })); }
      else { localStorage.removeItem(name); }
      return true;
    } catch (e) { return false; /* a private window keeps nothing */ }
  }
  function forget(run) { names(run).forEach(function (name) { write(name, ""); }); }

  function box(run, area) {
    var name = prefix(run) + area.getAttribute("data-pledge"), button = area.parentNode.querySelector("[data-forget]");
    function keep() {
      if (write(name, area.value)) { Controls.scripted(area.parentNode); }
      button.hidden = !area.value;
    }
    area.value = read(name) || area.value;
    area.addEventListener("input", keep);
    button.addEventListener("click", function () { area.value = ""; keep(); area.focus(); });
    keep();
  }
  function kept(run, block) {
    var list = block.querySelector("ul"), show = block.querySelector("[data-show]");
    function unfold(open) {
      list.hidden = !open;
      show.setAttribute("aria-expanded", String(open));
      show.textContent = show.getAttribute(open ? "data-hide" : "data-again");
    }
    names(run).forEach(function (name) {
      var item = document.createElement("li");
      item.textContent = read(name);
      list.appendChild(item);
    });
    show.addEventListener("click", function () { unfold(list.hidden); });
    block.querySelector("[data-forget]").addEventListener("click", function () { forget(run); block.hidden = true; });
    block.hidden = !list.children.length;
  }
  function wake(run, page) {
    all("[data-pledge]", page).forEach(function (area) { box(run, area); });
    all("#pledges", page).forEach(function (block) { kept(run, block); });
  }
  return { wake: wake };
})();
