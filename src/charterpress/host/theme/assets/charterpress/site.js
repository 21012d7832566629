/* Small help for pages that work without it. */
(function () {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");

  /* On a small screen the list of contents starts closed. */
  var contents = document.querySelector(".cp-contents details");
  if (contents && window.matchMedia("(max-width: 63.99em)").matches) contents.open = false;

  /* Search: the words of the query are looked for at the starts of words, in the index of this language. */
  function search(results) {
    var query = (new URLSearchParams(window.location.search).get("q") || "").trim();
    var terms = words(query);
    document.getElementById("cp-query").value = query;
    if (!terms.length) return;
    document.getElementById("cp-hint").hidden = true;
    fetch(results.dataset.index).then(function (answer) { return answer.json(); }).then(function (index) {
      show(results, find(index, terms), terms);
    });
  }

  /* Letters that Unicode does not take apart, and letters that keyboards of two languages write in two ways. */
  var SAME = { "\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u00df": "ss", "\u06cc": "\u064a", "\u0649": "\u064a", "\u06a9": "\u0643", "\u06c1": "\u0647", "\u06be": "\u0647", "\u0629": "\u0647" };

  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
      .replace(/[\u0142\u00f8\u0111\u00df\u06cc\u0649\u06a9\u06c1\u06be\u0629]/g, function (letter) { return SAME[letter]; });
  }

  function words(text) { return plain(text).match(/[\p{L}\p{N}]+/gu) || []; }

  /* A whole word counts most, the start of one less, and least a word that differs in its ending only. */
  function weight(word, term) {
    if (word === term) return 4;
    if (word.startsWith(term)) return 3;
    return term.length > 5 && word.startsWith(term.slice(0, -2)) ? 1 : 0;
  }

  function score(found, terms) {
    var total = 0;
    for (var term of terms) {
      var best = 0;
      for (var word of found) best = Math.max(best, weight(word, term));
      if (!best) return 0;
      total += best;
    }
    return total;
  }

  function find(entries, terms) {
    entries.forEach(function (entry) {
      var title = words(entry.title);
      entry.score = score(title.concat(words(entry.text)), terms) + 3 * score(title, terms);
    });
    return entries.filter(function (entry) { return entry.score; })
      .sort(function (a, b) { return b.score - a.score; }).slice(0, 40);
  }

  function show(results, hits, terms) {
    var list = document.createElement("ol");
    list.className = "cp-hits";
    hits.forEach(function (hit) {
      var item = list.appendChild(document.createElement("li"));
      var link = item.appendChild(document.createElement("a"));
      link.href = results.dataset.root + hit.href;
      link.textContent = hit.title === hit.page ? hit.page : hit.page + " \u2013 " + hit.title;
      snippet(item.appendChild(document.createElement("p")), hit.text, terms);
    });
    var status = document.getElementById("cp-status");
    status.textContent = hits.length ? results.dataset.found.replace("{number}", hits.length) : results.dataset.none;
    results.replaceChildren(list);
  }

  /* Some words around the first hit, with the hits marked. */
  function snippet(place, body, terms) {
    var pieces = body.split(/(\s+)/), first = pieces.findIndex(function (piece) { return score(words(piece), terms.slice(0, 1)); });
    var start = Math.max(0, first - 16);
    place.append(start ? "\u2026 " : "");
    pieces.slice(start, start + 60).forEach(function (piece) {
      var hit = terms.some(function (term) { return words(piece).some(function (word) { return weight(word, term); }); });
      if (!hit) return place.append(piece);
      place.appendChild(document.createElement("mark")).textContent = piece;
    });
    place.append(start + 60 < pieces.length ? " \u2026" : "");
  }

  var results = document.getElementById("cp-results");
  if (results) search(results);
})();
