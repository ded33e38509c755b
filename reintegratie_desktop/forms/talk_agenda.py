"""The agenda of a talk: the sheet for on the table before it, and what the report says about its points after it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotFact, SnapshotField
from reintegratie_desktop.forms.advice import advice_on_hours, day_in_words, rows
from reintegratie_desktop.forms.buildup import is_past_start
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import options
from reintegratie_desktop.forms.rules_talk import first_name
from reintegratie_desktop.forms.talk_guides import CARD_LINES, GUIDES, cards_for, tells_it_anyway
from reintegratie_desktop.text.formatting import day_numeric, day_weekday, number
from reintegratie_desktop.text.i18n import N_, _

PLACES: Final = options(N_("Werk"), N_("Thuis (op verzoek)"), N_("Elders"), N_("Telefoon"), N_("Video"))
"""Where a talk can be."""

NOT_DISCUSSED: Final = "niet_besproken"
"""Under this name the extra of a report keeps the points that were not discussed."""


def agenda_extra(answers: Answers, context: Context | None = None) -> dict[str, Any]:
    """Return what the agenda sheet prints beside the points, translated.

    The lists `mag`, `nooit` and `zo` hold at most six short lines each; `zegt` says what to do and say when the
    employee tells something private. With a context the first name and the ceiling of the advice are in it.
    """
    name = first_name(context) if context else ""
    cards = cards_for(str(answers.get("soort") or ""), name)
    advice = advice_on_hours(context) if context else None
    most = advice.highest(context.today, context.today) if context and advice else None
    if context and advice and advice.day and most and not is_past_start(advice, context.today, context):
        line = _("Nooit meer uren dan het advies van {dag}: hoogstens {uren} per week.")
        cards["zo"] = [
            *cards["zo"][: CARD_LINES - 1],
            line.format(dag=day_in_words(advice.day, context.today), uren=number(most)),
        ]
    return {**cards, "zegt": tells_it_anyway()}


def agenda_snapshot(frozen: FormSnapshot, answers: Answers, context: Context | None = None) -> FormSnapshot:
    """Return a frozen talk as its agenda sheet: own title, the facts of the talk in the strip, and the cards."""
    guide = GUIDES.get(str(answers.get("soort") or ""))
    shared = as_day(answers.get("gedeeld"))
    purpose = [f"{_(guide.title)}.", _("Ongeveer {duur}.").format(duur=_(guide.duration))] if guide else []
    if shared:
        purpose.append(_("Deze agenda is vooraf gedeeld op {dag}.").format(dag=day_numeric(shared)))
    facts = [
        SnapshotFact(_("Werknemer"), frozen.employee),
        SnapshotFact(_("Datum en tijd"), _moment(answers.get("datum"))),
        SnapshotFact(_("Plaats"), _place(answers.get("plaats"))),
        SnapshotFact(_("Aanwezig"), ", ".join(str(row.get("naam") or "") for row in rows(answers.get("aanwezig")))),
    ]
    return replace(
        frozen,
        title=_("Gespreksagenda"),
        purpose=" ".join(purpose),
        facts=tuple(fact for fact in facts if fact.value),
        layout="agenda",
        draft=False,  # an agenda is meant to be handed over before the talk, while the report is still to be made
        journal_head="",
        extra={**agenda_extra(answers, context), "punten_werknemer": _own_points(frozen, answers, context)},
    )


def own_points(answers: Answers) -> list[str]:
    """Return what the employee wants to talk about: one point for each line."""
    lines = [line.strip(" –-\t") for line in str(answers.get("inbreng_wn") or "").splitlines()]
    return [line for line in lines if line]


def agenda_points(answers: Answers) -> list[str]:
    """Return the points of the agenda without empty lines."""
    known = answers.get("agenda")
    lines = [str(item).strip() for item in known] if isinstance(known, list) else []
    return [line for line in lines if line]


def mark_not_discussed(frozen: FormSnapshot, points: Sequence[str], answers: Answers, context: Context) -> FormSnapshot:
    """Return a frozen talk whose agenda says behind these points that they were not discussed.

    Only a point that still stands there as it was during the talk is marked: of a point that was changed or added
    afterwards nobody knows. A point of the employee is named in the agenda, because the employee's own words are not
    ours to write in. The points stay in `extra` under `niet_besproken`, for a next version of the paper.
    """
    listed = agenda_points(answers)
    lines = [_not_discussed(line) if line in points else line for line in listed]
    name = first_name(context) or frozen.employee
    own = [line for line in own_points(answers) if line in points and line not in listed]
    lines += [_not_discussed(_("Punt van {naam}: {punt}").format(naam=name, punt=line)) for line in own]

    def marked(field: SnapshotField) -> SnapshotField:
        is_agenda = field.key == "agenda" and bool(lines)
        return replace(field, answer=lines, state=FieldState.ANSWERED) if is_agenda else field

    sections = tuple(replace(part, fields=tuple(marked(field) for field in part.fields)) for part in frozen.sections)
    return replace(frozen, sections=sections, extra={**frozen.extra, NOT_DISCUSSED: list(points)})


def _not_discussed(point: str) -> str:
    return _("{punt} (niet besproken)").format(punt=point)


def _own_points(frozen: FormSnapshot, answers: Answers, context: Context | None) -> list[str]:
    """Return what the employee wants to talk about as points of the agenda."""
    name = (first_name(context) if context else "") or frozen.employee
    return [_("Punt van {naam}: {punt}").format(naam=name, punt=line) for line in own_points(answers)]


def _moment(value: object) -> str:
    text = str(value or "")
    if as_day(text) is None:
        return ""
    clock = text[text.index("T") + 1 :].replace(":", ".") if "T" in text else ""
    day = day_weekday(text, year=True)
    return f"{day}, {clock}" if clock else day


def _place(value: object) -> str:
    return next((_(option.label) for option in PLACES if option.value == value), "")
