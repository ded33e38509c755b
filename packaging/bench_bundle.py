#!/usr/bin/env python3
"""Measures the re-integratieverslag against the bare libraries in the same run, because machines differ.

1. a report of 60 pages with 20 files from outside, against pikepdf merging the same files straight: at most twice;
2. all papers of the example of two years, a page, against ReportLab writing as many words straight: at most 1.5 times.

python3 packaging/bench_bundle.py
"""

import hashlib
import io
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

PASSWORD = "een zin voor de meting 42"  # noqa: S105 - opens nothing but the file of this run
PAGES = 60
OUTSIDE = 20
TIMES = 9
MOST_MERGE = 2.0
MOST_PAGE = 1.5


def side_by_side(first: Callable[[], object], second: Callable[[], object], times: int = TIMES) -> tuple[float, float]:
    """Return the medians of two works that are done in turns, so that a busy machine slows both the same."""
    first()
    second()
    taken: tuple[list[float], list[float]] = ([], [])
    for _time in range(times):
        for work, seen in zip((first, second), taken, strict=True):
            began = time.perf_counter()
            work()
            seen.append(time.perf_counter() - began)
    return statistics.median(taken[0]), statistics.median(taken[1])


def photo(number: int) -> bytes:
    """Return a photo of a paper as a phone makes it: 12 megapixels, some megabytes."""
    from PIL import Image

    out = io.BytesIO()
    Image.effect_noise((3024, 4032), 20 + number).convert("RGB").save(out, "JPEG", quality=60)
    return out.getvalue()


def scan(number: int, pages: int) -> bytes:
    """Return a PDF as a scanner makes it: grey, 300 dots an inch."""
    import pikepdf
    from PIL import Image

    made = pikepdf.Pdf.new()
    for page in range(pages):
        out = io.BytesIO()
        Image.effect_noise((2480, 3508), 20 + number + page).save(out, "JPEG", quality=50)
        made.add_blank_page(page_size=(595, 842))
        image = pikepdf.Stream(made, out.getvalue())
        entries: dict[str, Any] = {
            "/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 2480, "/Height": 3508,
            "/ColorSpace": pikepdf.Name.DeviceGray, "/BitsPerComponent": 8, "/Filter": pikepdf.Name.DCTDecode,
        }  # fmt: skip
        for key, value in entries.items():
            image[key] = value
        shown = made.pages[-1].obj
        shown.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=made.make_indirect(image)))
        shown.Contents = made.make_indirect(pikepdf.Stream(made, b"q 595 0 0 842 0 0 cm /Im0 Do Q"))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def on_a_page(content: bytes) -> Any:
    """Put a photo on a page as it is."""
    import pikepdf
    from PIL import Image

    with Image.open(io.BytesIO(content)) as opened:
        wide, high = opened.size
    pdf = pikepdf.Pdf.new()
    image = pikepdf.Stream(pdf, content)
    entries: dict[str, Any] = {
        "/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": wide, "/Height": high,
        "/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8, "/Filter": pikepdf.Name.DCTDecode,
    }  # fmt: skip
    for key, value in entries.items():
        image[key] = value
    pdf.add_blank_page(page_size=(595, 842))
    page = pdf.pages[0].obj
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=pdf.make_indirect(image)))
    page.Contents = pdf.make_indirect(pikepdf.Stream(pdf, b"q 595 0 0 842 0 0 cm /Im0 Do Q"))
    return pdf


def straight(parts: list[bytes]) -> bytes:
    """Merge PDFs and photos with pikepdf and nothing else."""
    import pikepdf

    whole = pikepdf.Pdf.new()
    opened = [on_a_page(part) if part.startswith(b"\xff\xd8") else pikepdf.open(io.BytesIO(part)) for part in parts]
    for pdf in opened:
        whole.pages.extend(pdf.pages)
    out = io.BytesIO()
    whole.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for pdf in opened:
        pdf.close()
    return out.getvalue()


def merging(source: Any) -> dict[str, float]:
    """Measure a report whose papers are drawn already: what the report itself adds to merging."""
    from reintegratie_desktop.documents.bundle_model import BundleFile, FileKind
    from reintegratie_desktop.services import bundle

    outside: list[tuple[FileKind, bytes]] = [
        (FileKind.PICTURE, photo(number)) if number % 2 else (FileKind.PDF, scan(number, 2))
        for number in range(OUTSIDE)
    ]
    count = sum(1 if kind is FileKind.PICTURE else 2 for kind, _content in outside)
    files, papers = [], []
    for file in source.files:
        if count >= PAGES:
            break
        content = file.make()
        papers.append(content)
        files.append(replace(file, make=lambda content=content: content))
        count += len(__import__("pikepdf").open(io.BytesIO(content)).pages)
    for number, (kind, content) in enumerate(outside, 1):
        name = f"01-{number}_bijlage.{'jpg' if kind is FileKind.PICTURE else 'pdf'}"
        # The file of the program checks the fingerprint as it reads, so the report does not count it again.
        known = hashlib.sha256(content).hexdigest()
        files.append(
            BundleFile(f"1.{number}", "Bijlage", name, kind, lambda content=content: content, level=1, sha256=known)
        )
    whole = replace(source, files=tuple(files), rows=source.rows[:1])
    whole = replace(whole, rows=tuple(replace(row, files=(0,)) for row in whole.rows))
    parts = [content for _kind, content in outside]
    bare, ours = side_by_side(lambda: straight([*papers, *parts]), lambda: bundle.make(whole))
    made = bundle.make(whole)
    size = sum(len(content) for _kind, content in outside) / OUTSIDE / 1e6
    return {
        "pages": made.pages,
        "mb_a_file": size,
        "bare_ms": bare * 1000,
        "ours_ms": ours * 1000,
        "ratio": ours / bare,
    }


def drawing(source: Any) -> dict[str, float]:
    """Measure the papers of a report, a page, against ReportLab platypus with as many words on as many pages."""
    import pikepdf
    import pypdfium2
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from reintegratie_desktop.documents.bundle_model import FileKind
    from reintegratie_desktop.documents.styles import REGULAR, registered

    registered(REGULAR)
    papers = [file for file in source.files if file.kind is FileKind.PAPER]
    pages, texts = 0, []
    for file in papers:
        content = file.make()
        pages += len(pikepdf.open(io.BytesIO(content)).pages)
        document = pypdfium2.PdfDocument(content)
        texts.append([line for page in document for line in page.get_textpage().get_text_range().splitlines()])
        document.close()
    style = ParagraphStyle("gewoon", fontName=REGULAR, fontSize=10.5, leading=13)

    def bare() -> int:
        """Write every line of every paper as a paragraph, in a file for each paper."""
        count = 0
        for lines in texts:
            out = io.BytesIO()
            template = SimpleDocTemplate(out, pagesize=A4)
            template.build([Paragraph(line.replace("&", "&amp;").replace("<", "&lt;"), style) for line in lines])
            count += template.page
        return count

    bare_pages = bare()
    bare_s, ours_s = side_by_side(bare, lambda: [file.make() for file in papers], 5)
    bare_page, ours_page = bare_s / bare_pages * 1000, ours_s / pages * 1000
    return {"papers": len(papers), "pages": pages, "bare_ms_a_page": bare_page, "ours_ms_a_page": ours_page,
            "ratio": ours_page / bare_page}  # fmt: skip


def main() -> int:
    """Measure, print, and return 1 when something is slower than promised."""
    from reintegratie_desktop.services import bundle
    from reintegratie_desktop.services.examples import make_example_file
    from reintegratie_desktop.store.keys import KdfParams

    now = datetime(2026, 11, 23, 12, 0)
    with tempfile.TemporaryDirectory() as folder:
        desk = make_example_file(Path(folder) / "meting.reintegratie", PASSWORD, lambda: now, kdf=KdfParams.for_tests())
        case = min(desk.store.cases.all(), key=lambda case: case.eerste_ziektedag)
        source = bundle.gather(desk, case.id)
        desk.close()
    found = {"merging": merging(source), "drawing": drawing(source)}
    print(json.dumps(found, indent=1))
    fine = found["merging"]["ratio"] <= MOST_MERGE and found["drawing"]["ratio"] <= MOST_PAGE
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
