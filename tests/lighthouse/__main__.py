"""Hold some pages of the built reference site against Lighthouse, on its mobile profile."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LEAST = {"accessibility": 100, "best-practices": 100, "performance": 95}
PAGES = (
    "",
    "charters/mutual-expectations/",
    "ur/charters/mutual-expectations/",
    "bn/charters/mutual-expectations/",
    "guidance/working-together/",
    "guides/parents-in-assessments/",
    "themes/participation/",
    "ur/glossary/",
    "search/?q=consent",
    "about/",
)


class Packing(SimpleHTTPRequestHandler):
    """Serve files as the hosts do for which charterpress writes settings: compressed, over connections that stay."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | None:
        """Send the headers of a file, and return what is in it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        kind, data = self.guess_type(path), path.read_bytes()
        text = kind.startswith("text/") or kind in {"application/json", "image/svg+xml"}
        data = gzip.compress(data, 6) if text else data
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(data)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
        """Say nothing."""


def measure(program: Path, address: str) -> dict[str, object]:
    """Return what Lighthouse says of a page."""
    browser = os.environ.get("CHARTERPRESS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), "")
    options = ["--quiet", "--output=json", f"--only-categories={','.join(LEAST)}"]
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    done = subprocess.run(
        [str(program), address, *options, flags],
        env={**os.environ, "CHROME_PATH": browser},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return dict(json.loads(done.stdout))


def failed_audits(report: dict[str, object], category: str) -> list[str]:
    """Return the audits that cost a category points, each with what it measured."""
    audits, categories = report["audits"], report["categories"]
    found = []
    for each in categories[category]["auditRefs"]:  # type: ignore[index]  # JSON of another program
        audit = audits[each["id"]]  # type: ignore[index]  # the same
        if each["weight"] and audit["score"] is not None and audit["score"] < 1:
            found.append(f"{each['id']} {audit.get('displayValue', '')}".strip())
    return found


def main() -> int:
    """Print the scores of each page, and what cost it points; return 1 where one is too low."""
    if not (SITE / "index.html").is_file():
        sys.exit("There is no site yet: run scripts/build.py first.")
    program = Path(
        os.environ.get("CHARTERPRESS_LIGHTHOUSE") or sys.exit("Run scripts/lighthouse.py, which sets up all.")
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    low = 0
    print(f"{'page':44}" + "".join(f"{name:>16}" for name in LEAST))
    for page in sys.argv[1:] or PAGES:
        report = measure(program, f"http://127.0.0.1:{server.server_port}/{page}")
        scores = {name: round(100 * report["categories"][name]["score"]) for name in LEAST}  # type: ignore[index]  # JSON
        print(f"/{page:43}" + "".join(f"{score:16}" for score in scores.values()), flush=True)
        for name, score in scores.items():
            if score < LEAST[name]:
                low += 1
                print(f"    {name}, at least {LEAST[name]}: {'; '.join(failed_audits(report, name))}")
    server.shutdown()
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
