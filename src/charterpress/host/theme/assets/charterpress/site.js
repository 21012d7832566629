/* Small help for pages that work without it. */
(function () {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");

  /* The skip link takes the focus along, also where a screen reader asks for that. Only then: an article that can always
     have the focus would take it at each click in its text, and Tab would start again from its top. */
  var content = document.getElementById("cp-content"), skip = document.querySelector(".md-skip");
  if (content && skip) skip.addEventListener("click", function () {
    content.tabIndex = -1;
    content.focus();
    content.addEventListener("blur", function () { content.removeAttribute("tabindex"); }, { once: true });
  });

  /* On a small screen the list of contents starts closed. */
  var contents = document.querySelector(".cp-contents details");
  if (contents && window.matchMedia("(max-width: 63.99em)").matches) contents.open = false;

  /* A menu closes by Escape, which leads back to its button, and by a press anywhere else. */
  document.querySelectorAll("details.cp-menu").forEach(function (menu) {
    menu.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("click", function (event) { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  });
})();
