"""Says in words that an earlier period of illness counts, and why: samentelling, BW 7:629 lid 10."""

from datetime import date
from typing import TYPE_CHECKING

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, Gap
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.step_views import SumLineView
from reintegratie_desktop.text.formatting import day_month, day_numeric
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader


def joined_line(reader: "CaseReader") -> str:
    """Return on one line from which day the weeks are counted, for the first page."""
    return _("Telt door vanaf {dag}").format(dag=_day(reader, reader.clock.eerste_ziektedag))


def joined_sentence(reader: "CaseReader") -> str:
    """Return which earlier reports count."""
    earlier = reader.chain.earlier
    day = _day(reader, reader.clock.eerste_ziektedag)
    return ngettext(
        "De ziekmelding van {dag} telt mee.", "De ziekmeldingen vanaf {dag} tellen mee.", len(earlier)
    ).format(dag=day)


def joined_why(reader: "CaseReader") -> str:
    """Return why an earlier period counts, and what that does to the dates."""
    told = [_fit_words(reader, gap) for gap in reader.clock.gaps]
    weeks = _limit(reader) // DAYS_IN_WEEK
    if told:
        told.append(
            _(
                "Dat is korter dan {weken} weken. Daarom is het voor de wet één ziektegeval: de weken tellen door."
            ).format(weken=weeks)
        )
        told.append(_("De dagen ertussen tellen niet mee."))
    else:
        told.append(_("De ene periode sluit aan op de andere. Daarom is het voor de wet één ziektegeval."))
    return " ".join(told)


def joined_sum(reader: "CaseReader") -> tuple[SumLineView, ...]:
    """Return the days that decide whether an earlier period counts."""
    lines = [SumLineView(_("Eerste ziektedag"), day_numeric(reader.clock.eerste_ziektedag))]
    for gap in reader.clock.gaps:
        fit = ngettext("{dagen} dag", "{dagen} dagen", gap.fit_days).format(dagen=gap.fit_days)
        lines.append(SumLineView(_("Hersteld vanaf"), day_numeric(gap.van)))
        lines.append(SumLineView(_("Opnieuw ziek"), day_numeric(gap.tot)))
        lines.append(SumLineView(_("Zo lang hersteld"), fit, strong=True))
    limit = ngettext("{dagen} dag", "{dagen} dagen", _limit(reader)).format(dagen=_limit(reader))
    lines.append(SumLineView(_("Een nieuw geval begint pas na"), limit))
    return tuple(lines)


def joined_source() -> str:
    """Return the article of the law."""
    return load_law().basis("samentelling").text


def gap_label(gap: Gap) -> str:
    """Return how a break is called on the time line."""
    if not gap.leave_days:
        return _("Hersteld")
    return _("Verlof en hersteld") if gap.fit_days else _("Verlof")


def _fit_words(reader: "CaseReader", gap: Gap) -> str:
    return ngettext(
        "{naam} was van {van} tot en met {tot} hersteld: {dagen} dag.",
        "{naam} was van {van} tot en met {tot} hersteld: {dagen} dagen.",
        gap.fit_days,
    ).format(naam=reader.first_name, van=_day(reader, gap.van), tot=_day(reader, gap.last), dagen=gap.fit_days)


def _limit(reader: "CaseReader") -> int:
    return load_law().on(reader.clock.eerste_ziektedag).days("samentelling_grens")


def _day(reader: "CaseReader", day: date) -> str:
    """Return a day in words, with its year when that is another one than now."""
    return day_month(day) if day.year == reader.today.year else f"{day_month(day)} {day.year}"
