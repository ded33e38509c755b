"""The parts of a re-integratieverslag as files of their own, each as UWV takes them."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

from pikepdf import Pdf

from reintegratie_desktop.documents.attached import Unreadable, active_content, cleaned, open_pdf, picture_pdf, written
from reintegratie_desktop.documents.bundle_front import Front
from reintegratie_desktop.documents.bundle_model import (
    BundleFile,
    BundleSource,
    BundleStopped,
    FileKind,
    LooseFile,
    PartPlace,
)
from reintegratie_desktop.documents.picture import PictureError, smaller
from reintegratie_desktop.documents.shrink import cut, smaller_pdf
from reintegratie_desktop.text.i18n import _, speaking

_PNG = b"\x89PNG"


def make_loose(
    source: BundleSource,
    front_name: str,
    most: int,
    *,
    progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> tuple[LooseFile, ...]:
    """Return the pages in front as a file, and then every part; a part of more than `most` bytes is cut.

    Raises:
        BundleStopped: `stop` said so.
    """
    with speaking(source.cover.language):
        made: list[tuple[BundleFile, LooseFile, int]] = []
        for index, file in enumerate(source.files):
            if stop is not None and stop():
                raise BundleStopped
            made += [(file, loose, pages) for loose, pages in _files_of(file, most)]
            if progress is not None:
                progress(index + 1, len(source.files) + 1)
        places = []
        for file, loose, pages in made:
            digest = hashlib.sha256(loose.content).hexdigest()
            places.append(PartPlace(file.number, file.title, loose.name, digest, pages, 1, 1, is_apart=not pages))
        front = Front(source, loose=True).place(places)
        first = LooseFile(front_name, front.draw(source.logo))
        if stop is not None and stop():
            raise BundleStopped
        if progress is not None:
            progress(len(source.files) + 1, len(source.files) + 1)
    return (first, *(loose for _file, loose, _pages in made))


def _files_of(file: BundleFile, most: int) -> list[tuple[LooseFile, int]]:
    """Return a part as one file or more, each with its number of pages; 0 when nobody can count them."""
    content = file.make()
    if file.kind is FileKind.WORD:
        return [(LooseFile(file.file_name, content, is_too_large=len(content) > most), 0)]
    if file.kind is FileKind.PICTURE:
        return [_picture(file, content, most)]
    try:
        with open_pdf(content) as pdf:
            outside = file.kind is FileKind.PDF
            unclean = outside and bool(pdf.is_encrypted or pdf.get_warnings() or active_content(pdf))
        if unclean:
            content = cleaned(content)
        if len(content) > most:
            # What was filled in on a form must be part of the page before pages go their own way.
            content = cleaned(content) if outside and not unclean else content
            content = smaller_pdf(content, most) or content
        parts = cut(content, most)
        counts = [_count(part) for part in parts]
    except Unreadable:
        return [(LooseFile(file.file_name, content, is_too_large=len(content) > most), 0)]
    if len(parts) == 1:
        return [(LooseFile(file.file_name, parts[0], is_too_large=len(parts[0]) > most), counts[0])]
    stem, _dot, ending = file.file_name.rpartition(".")
    return [
        (
            LooseFile(
                _("{naam}_deel-{nr}-van-{alle}").format(naam=stem, nr=number, alle=len(parts)) + f".{ending}",
                part,
                is_too_large=len(part) > most,
            ),
            count,
        )
        for number, (part, count) in enumerate(zip(parts, counts, strict=True), 1)
    ]


def _count(content: bytes) -> int:
    with open_pdf(content) as pdf:
        return len(pdf.pages)


def _picture(file: BundleFile, content: bytes, most: int) -> tuple[LooseFile, int]:
    """Return a JPG as it is, and a PNG, which UWV does not take, as a PDF of one page."""
    if content.startswith(_PNG):
        try:
            pdf: Pdf = picture_pdf(content, file.title)
        except Unreadable:
            return LooseFile(file.file_name, content, is_too_large=len(content) > most), 0
        with pdf:
            paper = written(pdf)
        if len(paper) <= most:
            return LooseFile(file.file_name.removesuffix(".png") + ".pdf", paper), 1
        file = replace(file, file_name=file.file_name.removesuffix(".png") + ".jpg")
    if len(content) > most or content.startswith(_PNG):
        try:
            content = smaller(content, most)
        except PictureError:
            return LooseFile(file.file_name, content, is_too_large=True), 0
    return LooseFile(file.file_name, content), 1
