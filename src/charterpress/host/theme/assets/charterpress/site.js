/* Small help for pages that work without it. */
(function () {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");

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
