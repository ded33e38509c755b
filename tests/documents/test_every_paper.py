"""Every paper of every example case, in Dutch and in English: made and read back, nothing lost."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.letters import LAYOUT, OUTSIDE, TEXT, table_at
from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotField
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Choice, Field, Many, Rows, Table
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import KEYS, flow
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.forms.letter_text import tables_in
from reintegratie_desktop.text.formatting import day_long, day_numeric, money, number
from reintegratie_desktop.text.i18n import set_language
from tests.documents.reading import all_words, letters
from tests.example_file import example_file
from tests.forms.spoor_answers import full_context

TYPED = {"text", "long_text", "lines", "computed"}
CHOSEN = {"choice", "many"}
DRAWN = {"chart_hours"}
"""A chart is no text; what it shows stands in the rows of the same paper."""
ELSEWHERE = {"kopie_aan"}
"""Who gets a copy stands in the table at the end, by role."""


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _flat(item)
    elif isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, str):
        yield from value.splitlines()


def _number(text: str) -> str:
    return number(Decimal(text)) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def expected(field: SnapshotField, answer: Any) -> Iterator[str]:
    """Yield every piece of an answer as a reader has to find it on paper."""
    if answer in (None, "", [], {}) or field.kind in DRAWN or field.key in ELSEWHERE:
        return
    if field.columns:
        for row in answer:
            for column in field.columns:
                yield from expected(column, row.get(column.key))
    elif field.kind in CHOSEN:
        labels = {option.value: option.label for option in field.options}
        for value in answer if isinstance(answer, list) else [answer]:
            yield labels.get(value, value)
    elif field.kind in {"number", "percent"}:
        yield _number(answer)
    elif field.kind == "amount":
        yield money(Decimal(answer))
    elif field.kind == "day":
        yield day_numeric(date.fromisoformat(answer))
    elif field.kind == "day_time":
        yield day_numeric(datetime.fromisoformat(answer).date())
        yield f"{datetime.fromisoformat(answer):%H.%M}"
    elif field.kind == "time":
        yield answer.replace(":", ".")
    elif field.kind == "limited":
        yield from _flat(answer.get("toelichting"))
    elif field.kind == "attachment":
        yield answer["naam"]
    elif field.kind == "reference":
        if answer["datum"]:
            yield day_numeric(date.fromisoformat(answer["datum"]))
    elif field.kind == "person":
        yield from (str(answer.get(part, "")) for part in ("naam", "functie"))
    elif not isinstance(answer, bool):
        assert field.kind in TYPED, field.kind
        yield from _flat(answer)


LETTERHEAD = {"onderwerp", "kenmerk", "afzender", "ontvanger", "ondertekenaar", "bijlagen", "kopie", "verzendwijze"}


def pieces(snapshot: FormSnapshot) -> Iterator[tuple[SnapshotField, str]]:
    """Yield every piece of every answer a reader has to find on a paper.

    A letter is not its form: it prints its head, its text, and the tables that have a line in that text. What somebody
    else answered stands in the text, or was taken out of it by hand.
    """
    answered = [field for field in snapshot.fields() if field.state is FieldState.ANSWERED]
    if snapshot.layout != LAYOUT:
        yield from ((field, piece) for field in answered for piece in expected(field, field.answer))
        return
    text = next(str(field.answer) for field in answered if field.key == TEXT)
    shown = LETTERHEAD | set(snapshot.extra[OUTSIDE]["kop"]) | set(tables_in(text))
    for field in answered:
        if field.key == TEXT:
            yield from ((field, line) for line in text.splitlines() if not table_at(line))
        elif field.key in shown and field.kind == "day":
            yield field, day_long(field.answer).split(" ", 1)[1]
        elif field.key in shown:
            yield from ((field, piece) for piece in expected(field, field.answer))


def check(snapshot: FormSnapshot) -> int:
    """Print a paper, read it back and return how many pieces of answers were found; all of them have to be."""
    set_language(snapshot.language)
    data = render(snapshot)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == [], snapshot.form
    text = letters(all_words(data)).casefold()
    found = 0
    for field, piece in pieces(snapshot):
        assert letters(piece).casefold() in text, (snapshot.form, snapshot.made_on, field.key, piece)
        found += 1
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_answer_of_every_paper_of_the_examples_is_read_back(language: str, tmp_path: Path) -> None:
    set_language(language)
    desk = example_file(tmp_path / "v.reintegratie", lambda: datetime(2026, 11, 23, 21, 47))
    papers = [desk.papers.printed(view.id) for case in desk.store.cases.all() for view in desk.papers.views(case.id)]
    desk.close()
    assert len(papers) > 100
    assert {snapshot.language for snapshot in papers} == {language}
    assert sum(check(snapshot) for snapshot in papers) > 5000


class Filler:
    """Fills any declared form with an answer for every field, each text with a word of its own."""

    def __init__(self) -> None:
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"Woord{self.count}"

    def answer(self, field: Field, context: Context) -> Any:
        kind = field.kind
        if isinstance(field, Table | Rows):
            return [{column.key: self.answer(column, context) for column in field.columns} for _row in range(2)]
        if isinstance(field, Choice | Many):
            values = [
                option.value
                for option in (field.options if isinstance(field, Choice) else field.options_for({}, context))
            ][:2]
            return values if isinstance(field, Many) else next(iter(values), None)
        match kind:
            case "text" | "long_text":
                return f"Afspraak over werk, {self.word()}."
            case "lines":
                return [self.word(), self.word()]
            case "day":
                return "2026-11-02"
            case "day_time":
                return "2026-11-02T10:30"
            case "time":
                return "10:30"
            case "number" | "percent":
                return "7.5"
            case "amount":
                return "1234.50"
            case "yes_no" | "tick":
                return True
            case "person":
                return {"naam": self.word(), "functie": self.word()}
            case "limited":
                return {"beperkt": True, "toelichting": self.word()}
            case "reference":
                return {"soort": "gesprek", "versie": "1", "datum": "2026-11-02"}
            case _:
                return None


OF_A_CASE = [key for key in KEYS if flow(key).scope is Scope.CASE]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", OF_A_CASE)
def test_every_declared_form_prints_every_answer(key: str, language: str) -> None:
    set_language(language)
    context, filler = full_context(), Filler()
    # The words of a letter follow from its other answers, as long as nobody types in them.
    answers = {field.key: filler.answer(field, context) for field in flow(key).fields if field.key != TEXT}
    given = {name: answer for name, answer in answers.items() if answer is not None}
    snapshot = freeze(
        flow(key),
        flow(key).computed(given, context),
        context,
        frozen_at="2026-11-23T10:00:00",
        version=1,
        law_date="2025-10-27",
        case_number="2025-004",
        employer="Groothandel De Kist B.V.",
        employee="J. van Houten",
    )
    assert check(snapshot) >= 2
