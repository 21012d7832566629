"""Write `.htaccess`, which Apache reads where its own settings let it."""

from __future__ import annotations

from charterpress.site.delivery.headers import FOR_A_YEAR, FOR_MINUTES, IN_UTF_8, PACKED, TYPES, Delivery

NAME = ".htaccess"


def render(delivery: Delivery) -> str:
    """Return the file; what needs a module is passed over where the module is not there."""
    lines = ["# Written by charterpress at every build; what you change here is lost."]
    lines.append(f"ErrorDocument 404 {delivery.base}404.html")
    for folder, page in delivery.lost:
        lines += [
            f'<If "%{{REQUEST_URI}} =~ m#^{delivery.base}{folder}#">',
            f"  ErrorDocument 404 {delivery.base}{page}",
            "</If>",
        ]
    lines += ["<IfModule mod_mime.c>", *(f"  AddType {kind} {ending}" for ending, kind in TYPES.items())]
    lines += [f"  AddCharset utf-8 {' '.join(IN_UTF_8)}", "</IfModule>"]
    # The directive is one of mod_filter, the filter one of mod_deflate.
    lines += ["<IfModule mod_filter.c>", "<IfModule mod_deflate.c>"]
    lines += [f"  AddOutputFilterByType DEFLATE {' '.join(PACKED)}", "</IfModule>", "</IfModule>"]
    lines += ["<IfModule mod_headers.c>"]
    lines += [f'  Header always set {name} "{value}"' for name, value in delivery.headers]
    lines += [f'  Header set Cache-Control "public, max-age={FOR_MINUTES}"']
    # Only the names of fonts tell what is in them.
    lines += ['  <FilesMatch "-[0-9a-f]{10}\\.woff2$">']
    lines += [
        f'    Header set Cache-Control "public, max-age={FOR_A_YEAR}, immutable"',
        "  </FilesMatch>",
        "</IfModule>",
    ]
    return "\n".join((*lines, ""))
