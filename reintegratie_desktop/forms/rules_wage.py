"""The rules of `loongegevens`: whatever the calculation of the wage refuses stands at the field it is about."""

from collections.abc import Iterator

from reintegratie_desktop.domain.wage.calculation import check_facts
from reintegratie_desktop.domain.wage.input import read_facts
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Field
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.rules import block, hint, number_of, numbered_rows
from reintegratie_desktop.forms.wage_data import (
    FROM_WEEKS,
    in_labels,
    known_facts,
    known_weeks,
    place_in,
    trials_over,
    wage_input,
)
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

_MEASURES = ("opschorting", "loonstop")


def refusals(fields: tuple[Field, ...]) -> Rule:
    """Make a rule: the wage can be computed from these answers. `fields` are those of the form."""

    def rule(answers: Answers, context: Context) -> Iterator[Finding]:
        asked = {field.key: field for field in fields if field.is_asked(answers, context)}
        given = {key: answers.get(key) for key in asked}
        if any(True for key, field in asked.items() for _problem in field.problems(given[key])):
            # What is not well formed is told at its field already.
            return
        if "vier_weken_vanaf" in asked and not is_filled(given["vier_weken_vanaf"]):
            return
        made = wage_input(given, fields, context)
        facts = known_facts(context)
        if not facts or not all(made.data.get(key) for key in ("geboortedatum", "werkpatroon", "loon")):
            return
        try:
            check_facts(read_facts({**facts, **made.data}), context.today)
        except KnownError as error:
            place = place_in(error.message, made, asked.values())
            if place:
                # What names no field of this form is about the case itself; the page of the wage tells it.
                yield block(place, in_labels(str(error), fields))

    return rule


def written_notice(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The employer tells at once and in writing that he holds wage back, and why."""
    source = _("BW 7:629 lid 7")
    for key in _MEASURES:
        for index, row in numbered_rows(answers, key):
            told, begins = as_day(row.get("meegedeeld_op")), as_day(row.get("van"))
            if begins is None:
                continue
            if told is None:
                yield hint(
                    f"{key}[{index}].meegedeeld_op",
                    _("Laat het direct schriftelijk weten, met de reden. Anders mag je het loon niet inhouden."),
                    source,
                )
            elif told > begins:
                yield hint(
                    f"{key}[{index}].meegedeeld_op",
                    _("Dit is later dan de eerste dag. Vraag advies over de dagen daarvoor."),
                    source,
                )


def agreed_holiday(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A sick day counts as vakantie only when the employee agrees to it."""
    if numbered_rows(answers, "vakantie"):
        yield hint(
            "vakantie",
            _("Een dag telt alleen als vakantie als je werknemer daarmee instemt. Leg dat per keer vast."),
            _("BW 7:637 lid 1"),
        )


def hours_without_wage(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Who gets other hours mostly gets another wage; a wage by the hour follows by itself."""
    rates = [row for _index, row in numbered_rows(answers, "loon")]
    begins = {row.get("van") for row in rates}
    for index, row in numbered_rows(answers, "werkpatroon_wijzigingen"):
        since = as_day(row.get("van"))
        held = [rate for rate in rates if since is not None and str(rate.get("van") or "") <= since.isoformat()]
        newest = max(held, key=lambda rate: str(rate.get("van") or ""), default={})
        if held and newest.get("per") != "uur" and row.get("van") not in begins:
            yield hint(
                f"werkpatroon_wijzigingen[{index}].van",
                _("Vanaf deze dag zijn er andere uren, maar het loon blijft gelijk. Klopt dat?"),
            )


def weeks_of_the_sheet(answers: Answers, context: Context) -> Iterator[Finding]:
    """Hours that come from the weekstaat are only as good as the weekstaat."""
    if answers.get("gewerkt_bron") != FROM_WEEKS:
        return
    if not known_weeks(context):
        yield hint(
            "gewerkt_bron",
            _("In de weekstaat staan nog geen gewerkte uren. Zodra ze er staan, rekenen we ze mee."),
        )
    for day in trials_over(context):
        sentence = _("Het werk was arbeidstherapeutisch tot en met {dag}. Na die dag rekenen we het als gewoon werk.")
        yield Finding(Level.HINT, "gewerkt_bron", sentence.format(dag=day_numeric(day)), opens="opbouwschema")


def agreed_waiting_days(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Waiting days only count when they were agreed in writing."""
    if number_of(answers, "wachtdagen"):
        yield hint(
            "wachtdagen",
            _("Wachtdagen gelden alleen als ze schriftelijk zijn afgesproken."),
            _("BW 7:629 lid 9"),
        )
