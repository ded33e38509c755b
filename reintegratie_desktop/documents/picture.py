"""Pictures that came in: what they are before they are decoded, and how they stand in a PDF without getting worse."""

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageOps

MOST_PIXELS: Final = 50_000_000
"""A picture with more is refused before it is decoded: it would fill the memory of a small computer."""

_JPEG: Final = b"\xff\xd8\xff"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_CHANNELS: Final = {0: 1, 2: 3, 3: 1}
_PNG_COLOURS: Final = {0: Name.DeviceGray, 2: Name.DeviceRGB}
_TURNED: Final = {1: 0, 3: 180, 6: 90, 8: 270}
_KEPT_SEGMENTS: Final = (0xE0, 0xEE)
_ADOBE, _COLOURS, _REMARK = 0xEE, 0xE2, 0xFE
_END_MARK: Final = re.compile(b"\xff\xd9")
"""Searched for as a pattern: over some megabytes that is twice as fast as looking for the two bytes."""
_QUALITIES: Final = (85, 75, 65, 50)
_SIDES: Final = (3508, 2480, 1754)
"""An A4 at 300, 210 and 150 pixels an inch."""


class PictureError(Exception):
    """A picture that cannot be used; `reason` is one of `broken`, `huge`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class PdfImage:
    """A picture as it stands in a PDF."""

    data: bytes
    size: tuple[int, int]
    entries: dict[str, Any] = field(default_factory=dict)
    rotate: int = 0
    """How far it is turned clockwise to stand upright: 0, 90, 180 or 270."""


def size_of(content: bytes) -> tuple[int, int]:
    """Return width and height without decoding.

    Raises:
        PictureError: it is no picture, or it has too many pixels.
    """
    with _opened(content) as image:
        return image.size


def check(content: bytes) -> None:
    """Decode a picture once, to know that all of it is there.

    Raises:
        PictureError: it has too many pixels (nothing was decoded then), or it is broken.
    """
    with _opened(content) as image:
        _load(image)


def _opened(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # We have a limit of our own, and it is lower.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
    except Image.DecompressionBombError as error:
        raise PictureError("huge") from error
    except (OSError, ValueError, SyntaxError, TypeError, struct.error, EOFError, IndexError) as error:
        raise PictureError("broken") from error
    if image.width * image.height > MOST_PIXELS:
        image.close()
        raise PictureError("huge")
    return image


def _load(image: Image.Image) -> None:
    try:
        image.load()
    except (OSError, ValueError, SyntaxError, TypeError, struct.error, EOFError, IndexError, zlib.error) as error:
        raise PictureError("broken") from error
    except MemoryError as error:
        raise PictureError("huge") from error


def as_pdf_image(content: bytes) -> PdfImage:
    """Return a picture for in a PDF: the same samples where PDF knows the way they are stored.

    Where a photo was taken and with what stays behind.

    Raises:
        PictureError: it cannot be read.
    """
    with _opened(content) as image:
        rotate = _TURNED.get(image.getexif().get(0x0112, 1), -1) if image.format in ("JPEG", "MPO") else 0
        if image.format in ("JPEG", "MPO") and image.mode in ("L", "RGB") and rotate >= 0:
            colours = Name.DeviceGray if image.mode == "L" else Name.DeviceRGB
            return PdfImage(bare_jpeg(content), image.size, _entries(image.size, colours, 8, Name.DCTDecode), rotate)
        if image.format == "PNG":
            straight = _straight_png(content)
            if straight is not None:
                return straight
        _load(image)
        flat = _flat(ImageOps.exif_transpose(image))
    colours = Name.DeviceGray if flat.mode == "L" else Name.DeviceRGB
    return PdfImage(zlib.compress(flat.tobytes(), 6), flat.size, _entries(flat.size, colours, 8, Name.FlateDecode))


def _flat(image: Image.Image) -> Image.Image:
    """Return a picture in grey or colour on white paper, without anything seen through."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode in ("1", "I;16", "I", "F"):
        return image.convert("L") if image.mode == "1" else image.point(lambda level: level / 256).convert("L")
    if image.mode in ("CMYK", "YCbCr", "LAB", "HSV"):
        return image.convert("RGB")
    layered = image.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    paper.alpha_composite(layered)
    return paper.convert("RGB")


def _entries(size: tuple[int, int], colours: Any, bits: int, how: Name) -> dict[str, Any]:  # noqa: ANN401 - PDF objects
    return {
        "/Type": Name.XObject,
        "/Subtype": Name.Image,
        "/Width": size[0],
        "/Height": size[1],
        "/ColorSpace": colours,
        "/BitsPerComponent": bits,
        "/Filter": how,
    }


def _straight_png(content: bytes) -> PdfImage | None:
    """Return a PNG whose samples PDF can read as they are stored; None when something is seen through or woven."""
    width, height, bits, colour, _pack, _filter, woven = struct.unpack(">IIBBBBB", content[16:29])
    chunks = list(_chunks(content))
    if woven or colour not in _PNG_CHANNELS or bits > 8 or any(name == b"tRNS" for name, _data in chunks):
        return None
    samples = b"".join(data for name, data in chunks if name == b"IDAT")
    if not _is_whole(samples, height * ((width * bits * _PNG_CHANNELS[colour] + 7) // 8 + 1)):
        return None
    colours: Any = _PNG_COLOURS.get(colour)
    if colours is None:
        palette = b"".join(data for name, data in chunks if name == b"PLTE")
        colours = Array([Name.Indexed, Name.DeviceRGB, len(palette) // 3 - 1, String(palette)])
    entries = _entries((width, height), colours, bits, Name.FlateDecode)
    entries["/DecodeParms"] = Dictionary(
        Predictor=15, Colors=_PNG_CHANNELS[colour], BitsPerComponent=bits, Columns=width
    )
    return PdfImage(samples, (width, height), entries)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place + 12 <= len(content):
        length, name = struct.unpack(">I4s", content[place : place + 8])
        yield name, content[place + 8 : place + 8 + length]
        place += length + 12
        if name == b"IEND":
            return


def _is_whole(packed: bytes, size: int) -> bool:
    """Tell whether packed samples unpack to exactly so many bytes, without keeping them."""
    unpack, seen, rest = zlib.decompressobj(), 0, packed
    try:
        while rest and seen <= size:
            seen += len(unpack.decompress(rest, 1 << 20))
            rest = unpack.unconsumed_tail
    except zlib.error:
        return False
    return seen == size and unpack.eof


def bare_jpeg(content: bytes) -> bytes:
    """Return a JPEG with its picture only: no place, no camera, no small copy, nothing behind its end."""
    kept, place = [content[:2]], 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == 0xDA:
            end = _end_of_scans(content, place)
            whole = sum(map(len, kept)) + end - place == len(content)
            return content if whole else b"".join([*kept, content[place:end]])
        end = place + 2 + struct.unpack(">H", content[place + 2 : place + 4])[0]
        told = 0xE0 <= marker <= 0xEF or marker == _REMARK
        is_profile = marker == _COLOURS and content[place + 4 : place + 15] == b"ICC_PROFILE"
        if not told or marker in _KEPT_SEGMENTS or is_profile:
            kept.append(content[place:end])
        place = end
    return content


def _end_of_scans(content: bytes, place: int) -> int:
    """Return where the picture that begins here ends: behind its end mark, or at the end of the file."""
    # Nearly always the first end mark is the last: then there is no need to walk through every part of it.
    found = _END_MARK.search(content, place)
    if found is not None and not content[found.end() :].strip(b"\x00\r\n "):
        return found.end()
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            return len(content)
        marker = content[place + 1]
        if marker == 0xD9:
            return place + 2
        if marker in (0x00, 0xFF) or 0xD0 <= marker <= 0xD8 or marker == 0x01:
            place += 1 if marker == 0xFF else 2
        elif place + 4 <= len(content):
            place += 2 + struct.unpack(">H", content[place + 2 : place + 4])[0]
        else:
            return len(content)


def tail(content: bytes) -> bytes:
    """Return what stands behind the end of a picture; another file can hide there."""
    if content.startswith(_PNG):
        place = len(_PNG)
        while place + 12 <= len(content):
            length, name = struct.unpack(">I4s", content[place : place + 8])
            place += length + 12
            if name == b"IEND":
                return content[place:]
        return b""
    if content.startswith(_JPEG):
        place = 2
        while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != 0xDA:
            place += 2 + struct.unpack(">H", content[place + 2 : place + 4])[0]
        return content[_end_of_scans(content, place) :] if place + 4 <= len(content) else b""
    return b""


def smaller(content: bytes, most: int) -> bytes:
    """Return a picture as a JPEG of at most so many bytes, as sharp as that allows.

    Raises:
        PictureError: it cannot be read, or never gets that small.
    """
    with _opened(content) as image:
        _load(image)
        flat = _flat(ImageOps.exif_transpose(image))
    for side in (max(flat.size), *_SIDES):
        if side > max(flat.size):
            continue
        scale = side / max(flat.size)
        shown = flat if scale == 1 else flat.resize(
            (max(1, round(flat.width * scale)), max(1, round(flat.height * scale))), Image.Resampling.LANCZOS
        )  # fmt: skip
        for quality in _QUALITIES:
            out = io.BytesIO()
            shown.save(out, "JPEG", quality=quality, optimize=False)
            if out.tell() <= most:
                return out.getvalue()
    raise PictureError("huge")
