/* Small help for pages that work without it. */
(function () {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");

  /* On a small screen the list of contents starts closed. */
  var contents = document.querySelector(".cp-contents details");
  if (contents && window.matchMedia("(max-width: 63.99em)").matches) contents.open = false;
})();
