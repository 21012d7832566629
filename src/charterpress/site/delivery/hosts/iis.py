"""Write `web.config`, which the Internet Information Services (IIS) of Windows read."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from charterpress.site.delivery.headers import FOR_A_YEAR, FOR_MINUTES, IN_UTF_8, TYPES, Delivery

NAME = "web.config"


def render(delivery: Delivery) -> str:
    """Return the file; a kind of file that the server knows already is taken out first, or it would stop."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!-- Written by charterpress at every build. -->",
        "<configuration>",
    ]
    lines += ["  <system.webServer>", "    <httpProtocol><customHeaders>"]
    lines += [f"      <add name={quoteattr(name)} value={quoteattr(value)}/>" for name, value in delivery.headers]
    lines += ["    </customHeaders></httpProtocol>", "    <staticContent>", f"      {_kept(FOR_MINUTES)}"]
    for ending, kind in TYPES.items():
        full = f"{kind}; charset=utf-8" if ending in IN_UTF_8 else kind
        lines.append(f'      <remove fileExtension="{ending}"/><mimeMap fileExtension="{ending}" mimeType="{full}"/>')
    lines += ["    </staticContent>", '    <httpErrors errorMode="Custom" existingResponse="Auto">']
    lines += [
        '      <remove statusCode="404"/>',
        f'      <error statusCode="404" path="{delivery.base}404.html" responseMode="ExecuteURL"/>',
        "    </httpErrors>",
        "  </system.webServer>",
    ]
    for font in delivery.fonts:
        kept = f"<system.webServer><staticContent>{_kept(FOR_A_YEAR)}</staticContent></system.webServer>"
        lines.append(f"  <location path={quoteattr(font)}>{kept}</location>")
    return "\n".join((*lines, "</configuration>", ""))


def _kept(seconds: int) -> str:
    days, left = divmod(seconds, 86_400)
    time = f"{days}.{left // 3600:02}:{left // 60 % 60:02}:{left % 60:02}"
    return f'<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{time}"/>'
