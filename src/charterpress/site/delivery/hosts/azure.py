"""Write `staticwebapp.config.json`, which Azure Static Web Apps reads."""

from __future__ import annotations

import json

from charterpress.site.delivery.headers import FOR_A_YEAR, FOR_MINUTES, IN_UTF_8, TYPES, Delivery

NAME = "staticwebapp.config.json"


def render(delivery: Delivery) -> str:
    """Return the file; one page for lost addresses is all that this host has room for."""
    kinds = {ending: f"{kind}; charset=utf-8" if ending in IN_UTF_8 else kind for ending, kind in TYPES.items()}
    lasting = {"Cache-Control": f"public, max-age={FOR_A_YEAR}, immutable"}
    settings = {
        "globalHeaders": {**dict(delivery.headers), "Cache-Control": f"public, max-age={FOR_MINUTES}"},
        "mimeTypes": kinds,
        "responseOverrides": {"404": {"rewrite": "/404.html"}},
        "routes": [{"route": f"/{font}", "headers": lasting} for font in delivery.fonts],
        "trailingSlash": "auto",
    }
    return json.dumps(settings, indent=2) + "\n"
