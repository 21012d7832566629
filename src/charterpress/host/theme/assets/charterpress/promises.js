/* Meanings and tools in place; without this script, terms and promises have links. */
(function () {
  "use strict";
  var page = document.documentElement;
  var canonical = document.querySelector("link[rel=canonical]");
  var address = (canonical || window.location).href.split("#")[0];

  function make(tag, name, parent) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    return parent ? parent.appendChild(made) : made;
  }

  /* A link that opens something where it stands is a button: its name says what, its state whether. */
  function asButton(link) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("keydown", function (event) {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
  }

  function isPlain(event) { return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button); }

  /* Terms: the meaning stands once on the page, below its words, and is shown beside the term. */
  function explain(list) {
    var bubble = make("span", "cp-meaning"), open = null, before = null;
    bubble.popover = "auto";
    bubble.id = "cp-meaning";
    bubble.tabIndex = -1;
    bubble.setAttribute("role", "dialog");
    bubble.setAttribute("aria-labelledby", "cp-meaning-term");
    bubble.setAttribute("aria-describedby", "cp-meaning-text");
    var title = make("strong", "", bubble), text = make("span", "", bubble), row = make("span", "cp-meaning__row", bubble);
    title.id = "cp-meaning-term";
    text.id = "cp-meaning-text";
    var all = make("a", "", row), close = make("button", "cp-tool", row);
    all.textContent = list.textContent;
    close.type = "button";
    close.textContent = list.dataset.close;
    close.addEventListener("click", function () { bubble.hidePopover(); });

    function copy(from, to) {
      var copied = from.cloneNode(true);
      copied.querySelectorAll("[id]").forEach(function (each) { each.removeAttribute("id"); });
      to.replaceChildren.apply(to, copied.childNodes);
    }

    function show(term, entry) {
      if (bubble.matches(":popover-open")) bubble.hidePopover();
      copy(entry.querySelector("dt"), title);
      copy(entry.querySelector("dd"), text);
      all.href = list.href + "#" + (entry.dataset.listed || entry.id);
      term.after(bubble);
      term.focus();
      bubble.showPopover();
      open = term;
      term.setAttribute("aria-expanded", "true");
      place(term.getClientRects());
      bubble.focus();
    }

    function place(lines) {
      var line = lines[lines.length - 1], box = bubble.getBoundingClientRect();
      var start = page.dir === "rtl" ? line.right - box.width : line.left;
      var left = Math.max(8, Math.min(start, page.clientWidth - box.width - 8));
      var above = line.bottom + box.height + 8 > page.clientHeight && lines[0].top > box.height + 8;
      bubble.style.left = left + window.scrollX + "px";
      bubble.style.top = (above ? lines[0].top - box.height - 6 : line.bottom + 6) + window.scrollY + "px";
    }

    bubble.addEventListener("beforetoggle", function (event) {
      if (event.newState !== "closed" || !open) return;
      open.setAttribute("aria-expanded", "false");
      open = null;
    });
    bubble.addEventListener("focusout", function (event) {
      var to = event.relatedTarget;
      if (to && to !== open && !bubble.contains(to)) bubble.hidePopover();
    });
    /* A touch on the term of an open meaning closes it, before the click that follows. */
    document.addEventListener("pointerdown", function () { before = open; }, true);
    document.querySelectorAll("a.cp-term").forEach(function (term) {
      var entry = document.getElementById(term.hash.slice(1));
      if (!entry || !entry.querySelector("dd")) return;
      asButton(term);
      term.setAttribute("aria-haspopup", "dialog");
      term.addEventListener("click", function (event) {
        if (!isPlain(event)) return;
        event.preventDefault();
        if (event.detail && before === term) bubble.hidePopover();
        else show(term, entry);
        before = null;
      });
    });
  }

  /* Tools: one set for the whole page, that moves to the promise it is asked for at; and one for the page itself. */
  function say(tools, words) { tools.querySelector("[role=status]").textContent = words; }

  /* Where browsers keep the clipboard for secure addresses, the old way; where there is none, readers copy by hand. */
  function copied(tools) {
    if (navigator.clipboard) return navigator.clipboard.writeText(tools.dataset.address);
    var link = tools.querySelector(".cp-tools__address a");
    window.getSelection().selectAllChildren(link);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("no clipboard"));
  }

  var actions = {
    print: function () { window.print(); },
    copy: function (tools) {
      say(tools, "");
      copied(tools).then(function () { say(tools, tools.dataset.copied); }, function () {
        window.getSelection().selectAllChildren(tools.querySelector(".cp-tools__address a"));
        say(tools, tools.dataset.marked);
      });
    },
    share: function (tools) {
      navigator.share({ title: document.title, text: tools.dataset.words || "", url: tools.dataset.address })
        .catch(function () { /* The reader has changed their mind. */ });
    },
    qr: function (tools, button) {
      var place = tools.querySelector(".cp-tools__code"), shown = place.firstChild;
      button.setAttribute("aria-expanded", String(!shown));
      if (shown) return shown.remove();
      var picture = make("img", "", place);
      picture.alt = place.dataset.alt;
      picture.width = picture.height = 288;
      picture.addEventListener("load", function () { picture.scrollIntoView({ block: "nearest" }); });
      picture.src = tools.dataset.codes + tools.parentElement.id + ".svg";
    },
    close: function (tools) { shut(tools, true); }
  };

  function shut(tools, back) {
    var link = tools.parentElement.querySelector("a.cp-permalink");
    tools.hidden = true;
    if (!link) return;
    link.setAttribute("aria-expanded", "false");
    if (back) link.focus();
  }

  function begin(tools) {
    tools.querySelector("[data-do=share]").hidden = !navigator.share;
    tools.addEventListener("click", function (event) {
      var button = event.target.closest("[data-do]");
      if (button) actions[button.dataset.do](tools, button);
    });
  }

  function offer(tools) {
    var label = document.getElementById("cp-address"), link = tools.querySelector(".cp-tools__address a");
    label.textContent = label.dataset.share;
    begin(tools);

    function open(promise, control) {
      if (tools.previousElementSibling === control && !tools.hidden) return shut(tools, false);
      shut(tools, false);
      control.after(tools);
      tools.dataset.address = address + "#" + promise.id;
      tools.dataset.words = promise.firstElementChild.textContent.trim();
      link.href = "#" + promise.id;
      link.textContent = tools.dataset.address;
      tools.setAttribute("aria-labelledby", control.getAttribute("aria-labelledby"));
      tools.querySelector(".cp-tools__code").replaceChildren();
      tools.querySelectorAll("[aria-expanded]").forEach(function (each) { each.setAttribute("aria-expanded", "false"); });
      say(tools, "");
      tools.hidden = false;
      control.setAttribute("aria-expanded", "true");
    }

    document.querySelectorAll("li.cp-promise[id] > a.cp-permalink").forEach(function (control) {
      asButton(control);
      control.addEventListener("click", function (event) {
        if (!isPlain(event)) return;
        event.preventDefault();
        open(control.parentElement, control);
      });
      control.parentElement.addEventListener("keydown", function (event) {
        if (event.key === "Escape" && tools.parentElement === control.parentElement && !tools.hidden) shut(tools, true);
      });
    });
  }

  var list = document.querySelector("a.cp-word-list");
  if (list && "popover" in HTMLElement.prototype) explain(list);
  document.querySelectorAll(".cp-tools").forEach(function (tools) {
    if (tools.id) return offer(tools);
    tools.dataset.address = address;
    tools.querySelector(".cp-tools__address a").textContent = address;
    tools.hidden = false;
    begin(tools);
  });
})();
