/* On a small screen the list of contents starts closed. */
(function () {
  "use strict";
  var contents = document.querySelector(".cp-contents details");
  if (contents && window.matchMedia("(max-width: 63.99em)").matches) contents.open = false;
})();

/* The search box of Material opens by a label that a keyboard cannot reach; this button opens it. */
(function () {
  "use strict";
  var button = document.querySelector("[data-cp-search]");
  var toggle = document.getElementById("__search");
  if (!button || !toggle) return;
  var query = document.querySelector("[data-md-component=search-query]");
  button.hidden = false;
  button.addEventListener("click", function () {
    if (!toggle.checked) toggle.click();
    query.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && toggle.checked) {
      toggle.click();
      button.focus();
    }
  });
})();
