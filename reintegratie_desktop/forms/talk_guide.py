"""What a talk guide is, and what holds for every talk. The guides themselves are in `talk_guides`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.text.i18n import N_, _


@dataclass(frozen=True)
class Point:
    """One point of an agenda, with one hint for who leads the talk."""

    text: str
    hint: str
    feeds: str = "werk_nu"
    """The question of the report that the notes at this point belong to."""
    asks: tuple[str, ...] = ()
    """Which of the questions of the guide fit this point best."""
    closes: bool = False
    """This point is about the next date: during the talk it comes last."""


@dataclass(frozen=True, kw_only=True)
class TalkGuide:
    """How to hold one kind of talk. All texts are Dutch message ids and may hold `{naam}`: show them with `spoken`."""

    key: str
    title: str
    goal: str
    when: str
    duration: str
    prepare: tuple[str, ...]
    agenda: tuple[Point, ...]
    may_ask: tuple[str, ...]
    """The most useful first: the agenda sheet prints the first few."""
    never_extra: tuple[str, ...]
    """What is never asked in this kind of talk, on top of `NEVER_ASK`."""
    do: tuple[str, ...]
    dont: tuple[str, ...]
    record: tuple[str, ...]
    """What is written down afterwards."""
    after: tuple[str, ...]
    """What happens next, and what the program does."""

    @property
    def never_ask(self) -> tuple[str, ...]:
        """Return everything that is never asked: the general list and what this talk adds."""
        return NEVER_ASK + self.never_extra

    def texts(self) -> Iterator[str]:
        """Yield every text of the guide."""
        yield from (self.title, self.goal, self.when, self.duration)
        for point in self.agenda:
            yield from (point.text, point.hint)
        for part in (self.prepare, self.may_ask, self.never_extra, self.do, self.dont, self.record, self.after):
            yield from part


def spoken(text: str, name: str = "") -> str:
    """Return a text of a guide in the language of the screen, with the first name of the employee in it."""
    return _(text).replace("{naam}", name or _("de werknemer"))


NEVER_ASK: Final = (
    N_("Wat heb je? Wat is er met je?"),
    N_("Waardoor komt het? Ligt het aan thuis?"),
    N_("Bij wie loop je? Wanneer moet je daarheen?"),
    N_("Wat krijg je daar, of wat neem je in?"),
    N_("Wat zei de bedrijfsarts precies?"),
    N_("Had je dit vaker? Zit het in de familie? Word je weer de oude?"),
    N_("Kun je niet gewoon even …?"),
    N_("Geef eens een cijfer: hoe voel je je vandaag?"),
    N_("Mag ik een briefje zien? Mag ik bellen met wie je helpt?"),
    N_("Komt er een kind? Heb je iets dat nooit meer overgaat?"),
)
"""What is never asked in any talk, the most tempting first."""

GENERAL_DO: Final = (
    N_("Laat {naam} eerst zelf een oplossing noemen."),
    N_("Luister, en vat samen wat je hoort."),
    N_("Vraag hoe het op het werk is, en bied hulp aan zonder naar redenen te vragen."),
    N_("Bewaak de grens: het gesprek gaat over werk, afspraken en mogelijkheden."),
    N_("Twijfel je ergens over? Leg het voor aan de bedrijfsarts of het bedrijfsmaatschappelijk werk."),
    N_("Sluit af met een datum. En zeg: eerder bellen mag altijd."),
)
"""What helps in every talk."""

GENERAL_DONT: Final = (
    N_("Doorvragen naar wat er precies aan de hand is, of naar thuis."),
    N_("Opschrijven wat niet over het werk gaat."),
    N_("Aandringen als iemand iets niet wil vertellen."),
)
"""What harms in every talk."""

TELLS_IT_ANYWAY: Final = N_(
    "Luister, bedank, vraag niet door, schrijf het niet op en vertel het niet verder. Zeg: ‘Dank je dat je het zegt. "
    "Ik schrijf dit niet op. Wat betekent het voor je werk, en wat heb je van mij nodig?’"
)
"""What to do and say when the employee tells something private."""

TELLS_IT_SHORT: Final = N_("Schrijf het niet op. Zeg: “Dank je dat je het zegt. Wat betekent het voor je werk?”")
"""The same on the card beside a talk, short enough to read in a glance."""

WHY_NOT: Final = (
    N_("Heb ik dit nodig voor het loon of voor de planning?"),
    N_("Gaat dit over het werk?"),
    N_("Is het antwoord twee keer nee? Dan vraag je het niet."),
)
"""The two questions to ask oneself when in doubt, and the answer."""

WRITE_ONLY: Final = N_("Alleen werk, afspraken en mogelijkheden.")
"""The line above every box for notes."""

NOT_WRITTEN: Final = N_("Hoe iemand zich voelt, of wat iemand vertelt over thuis. Ook niet als het uit zichzelf komt.")
"""What never belongs in a report."""
