"""Reading a finished paper back, as a person, a search field and a screen reader would."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2


def pages_text(data: bytes) -> list[str]:
    """Return the text of each page, as it is searched and copied."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def words(text: str) -> str:
    """Return a text with all white squeezed to single spaces, so that line breaks do not matter."""
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


def letters(text: str) -> str:
    """Return a text without any white, so that a break inside a long word does not matter."""
    return re.sub(r"[\s\u00a0\u00ad\u0002]+", "", text).replace("\ufffe", "-")


def all_words(data: bytes) -> str:
    """Return the whole paper as one line."""
    return words("\n".join(pages_text(data)))


def operators(data: bytes) -> Iterator[tuple[list[Any], str]]:
    """Yield every drawing operator of every page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                yield list(operands), str(operator)


def fonts(data: bytes) -> dict[str, bool]:
    """Return the fonts by name, and whether their letters are in the file."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                descriptor = font.get("/FontDescriptor")
                found[str(font.BaseFont)] = descriptor is not None and "/FontFile2" in descriptor
    return found


def elements(data: bytes) -> Iterator[tuple[int, str, pikepdf.Object]]:
    """Yield every element of the structure tree as (depth, tag, element)."""
    with pikepdf.open(io.BytesIO(data)) as pdf:

        def walk(element: pikepdf.Object, depth: int) -> Iterator[tuple[int, str, pikepdf.Object]]:
            yield depth, str(element.S).removeprefix("/"), element
            for child in element.get("/K", []):
                if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                    yield from walk(child, depth + 1)

        yield from walk(pdf.Root.StructTreeRoot.K, 0)


def laid_over(data: bytes, left: float, right: float) -> list[str]:
    """Return what is wrong with the places of the texts: those that run into each other, or past a margin.

    Only what is seen counts: not the hidden marks, not the outline letters of a draft.
    """
    found = []
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, start=1):
            boxes = [
                (*item.get_bounds(), index)
                for index, item in enumerate(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]))
                if pypdfium2.raw.FPDFTextObj_GetTextRenderMode(item.raw) == 0
            ]
            boxes = [box for box in boxes if box[2] - box[0] > 1]
            found += [
                f"page {number}: past the margin at {box[0]:.0f}-{box[2]:.0f}, {box[1]:.0f}"
                for box in boxes
                if box[0] < left or box[2] > right or box[1] < 20
            ]
            boxes.sort(key=lambda box: box[1])
            for place, one in enumerate(boxes):
                for two in boxes[place + 1 :]:
                    if two[1] >= one[3] - 2.2:
                        break
                    if min(one[2], two[2]) - max(one[0], two[0]) > 1 and min(one[3], two[3]) - two[1] > 2.2:
                        found.append(f"page {number}: two texts at {two[0]:.0f}, {two[1]:.0f}")
    finally:
        document.close()
    return found
