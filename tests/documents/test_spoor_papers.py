"""The papers of spoor 1 and 2: every answer stands on paper, in Dutch and in English, and all who sign have a frame."""

import io
import re
from typing import Any

import pikepdf
import pytest

from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import set_language
from tests.documents.papers import drafted, emptied
from tests.documents.reading import all_words, letters
from tests.forms.spoor_answers import EXAMPLES, full_context

SIGN = {
    "spoor1_onderzoek": 2, "spoor2_start": 3, "zoekprofiel": 1, "voortgangsrapportage": 3, "werkervaringsplaats": 3,
    "arbeidsdeskundig_onderzoek": 1,
}  # fmt: skip


def frozen(form: str) -> FormSnapshot:
    return freeze(
        flow(form),
        EXAMPLES[form],
        full_context(),
        frozen_at="2026-11-23T10:00:00",
        version=1,
        law_date="2025-10-27",
        case_number="2025-004",
        employer="Groothandel De Kist B.V.",
        employee="J. van Houten",
    )


def texts(value: Any) -> list[str]:
    """Return the texts that were typed somewhere in an answer, and its days as they print."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return [day_numeric(value)]
    is_typed = isinstance(value, str) and (" " in value or value[:1].isupper())
    return [value] if is_typed else []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", EXAMPLES)
def test_every_answer_stands_on_the_paper(form: str, language: str) -> None:
    set_language(language)
    snapshot = frozen(form)
    data = render(snapshot)
    read = letters(all_words(data))
    answered = [field for field in snapshot.fields() if field.state is FieldState.ANSWERED]
    assert len(answered) > 8
    for field in answered:
        for text in texts(field.answer):
            assert letters(text) in read, (field.key, text)
    for signature in snapshot.signatures:
        assert letters(signature.name) in read
    assert len(snapshot.signatures) == SIGN[form]
    assert all(signature.name for signature in snapshot.signatures)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("form", EXAMPLES)
def test_a_draft_and_an_empty_paper_print_too(form: str) -> None:
    assert "CONCEPT" in all_words(render(drafted(frozen(form))))
    assert "Niet ingevuld" not in all_words(render(emptied(frozen(form)), by_hand=True))


@pytest.mark.parametrize("form", EXAMPLES)
def test_no_paper_speaks_of_health(form: str) -> None:
    assert [hit.word for hit in find(all_words(render(frozen(form))))] == []
