/* Controls that are quicker with a script: places by tapping, points by plus and minus. What is sent stays in the
   controls that are there without one. */
var Controls = (function () {
  "use strict";
  function all(selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function changed(control) { control.dispatchEvent(new Event("change", { bubbles: true })); }
  function said(text, values) {
    return Object.keys(values).reduce(function (said_, name) { return said_.replace("{" + name + "}", values[name]); }, text);
  }
  function element(tag, className, text) {
    var made = document.createElement(tag);
    made.className = className;
    made.textContent = text || "";
    return made;
  }
  function button(className, text) {
    var made = element("button", className, text);
    made.type = "button";
    return made;
  }
  function scripted(root) {
    all("[data-plain]", root).forEach(function (part) { part.hidden = true; });
    all("[data-scripted]", root).forEach(function (part) { part.hidden = false; });
  }

  /* Places: a tap gives the first that is free, another one takes it back and the others move up. */
  function order(set) {
    var places = Number(set.dataset.order), status = set.querySelector(".left"), shown = [];
    var selects = all("select", set);
    function given() {
      return selects.filter(function (select) { return select.value; })
        .sort(function (one, other) { return one.value - other.value; });
    }
    function draw(note) {
      var n = given().length;
      shown.forEach(function (draw_) { draw_(); });
      status.textContent = note || said(set.dataset.given, { n: n, places: places });
    }
    function tap(select) {
      var ranked = given(), at = ranked.indexOf(select);
      if (at < 0 && ranked.length === places) { return draw(set.dataset.full); }
      if (at < 0) { ranked.push(select); } else { ranked.splice(at, 1); select.value = ""; }
      ranked.forEach(function (other, i) { other.value = String(i + 1); });
      draw();
      return changed(select);
    }
    function row(select) {
      var label = set.querySelector("label[for='" + select.id + "']"), made = button("rank");
      var badge = element("span", "badge"), place = element("span", "unseen"), text = element("span", "what", label.textContent);
      if (label.lang) { text.lang = label.lang; }
      badge.setAttribute("aria-hidden", "true");
      [badge, text, place].forEach(function (part) { made.appendChild(part); });
      made.addEventListener("click", function () { tap(select); });
      shown.push(function () {
        badge.textContent = select.value;
        place.textContent = select.value ? said(set.dataset.place, { place: select.value }) : "";
        made.classList.toggle("given", !!select.value);
      });
      select.parentNode.hidden = true;
      select.parentNode.parentNode.insertBefore(made, select.parentNode);
    }
    if (set.querySelector("[aria-invalid=true]")) { return; }
    scripted(set);
    selects.forEach(row);
    status.hidden = false;
    draw();
  }

  /* Points and dots: how many are left, and buttons that give and take some. */
  function share(set) {
    var total = Number(set.dataset.share), status = set.querySelector(".left"), boxes = all("input", set);
    var some = Math.max(1, Math.round(total / 20));
    function amount(box) { return box.type === "checkbox" ? Number(box.checked) : Number(box.value) || 0; }
    function left() { return total - boxes.reduce(function (sum, box) { return sum + amount(box); }, 0); }
    function draw() {
      var n = left(), text = n > 0 ? set.dataset.left : n ? set.dataset.over : set.dataset.none;
      status.textContent = said(text, { n: Math.abs(n) });
      status.classList.toggle("wrong", n < 0);
    }
    function give(box, n) {
      var before = amount(box), most = Math.min(Number(box.max), before + Math.max(0, left()));
      var now = n > 0 ? Math.max(before, Math.min(before + n, most)) : Math.max(0, before + n);
      box.value = now ? String(now) : "";
      changed(box);
    }
    function stepper(box, sign, text, spoken) {
      var made = button("step", sign), option = set.querySelector("label[for='" + box.id + "']").textContent;
      made.setAttribute("aria-label", said(text, { n: some, option: option }));
      made.addEventListener("click", function () { give(box, spoken); });
      return made;
    }
    boxes.filter(function (box) { return box.type === "number"; }).forEach(function (box) {
      var row = box.parentNode;
      row.classList.add("steps");
      row.insertBefore(stepper(box, "−", set.dataset.less, -some), box);
      row.appendChild(stepper(box, "+", set.dataset.moreOf, some));
    });
    set.addEventListener("input", draw);
    set.addEventListener("change", draw);
    status.hidden = false;
    draw();
  }

  /* A list that grows while people write (questions to support): ticks stay, and so does everything around it. */
  function renew(form, next) {
    all("[data-grows]", next).forEach(function (fresh) {
      var set = document.getElementById(fresh.id), kept = {};
      if (!set) { form.insertBefore(fresh, form.querySelector("button.main")); return; }
      all(".option", fresh).forEach(function (option) { kept[option.firstElementChild.id] = option; });
      all(".option", set).forEach(function (option) {
        var id = option.firstElementChild.id;
        if (kept[id]) { delete kept[id]; } else { set.removeChild(option); }
      });
      Object.keys(kept).forEach(function (id) { set.appendChild(kept[id]); });
    });
  }
  function dress(form) {
    all("[data-order]", form).forEach(order);
    all("[data-share]", form).forEach(share);
  }
  return { dress: dress, renew: renew, scripted: scripted };
})();
