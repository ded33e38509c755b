"""The rules of the sick call: the first sick day, other periods of illness, and what a yes asks."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.rules import (
    block,
    hint,
    hours_of,
    law_days,
    number_of,
    warn,
    work_day_from,
    works_on,
)
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import N_, _

CONTACT_AFTER: Final = timedelta(days=3)
CONTACT_WITHIN: Final = timedelta(days=7)
"""Advice of the program, not of the law: call again within a week."""
FIRST_DAY: Final = N_("WIA art. 23 lid 2")
ADDING_UP: Final = N_("BW 7:629 lid 10")


def first_contact(context: Context) -> str:
    """Return the proposed day of the next contact: a few days on, and not in the weekend."""
    day = context.today + CONTACT_AFTER
    return work_day_from(day, None).isoformat()


def first_day(answers: Answers, context: Context) -> Iterator[Finding]:
    """The first sick day: not in the future, not outside the employment, and on a day this employee works."""
    day = as_day(answers.get("eerste_ziektedag"))
    if day is None:
        return
    paid = law_days("einde_loondoorbetaling_uiterlijk", day)
    if paid is None:
        yield block("eerste_ziektedag", _("Zo lang geleden rekent het programma niet. Kijk of het jaar klopt."))
        return
    pattern = context.get("werknemer", "werkpatroon")
    reported = as_day(answers.get("datum_melding"))
    if day > context.today:
        yield block(
            "eerste_ziektedag",
            _("Deze dag moet nog komen. De melding blijft bewaard; maak haar op die dag af."),
            _(FIRST_DAY),
        )
    elif reported is not None and day > reported and day != work_day_from(reported, pattern):
        yield block(
            "eerste_ziektedag",
            _("De eerste ziektedag ligt na de melding. Kijk beide datums na."),
            _(FIRST_DAY),
        )
    if not works_on(day, pattern):
        known = hours_of(pattern) is not None
        sentence = (
            _("Op {dag} werkt je medewerker niet volgens het werkpatroon. De eerste werkdag daarna is {werkdag}.")
            if known
            else _("{dag} valt in het weekend. Werkt je medewerker dan niet, kies dan {werkdag}.")
        ).format(dag=day_long(day), werkdag=day_long(work_day_from(day, pattern)))
        yield (warn if known else hint)("eerste_ziektedag", sentence, _("Regeling bepaling eerste werkdag art. 2"))
    started, ends = context.day("werknemer", "in_dienst"), context.day("werknemer", "einddatum")
    if context.get("werknemer", "contractsoort") in ("onbepaalde_tijd", "dga"):
        ends = None  # Kept from before the contract became permanent.
    if started is not None and day < started:
        yield block("eerste_ziektedag", _("Op deze dag was je medewerker nog niet in dienst."))
    if ends is not None and day > ends:
        yield warn("eerste_ziektedag", _("Het contract was op deze dag al afgelopen. Klopt de datum?"))
    elif ends is not None and ends <= day + timedelta(days=paid):
        yield hint(
            "eerste_ziektedag",
            _("Het contract loopt af op {dag}. Is je medewerker dan nog ziek, dan meld je dat die dag bij UWV.").format(
                dag=day_long(ends)
            ),
            _("ZW art. 38 lid 2"),
        )


def other_periods(answers: Answers, context: Context) -> Iterator[Finding]:
    """A new case cannot start inside another, and soon after another it is the same case."""
    day = as_day(answers.get("eerste_ziektedag"))
    if day is None:
        return
    limit = law_days("samentelling_grens", day)
    doubt_from, doubt_to = law_days("samentelling_twijfel_van", day), law_days("samentelling_twijfel_tot", day)
    if limit is None or doubt_from is None or doubt_to is None:
        return
    for period in context.get("zaak", "andere_perioden", []):
        start, fit = as_day(period.get("van")), as_day(period.get("hersteld_per"))
        if start is None or day < start:
            continue
        if fit is None or day < fit:
            yield block(
                "eerste_ziektedag",
                _("Er loopt al een ziekmelding vanaf {dag}. Open die, of meld je medewerker daar eerst beter.").format(
                    dag=day_long(start)
                ),
            )
            continue
        gap = (day - fit).days
        if doubt_from <= gap <= doubt_to:
            yield warn(
                "eerste_ziektedag",
                _(
                    "Dit zit op de grens: {dagen} dagen na het vorige herstel. Vraag de arbodienst of UWV of het één "
                    "ziektegeval is."
                ).format(dagen=gap),
                _(ADDING_UP),
            )
        if gap < limit:
            yield hint(
                "eerste_ziektedag",
                _(
                    "Je medewerker was {dagen} dagen hersteld. Dat is zo kort dat het één ziektegeval blijft, met "
                    "{dag} als eerste ziektedag. De dagen ertussen tellen niet mee."
                ).format(dagen=gap, dag=day_long(start)),
                _(ADDING_UP),
            )


def hours_on_first_day(answers: Answers, context: Context) -> Iterator[Finding]:
    """Who worked the whole day was not absent on it."""
    day, worked = as_day(answers.get("eerste_ziektedag")), number_of(answers, "uren_dag1")
    hours = hours_of(context.get("werknemer", "werkpatroon"))
    if day is not None and worked is not None and hours is not None and worked >= hours[day.weekday()] > 0:
        yield warn(
            "uren_dag1",
            _("De hele werkdag is gewerkt. Dan is de volgende werkdag de eerste ziektedag."),
            _(FIRST_DAY),
        )


def contact_soon(answers: Answers, context: Context) -> Iterator[Finding]:
    """Contact within a week keeps the thread; a report written down later counts from today."""
    reported, contact = as_day(answers.get("datum_melding")), as_day(answers.get("contact_datum"))
    if reported is not None and contact is not None and contact > max(reported, context.today) + CONTACT_WITHIN:
        yield warn("contact_datum", _("Dat duurt meer dan een week. Liever iets eerder, ook al is het kort."))


def follow_up(answers: Answers, _context: Context) -> Iterator[Finding]:
    """What a yes to one of the three questions asks of the employer."""
    if answers.get("vangnet") == "ja":
        yield hint(
            "vangnet",
            _("Meld dit ook bij UWV, want dan betaalt UWV mee. Welke regeling het is, schrijf je niet op."),
            _("ZW art. 38a"),
        )
    if answers.get("arbeidsongeval") == "ja":
        yield hint(
            "arbeidsongeval",
            _("Kijk of je het ongeval moet melden bij de Arbeidsinspectie. Zet het in de lijst met ongevallen."),
        )
    if answers.get("regres") == "ja":
        yield hint(
            "regres",
            _("Je kunt het loon dat je doorbetaalt misschien terugvragen. Bewaar de stukken apart van dit dossier."),
            _("BW 6:107a"),
        )
