"""What the three letters about wage share: the facts, the expert opinion, and what is checked before they are printed.

The law knows two measures that must never be mixed in one letter: opschorting (a broken control rule; the wage is paid
later) and loonstop (a re-integration duty that was not met; the wage over that time is lost).
"""

from typing import Final

from reintegratie_desktop.forms import letter_carry
from reintegratie_desktop.forms.conditions import Condition
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Day,
    Field,
    Need,
    Reference,
    Table,
    Text,
    Tick,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.text.i18n import N_

CONTROL: Final = "controlevoorschrift"
DUTY: Final = "re_integratieplicht"
SUSPEND: Final = "opschorten"
STOP: Final = "stopzetten"
EXPERT: Final = N_("deskundigenoordeel")
"""The word that stands in every letter about wage."""


def facts_field(*, carried: bool) -> Table:
    """Return the table of what happened; `carried` begins with the facts of the warning."""
    return Table(
        key="feiten",
        label=N_("Wat er is gebeurd"),
        ask=N_("Wat is er gebeurd, en op welke dag?"),
        help=N_("Alleen wat je zelf zag of hoorde, met de dag erbij. Geen oordeel."),
        why=N_("Met dagen en feiten kan een ander nagaan wat er is gebeurd."),
        need=Need.REQUIRED,
        row_name=N_("feit"),
        title_column="feit",
        columns=(
            Day(key="datum", label=N_("Datum"), need=Need.REQUIRED),
            Text(key="feit", label=N_("Feit"), need=Need.REQUIRED, max_length=300, guard=True),
        ),
        derive=letter_carry.facts_of_warning if carried else None,
    )


def expert_field() -> YesNo:
    """Return the question whether the letter names the expert opinion; it always does."""
    return YesNo(
        key="do_hint",
        label=N_("Deskundigenoordeel genoemd"),
        ask=N_("Noemt de brief het deskundigenoordeel van UWV?"),
        help=N_("Dat is de weg die je medewerker heeft als jullie het niet eens zijn."),
        need=Need.REQUIRED,
        by=By.APP,
        default=True,
        must_be=True,
        must_be_hint=N_("De brief noemt altijd het deskundigenoordeel. Kies ja."),
    )


def warning_field() -> Reference:
    """Return the link to the warning that went before."""
    return Reference(
        key="waarschuwing",
        label=N_("Waarschuwing van"),
        ask=N_("Op welke waarschuwing volgt deze brief?"),
        help=N_("Eerst waarschuwen, dan pas een maatregel. De nieuwste waarschuwing staat al ingevuld."),
        need=Need.REQUIRED,
        by=By.APP,
        to=letter_carry.WARNING,
        default=lambda context: letter_carry.newest(letter_carry.WARNING, context),
    )


def starts_field(label: str, ask: str) -> Day:
    """Return the day on which a measure begins: the date of the letter, or later."""
    return Day(
        key="ingang",
        label=label,
        ask=ask,
        help=N_("Nooit voor de datum van de brief."),
        need=Need.REQUIRED,
        derive=_sending_day,
    )


def _sending_day(answers: Answers, _context: Context) -> str | None:
    sent = answers.get("verzenddatum")
    return sent if isinstance(sent, str) and sent else None


def checks_step(*fields: Field, source: str) -> Step:
    """Return the page with what is checked before the letter is printed; it stays in the file of the employer."""
    return Step(
        key="nakijken",
        title=N_("Eerst nakijken"),
        question=N_("Mag deze brief weg? Loop deze punten na voor je afdrukt."),
        why=N_("Een brief over loon die te vroeg komt of niet klopt, maakt de maatregel ongedaan."),
        example=N_("“Op maandag gebeld en gesproken. De regel staat in het protocol, artikel 4.”"),
        not_written=N_("Wat iemand vertelde dat niet over het werk gaat."),
        source=source,
        sections=(Section(key="nakijken", title=N_("Nagekeken voor het versturen"), fields=fields),),
    )


def advice_check(*, when: Condition | None = None, not_asked: str = "") -> Choice:
    """Return the question whether there is advice of the bedrijfsarts."""
    return Choice(
        key="check_advies",
        label=N_("Advies van de bedrijfsarts"),
        ask=N_("Is er een advies van de bedrijfsarts over wat kan?"),
        help=N_("Gaat het alleen om een controlevoorschrift, dan is een advies niet nodig."),
        need=Need.REQUIRED,
        options=options_of(("ja", N_("Ja")), ("nee", N_("Nee")), ("niet_nodig", N_("Niet nodig"))),
        printed=False,
        when=when,
        not_asked=not_asked,
    )


def heard_check() -> YesNo:
    """Return the question whether the employee could tell the own side."""
    return YesNo(
        key="check_gehoord",
        label=N_("Werknemer gehoord"),
        ask=N_("Heb je je medewerker zelf gesproken over wat er is gebeurd?"),
        help=N_("Soms is er een goede reden die je nog niet kent."),
        need=Need.REQUIRED,
        printed=False,
    )


def rule_check() -> YesNo:
    """Return the question whether the rule stands on paper."""
    return YesNo(
        key="check_regel",
        label=N_("Regel staat op papier"),
        ask=N_("Staat de regel of afspraak op papier, en kent je medewerker die?"),
        help=N_("In het verzuimprotocol, het plan van aanpak of een brief."),
        need=Need.REQUIRED,
        printed=False,
    )


def legal_check() -> Tick:
    """Return the box for legal advice: not needed, and wise."""
    return Tick(
        key="juridisch_advies",
        label=N_("Juridisch advies gevraagd"),
        ask=N_("Heb je iemand met kennis van arbeidsrecht laten meelezen?"),
        help=N_("Niet verplicht, wel verstandig. Een fout kost al snel meer dan het advies."),
        printed=False,
    )
