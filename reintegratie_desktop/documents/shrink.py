"""Files made to fit what UWV takes: scans with smaller pictures, and PDFs cut between two pages."""

import io
from collections.abc import Iterator
from typing import Final

from pikepdf import Dictionary, Name, Pdf, PdfImage, Stream
from PIL import Image

from reintegratie_desktop.documents.attached import BROKEN, Unreadable, open_pdf, written
from reintegratie_desktop.documents.picture import MOST_PIXELS

_WAYS: Final = ((2480, 75), (1754, 65), (1240, 50))
"""Longest side of a picture in pixels (A4 at 210, 150 and 105 an inch) and quality, from sharp to small."""
_SMALL: Final = 20_000
"""A picture of fewer bytes saves nothing."""


def smaller_pdf(content: bytes, most: int) -> bytes | None:
    """Return a PDF with its pictures made smaller, so that it has at most so many bytes; None when that fails.

    Raises:
        Unreadable: it cannot be opened.
    """
    for side, quality in _WAYS:
        with open_pdf(content) as pdf:
            try:
                for stream in _pictures(pdf):
                    _make_smaller(stream, side, quality)
                pdf.remove_unreferenced_resources()
                found = written(pdf)
            except BROKEN as error:
                raise Unreadable("broken") from error
        if len(found) <= most:
            return found
    return None


def _pictures(pdf: Pdf) -> Iterator[Stream]:
    for item in pdf.objects:
        if isinstance(item, Stream) and item.get("/Subtype") == Name.Image and len(item.read_raw_bytes()) > _SMALL:
            yield item


def _make_smaller(stream: Stream, side: int, quality: int) -> None:
    """Put a smaller picture in the place of a large one; one that PDF keeps in a way of its own stays as it is."""
    try:
        wide, high = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
        if stream.get("/ImageMask", False) or int(stream.get("/BitsPerComponent", 8)) != 8:
            return
        if wide * high > MOST_PIXELS:
            return
        shown = PdfImage(stream).as_pil_image()
    except (*BROKEN, OSError):
        return
    if shown.mode not in ("L", "RGB"):
        shown = shown.convert("RGB")
    scale = min(side / max(wide, high, 1), 1.0)
    if scale < 1.0:
        shown = shown.resize((max(1, round(wide * scale)), max(1, round(high * scale))), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=quality)
    if out.tell() >= len(stream.read_raw_bytes()):
        return
    stream.write(out.getvalue(), filter=Name.DCTDecode)
    stream.Width, stream.Height, stream.BitsPerComponent = shown.width, shown.height, 8
    stream.ColorSpace = Name.DeviceGray if shown.mode == "L" else Name.DeviceRGB
    for key in ("/Decode", "/DecodeParms"):
        if key in stream:
            del stream[key]


def cut(content: bytes, most: int) -> list[bytes]:
    """Return a PDF in parts of at most so many bytes, cut between pages; a page that is larger stays a part alone.

    Raises:
        Unreadable: it cannot be opened.
    """
    if len(content) <= most:
        return [content]
    parts: list[bytes] = []
    with open_pdf(content) as pdf:
        first, count = 0, len(pdf.pages)
        while first < count:
            size, found = 1, _pages(pdf, first, first + 1)
            step = max(1, (count - first) // 2)
            while step:
                if first + size + step <= count:
                    tried = _pages(pdf, first, first + size + step)
                    if len(tried) <= most:
                        size, found = size + step, tried
                        continue
                step //= 2
            parts.append(found)
            first += size
    return parts


def _pages(pdf: Pdf, first: int, end: int) -> bytes:
    with Pdf.new() as part:
        part.pages.extend(pdf.pages[first:end])
        for key in ("/Lang", "/ViewerPreferences"):
            if key in pdf.Root and not isinstance(pdf.Root[key], Dictionary):
                part.Root[key] = pdf.Root[key]
        part.remove_unreferenced_resources()
        return written(part)
