"""Finds citizen service numbers: eight or nine figures that pass the elfproef and are nothing else by their shape."""

import re
from typing import Final

from stdnum.nl import bsn

_RUN: Final = re.compile(r"(?<![\w.,/-])(\d{8,9})(?![\w])(?!,\d)(?![./-]\d)")
_GROUPS: Final = re.compile(
    r"(?<![\w.,/-])(?<!\d )(\d{3}([ .\-])\d{3}\2\d{3}|\d{4}([ .\-])\d{2}\3\d{3}|\d{4}([ .\-])\d{3}\4\d{2}"
    r"|\d{2}([ .\-])\d{3}\5\d{4}|\d{3}([ .\-])\d{2}\6\d{4}|\d{2}([ .\-])\d{2}\7\d{2}\7\d{3}|\d{4}([ .\-])\d{5})"
    r"(?![ .\-]?\d)(?!\w)(?!,\d)"
)
_NAMED: Final = re.compile(r"\b(?:bsn|burger\s?service\s?n\w*|sofi\s?-?n\w*|persoonsnummer)\W{0,4}(?:\w+\W+){0,4}$")
_OTHER: Final = re.compile(
    r"(?:order|bestel|factu|artikel|klant|polis|kvk|k\.v\.k|tel|telefoon|mobiel|bel|kenmerk|dossier|zaak"
    r"|case|rekening|iban|ticket|ref|referentie|btw|rsin|loonheffing|relatie|project|pakbon|serie|barcode|ean|personeels|case"
    r"|€|eur|#)\w*\W{0,4}(?:is|op|van|naar)?\W{0,3}$"
)
_DAY_FIRST: Final = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d")
_YEAR_FIRST: Final = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


def citizen_numbers(plain: str) -> list[tuple[int, int]]:
    """Return the places of citizen service numbers in a folded text.

    Telephone numbers, dates, amounts, and numbers that are named as something else (order, invoice, KvK) are left
    alone, unless the text calls the number a BSN.
    """
    found: list[tuple[int, int]] = []
    for pattern in (_RUN, _GROUPS):
        for hit in pattern.finditer(plain):
            figures = re.sub(r"\D", "", hit[1])
            before = plain[max(0, hit.start() - 40) : hit.start()]
            if not bsn.is_valid(figures):
                continue
            if _NAMED.search(before) or not (_is_something_else(figures) or _OTHER.search(before)):
                found.append(hit.span(1))
    return found


def _is_something_else(figures: str) -> bool:
    if figures.startswith("06") or len(figures) == 8:
        return figures.startswith("06") or bool(_DAY_FIRST.fullmatch(figures) or _YEAR_FIRST.fullmatch(figures))
    return False
