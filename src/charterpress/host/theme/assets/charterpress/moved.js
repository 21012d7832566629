// A page that moved: what stands behind '#' in the old address goes along. Without scripts the new page opens at its top.
"use strict";
if (location.hash) {
  const link = document.querySelector("#cp-content a");
  document.querySelector('meta[http-equiv="refresh"]').remove();
  location.replace(link.href.split("#")[0] + location.hash);
}
