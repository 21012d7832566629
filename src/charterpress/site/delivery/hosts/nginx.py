"""Write `nginx.conf`, to be included in the `server` block of nginx; it is no part of the site."""

from __future__ import annotations

from charterpress.site.delivery.headers import FOR_A_YEAR, FOR_MINUTES, PACKED, Delivery

NAME = "nginx.conf"


def render(delivery: Delivery) -> str:
    """Return the file.

    `expires` and `error_page` stand in places of their own, and no `add_header` does: one of those would undo all
    that stand outside.
    """
    lines = ["# Written by charterpress at every build. Include it in the server block that serves the site."]
    lines += [f'add_header {name} "{value}" always;' for name, value in delivery.headers]
    lines += ["charset utf-8;", "charset_types text/css text/javascript application/javascript text/plain"]
    lines[-1] += " application/json application/xml image/svg+xml;"
    # It always packs HTML, and complains where that is named.
    lines += [
        "gzip on;",
        f"gzip_types {' '.join(kind for kind in PACKED if kind != 'text/html')} application/javascript;",
    ]
    lines += [f"expires {FOR_MINUTES}s;", f"error_page 404 {delivery.base}404.html;"]
    lines += [
        f"location ^~ {delivery.base}{folder} {{ error_page 404 {delivery.base}{page}; }}"
        for folder, page in delivery.lost
    ]
    lines += [f'location ~ "-[0-9a-f]{{10}}\\.woff2$" {{ expires {FOR_A_YEAR}s; }}']
    return "\n".join((*lines, ""))
