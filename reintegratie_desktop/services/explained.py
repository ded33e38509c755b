"""The explanations of `domain.explanations`, translated and with the amounts of a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reintegratie_desktop.domain.explaining import Explained, Paragraph
from reintegratie_desktop.domain.explanations import EXPLANATIONS
from reintegratie_desktop.law.book import Law, load_law
from reintegratie_desktop.law.parameters import DatedValue
from reintegratie_desktop.text.formatting import day_numeric, money, number
from reintegratie_desktop.text.i18n import N_, _

_WORDS = {"ja": N_("Ja"), "nee": N_("Nee"), "alle": N_("alle")}


@dataclass(frozen=True)
class Explanation:
    """One explanation, ready to show."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    source: str
    """The articles and pages in one line, with the day on which the amounts were checked."""


def explanations(place: str, today: date) -> tuple[Explanation, ...]:
    """Return what is explained at a place (`domain.explaining.PLACES`), with the values of today."""
    law = load_law()
    return tuple(_shown(one, today, law) for one in EXPLANATIONS.values() if place in one.places)


def explanations_of_point(rule: str, today: date, *, asked: bool) -> tuple[Explanation, ...]:
    """Return what is explained at a point of the check; `asked` tells whether something is asked there."""
    law = load_law()
    wanted = (one for one in EXPLANATIONS.values() if rule in one.points and (asked or not one.while_asked))
    return tuple(_shown(one, today, law) for one in wanted)


def _shown(one: Explained, today: date, law: Law) -> Explanation:
    used: list[DatedValue] = []
    paragraphs = tuple(_paragraphs(one, today, law, used))
    source = "; ".join(law.sources[source].cite(lid) for source, lid in one.sources)
    if used:
        checked = day_numeric(min(value.checked_on for value in used))
        source = _("{bron}. Nagekeken op {dag}.").format(bron=source, dag=checked)
        if any(value.to_check for value in used):
            source = _("{bron} Kijk na of dit nog klopt.").format(bron=source)
    return Explanation(one.id, _(one.title), paragraphs, source)


def _paragraphs(one: Explained, today: date, law: Law, used: list[DatedValue]) -> Iterator[str]:
    """Yield the paragraphs; one that would name a value nobody knows today is left out, and that is said."""
    unknown = False
    for paragraph in one.paragraphs:
        values = _values(paragraph, today, law, used)
        if values is None:
            unknown = True
        else:
            yield _(paragraph.text).format(**values)
    doubt = law.doubts.get(one.doubt)
    if doubt is not None:
        yield _("De wet laat hier ruimte. {vraag} {keuze}").format(vraag=_(doubt.question), keuze=_(doubt.default))
    if unknown:
        yield _("Een bedrag voor vandaag staat in geen bron. Kijk het na bij de Belastingdienst of UWV.")


def _values(paragraph: Paragraph, today: date, law: Law, used: list[DatedValue]) -> dict[str, str] | None:
    found: dict[str, str] = {}
    rules = law.on(today)
    for name in paragraph.values:
        value = rules.get(name)
        if value is None:
            return None
        used.append(value)
        found[name] = _written(value.value, law.parameters[name].unit)
    return found


def _written(value: int | Decimal | str | date, unit: str) -> str:
    if isinstance(value, str):
        return _(_WORDS.get(value, value))
    if isinstance(value, date):
        return day_numeric(value)
    return money(Decimal(value)) if unit == "euro" else number(Decimal(value))
