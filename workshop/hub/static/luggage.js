/* What a page takes along to another address: drafts and pledges, hidden under a pad that is used once. */
var Luggage = (function () {
  "use strict";
  function bytes(encoded) { return atob(encoded.replace(/-/g, "+").replace(/_/g, "/")); }
  function mixed(text, pad) {
    return text.split("").map(function (c, i) { return String.fromCharCode(c.charCodeAt(0) ^ pad.charCodeAt(i)); }).join("");
  }
  function own(run) {
    var found = {}, any = false;
    try {
      Object.keys(localStorage).forEach(function (name) {
        if (name.indexOf("workshop/" + run + "/") === 0) { found[name] = localStorage.getItem(name); any = true; }
      });
    } catch (e) { /* a private window keeps nothing */ }
    return any ? found : null;
  }
  /* "" where there is nothing, null where it cannot come along. */
  function pack(run, pad) {
    var found = own(run), text = found ? unescape(encodeURIComponent(JSON.stringify(found))) : "", key = bytes(pad || "");
    if (text.length > key.length) { return null; }
    return btoa(mixed(text, key)).replace(/\+/g, "-").replace(/\//g, "_");
  }
  function unpack(run, packed, pad) {
    var found = packed ? JSON.parse(decodeURIComponent(escape(mixed(bytes(packed), bytes(pad))))) : {};
    Object.keys(found).forEach(function (name) {
      if (name.indexOf("workshop/" + run + "/") === 0) { localStorage.setItem(name, String(found[name])); }
    });
  }
  return { pack: pack, unpack: unpack };
})();
