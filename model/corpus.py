"""Reads a corpus folder of reviewed pages (WCXB's layout: ID.html.gz and ID.json) and what the Rust core says of them."""
import gzip
import hashlib
import json
import subprocess
from pathlib import Path
from urllib.parse import urlparse

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
TYPES = ("article", "forum", "documentation", "product", "listing", "collection", "service")


def site(page):
    return (urlparse(page["url"]).netloc or page["id"]).removeprefix("www.")


def fold(page):
    """All pages of a site are in one fold."""
    return int(hashlib.sha1(site(page).encode()).hexdigest(), 16) // 7 % FOLDS


def load(folder):
    pages = []
    for path in sorted(Path(folder).glob("*.json")):
        d = json.loads(path.read_text(encoding="utf-8"))
        page = {"id": d["id"], "url": d["url"] or "http://example.com/", "text": d["main_content"] or "",
                "type": {"category": "collection"}.get(d["page_type"], d["page_type"]), "path": path.with_suffix(".html.gz")}
        page["fold"] = fold(page)
        pages.append(page)
    return pages


def write_ndjson(pages, path):
    with open(path, "w", encoding="utf-8") as f:
        for page in pages:
            html = gzip.open(page["path"]).read().decode("utf-8", "replace")
            f.write(json.dumps({"id": page["id"], "url": page["url"], "html": html}) + "\n")


def disguise_ndjson(path, out, disguises):
    """The pages of an NDJSON file, each passed through the disguises."""
    with open(path, encoding="utf-8") as pages, open(out, "w", encoding="utf-8") as f:
        for page in map(json.loads, pages):
            for disguise in disguises:
                page["html"] = disguise(page["html"])
            f.write(json.dumps(page) + "\n")


def core(*arguments, **options):
    command = ["cargo", "run", "--quiet", "--release", "--features", "training", "--example", "training", "--", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=True, **options)


def read_rows(folder):
    folder = Path(folder)
    names = json.loads((folder / "names.json").read_text())
    lines = [json.loads(line) for line in open(folder / "pages.ndjson", encoding="utf-8")]
    blocks = np.fromfile(folder / "blocks.f32", "<f4").reshape(-1, len(names["block"]))
    wholes = np.fromfile(folder / "pages.f32", "<f4").reshape(-1, len(names["page"]))
    return names, lines, blocks, wholes
