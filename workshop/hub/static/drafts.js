/* What somebody has begun to write: kept on this phone only, a round by itself, until it arrives or is deleted. */
var Drafts = (function () {
  "use strict";
  var PREFIX = "workshop/";

  function all(selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function controls(form) { return all("textarea[name], input[name], select[name]", form); }
  function ticked(control) { return control.type === "radio" || control.type === "checkbox"; }
  /* What is ticked and written, each by its name: a list may have grown before it is put back. */
  function values(form) {
    var found = [];
    eachText(form, function (control, n) { if (control.value) { found.push([control.name, n, control.value]); } });
    controls(form).forEach(function (control) {
      if (ticked(control) && control.checked) { found.push([control.name, control.value]); }
    });
    return found;
  }
  function eachText(form, visit) {
    var seen = {};
    controls(form).filter(function (control) { return !ticked(control); }).forEach(function (control) {
      var n = seen[control.name] || 0;
      seen[control.name] = n + 1;
      visit(control, n);
    });
  }
  function fill(form, kept) {
    var known = {};
    kept.forEach(function (value) { known[JSON.stringify(value.slice(0, 2))] = value.length > 2 ? value[2] : true; });
    function of(control, what) { return known[JSON.stringify([control.name, what])]; }
    eachText(form, function (control, n) { control.value = of(control, n) || ""; });
    controls(form).filter(ticked).forEach(function (control) { control.checked = !!of(control, control.value); });
  }
  function words(form) {
    return all("textarea[name], input[type=text][name]", form)
      .filter(function (control) { return control.value.trim(); })
      .map(function (control) { return control.value.trim(); });
  }
  function places(run) {
    try {
      return Object.keys(localStorage).filter(function (name) { return name.indexOf(PREFIX + run + "/") === 0; })
        .map(function (name) { return name.slice((PREFIX + run + "/").length); }).sort();
    } catch (e) { return []; }
  }
  function read(run, place) {
    try { return JSON.parse(localStorage.getItem(PREFIX + run + "/" + place)); } catch (e) { return null; }
  }
  function write(run, place, draft) {
    try {
      if (draft) { localStorage.setItem(PREFIX + run + "/" + place, JSON.stringify(draft)); }
      else { localStorage.removeItem(PREFIX + run + "/" + place); }
    } catch (e) { /* a private window keeps nothing */ }
  }
  function dirty(form) {
    return !!form && JSON.stringify(values(form)) !== form.getAttribute("data-served");
  }
  function served(form) { form.setAttribute("data-served", JSON.stringify(values(form))); }

  /* Several boxes: the next one shows when the one before it is in use. Without a script all of them show. */
  function unfold(form) {
    var wanted = true;
    all("[data-more]", form).forEach(function (part, i) {
      var box = part.querySelector("textarea, input"), used = !!box.value.trim();
      part.hidden = i > 0 && !wanted && !used && box !== document.activeElement;
      wanted = used;
    });
  }
  function restore(run, form) {
    served(form);
    var draft = read(run, form.getAttribute("data-place"));
    if (draft && draft.values && !form.querySelector("[aria-invalid=true]")) { fill(form, draft.values); }
    unfold(form);
  }
  function keep(run, form) {
    write(run, form.getAttribute("data-place"), dirty(form) ? { values: values(form), words: words(form) } : null);
  }
  function forget(run, place) { write(run, place, null); }
  function forgetArrived(run, place, own) {
    /* The answer came through although its receipt did not: then nothing is left unsent. */
    var draft = read(run, place);
    if (draft && draft.words && draft.words.every(function (text) { return own.indexOf(text) >= 0; })) {
      forget(run, place);
    }
  }
  function forgetOtherRuns(run) {
    try {
      Object.keys(localStorage).forEach(function (name) {
        if (name.indexOf(PREFIX) === 0 && name.indexOf(PREFIX + run + "/") !== 0) { localStorage.removeItem(name); }
      });
    } catch (e) { /* as above */ }
  }
  function leftovers(run, open, block) {
    var list = block.querySelector("ul");
    list.textContent = "";
    places(run).forEach(function (place) {
      var draft = read(run, place);
      if (open.indexOf(place) >= 0 || !draft || !draft.words) { return; }
      draft.words.forEach(function (text) {
        var item = document.createElement("li");
        item.textContent = text;
        item.setAttribute("data-place", place);
        list.appendChild(item);
      });
    });
    block.hidden = !list.children.length;
  }
  function erase(run, block) {
    all("li", block).forEach(function (item) { forget(run, item.getAttribute("data-place")); });
    block.hidden = true;
  }
  return {
    controls: controls, ticked: ticked, dirty: dirty, unfold: unfold, restore: restore, keep: keep, served: served,
    forget: forget, forgetArrived: forgetArrived, forgetOtherRuns: forgetOtherRuns, leftovers: leftovers, erase: erase
  };
})();
