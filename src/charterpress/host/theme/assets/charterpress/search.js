/* Search in the pages of this language; only the search page needs it. */
(function () {
  "use strict";

  /* Search: the words of the query are looked for at the starts of words, in the index of this language. */
  function search(results) {
    var query = (new URLSearchParams(window.location.search).get("q") || "").trim();
    var terms = words(query).map(forms);
    document.getElementById("cp-query").value = query;
    if (!terms.length) return;
    fetch(results.dataset.index).then(function (answer) { return answer.json(); }).then(function (index) {
      show(results, find(index, terms), terms);
      document.getElementById("cp-hint").hidden = true;
    }).catch(function () { /* Without the index the list of all pages stays. */ });
  }

  var language = document.documentElement.lang.split("-")[0];

  /* Letters that Unicode does not take apart, and letters that keyboards of two languages write in two ways. */
  var SAME = {
    "\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u00df": "ss",
    "\u06cc": "\u064a", "\u0649": "\u064a", "\u06a9": "\u0643", "\u06c1": "\u0647", "\u06be": "\u0647", "\u0629": "\u0647",
    "\u0a02": "\u0a70"
  };
  var DIFFERENT = new RegExp("[" + Object.keys(SAME).join("") + "]", "g");
  /* Marks that many people leave out when they type; the vowel signs of Bengali and Gurmukhi are none of them. */
  var LEFT_OUT = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0981\u09bc\u0a3c\u0a71\u200c\u200d]/g;

  function plain(text) {
    return text.normalize("NFKD").replace(LEFT_OUT, "").toLowerCase()
      .replace(DIFFERENT, function (letter) { return SAME[letter]; })
      .replace(/\p{Nd}/gu, function (digit) { return value(digit.codePointAt(0)); });
  }

  /* Decimal digits stand in rows of ten in every script; some letter before the first of them ends the row. */
  function value(point) {
    var zero = point;
    while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(point - zero);
  }

  /* The index says whose words a promise has, where one charter was made from another: \u27e6Our words\u27e7 We listen. \u27eb */
  var WHOSE = /\u27e6[^\u27e7]*\u27e7/g;

  function words(text) { return plain(text.replace(WHOSE, " ")).match(/[\p{L}\p{N}\p{M}]+/gu) || []; }

  /* Welsh changes the first letters of a word after some others: what is looked for has them all. */
  var MUTATIONS = { c: "g ngh ch", p: "b mh ph", t: "d nh th", g: " ng", b: "f m", d: "dd n", ll: "l", m: "f", rh: "r" };

  function mutated(term) {
    var found = [term];
    Object.keys(MUTATIONS).forEach(function (first) {
      var starts = [first].concat(MUTATIONS[first].split(" "));
      /* A word that starts with none of them may have lost a g. */
      starts.filter(function (start) { return start ? term.startsWith(start) : /^[aeiouwylr]/.test(term); })
        .forEach(function (start) {
          starts.forEach(function (other) { found.push(other + term.slice(start.length)); });
        });
    });
    return found;
  }

  /* Arabic joins "and", "the", "for" to the word that follows. */
  var JOINED = /^[\u0648\u0641]?[\u0628\u0643\u0644]?(?:\u0627\u0644|\u0644\u0644)?(?=..)/;

  /* Endings that change places with each other, as in "child, children", by language; what matches longest is cut off. */
  var ENDINGS = {
    ur: [["\u0647", "\u0627", "\u06d2", "\u0648\u06ba"], ["\u064a", "\u064a\u0627\u06ba", "\u064a\u0648\u06ba"], ["", "\u064a\u06ba", "\u0648\u06ba"]],
    pa: [["\u0a3e", "\u0a47", "\u0a3f\u0a06\u0a70"], ["\u0a40", "\u0a40\u0a06\u0a70"], ["", "\u0a3e\u0a70"]],
    bn: [["", "\u09b0", "\u09c7\u09b0", "\u0995\u09c7", "\u09b0\u09be", "\u09c7\u09b0\u09be", "\u09c7", "\u09a4\u09c7"]]
  };

  function inflected(term) {
    var found = [term];
    ENDINGS[language].forEach(function (set) {
      set.forEach(function (ending) {
        var stem = term.slice(0, term.length - ending.length);
        if (stem.length > 1 && term.endsWith(ending)) set.forEach(function (other) { found.push(stem + other); });
      });
    });
    return found.filter(function (form) { return form.length > 2; });
  }

  function forms(term) {
    if (language === "cy") return mutated(term);
    if (ENDINGS[language]) return inflected(term).concat(term);
    return language === "ar" ? [term, term.replace(JOINED, "")] : [term];
  }

  /* A whole word counts most, the start of one less, and least a word that differs in its ending only. */
  function weight(word, term) {
    var best = 0;
    for (var form of term) best = Math.max(best, likeness(word, form));
    return best || language !== "ar" ? best : likeness(word.replace(JOINED, ""), term[1]);
  }

  function likeness(word, term) {
    if (word === term) return 4;
    if (word.startsWith(term)) return 3;
    var ending = Math.max(2, Math.floor(term.length / 4));
    return term.length > 5 && word.startsWith(term.slice(0, -ending)) ? 1 : 0;
  }

  /* How many of the terms are met, and how well. */
  function score(found, terms) {
    var met = 0, total = 0;
    for (var term of terms) {
      var best = 0;
      for (var word of found) best = Math.max(best, weight(word, term));
      met += best ? 1 : 0;
      total += best;
    }
    return { met: met, total: total };
  }

  /* What has all the words; where nothing has, what has most of them. */
  function find(entries, terms) {
    var most = 1;
    entries.forEach(function (entry) {
      var title = words(entry.title), whole = score(title.concat(words(entry.text)), terms);
      entry.met = whole.met;
      entry.score = whole.total + 3 * score(title, terms).total;
      most = Math.max(most, entry.met);
    });
    return entries.filter(function (entry) { return entry.met === most; })
      .sort(function (a, b) { return b.score - a.score; });
  }

  function show(results, hits, terms) {
    var list = document.createElement("ol");
    list.className = "cp-hits";
    hits.slice(0, 100).forEach(function (hit) {
      var item = list.appendChild(document.createElement("li"));
      var link = item.appendChild(document.createElement("a"));
      link.href = results.dataset.root + hit.href;
      link.textContent = hit.title === hit.page ? hit.page : hit.page + " \u2013 " + hit.title;
      snippet(item.appendChild(document.createElement("p")), hit.text, terms);
    });
    var status = document.getElementById("cp-status");
    status.textContent = hits.length ? results.dataset.found.replace("{number}", hits.length.toLocaleString(document.documentElement.lang)) : results.dataset.none;
    results.replaceChildren(list);
  }

  /* Some words around the first hit, with the hits marked; where a promise is ours, these words say so. */
  function snippet(place, body, terms) {
    var pieces = body.split(/(\u27e6[^\u27e7]*\u27e7|\s*\u27eb|\s+)/), first = pieces.findIndex(function (piece) { return score(words(piece), terms).met; });
    var start = Math.max(0, first - 16), whose = "", into = place;
    place.append(start ? "\u2026 " : "");
    pieces.slice(0, start + 60).forEach(function (piece, at) {
      var sign = piece.trim()[0];
      if (sign === "\u27e6") whose = piece.slice(1, -1);
      else if (sign === "\u27eb") { whose = ""; into = place; }
      if (sign === "\u27e6" || sign === "\u27eb" || at < start) return;
      if (whose && sign && into === place) into = quotation(place, whose);
      var hit = terms.some(function (term) { return words(piece).some(function (word) { return weight(word, term); }); });
      if (!hit) return into.append(piece);
      into.appendChild(document.createElement("mark")).textContent = piece;
    });
    into.append(start + 60 < pieces.length ? " \u2026" : "");
  }

  /* Quotation marks, which are those of the language, say where the promise ends. */
  function quotation(place, whose) {
    var mark = place.appendChild(document.createElement("span"));
    mark.className = "cp-ours__mark";
    mark.textContent = whose;
    place.append(" ");
    return place.appendChild(document.createElement("q"));
  }

  var results = document.getElementById("cp-results");
  if (results) search(results);
})();
