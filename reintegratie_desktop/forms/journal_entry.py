"""A line somebody writes in the journal: what kinds there are, and what is checked."""

from collections.abc import Iterator, Mapping
from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Option
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.rules import block, hint, warn
from reintegratie_desktop.text.i18n import N_, _

FACTS: Final = "logboekfeiten"
"""Where the file tells what time it is (`nu`, an ISO date with time)."""
CORRECTION: Final = "correctie"
KINDS: Final = (
    Option("melding", N_("Melding")),
    Option("contact", N_("Contact")),
    Option("gesprek", N_("Gesprek")),
    Option("document", N_("Papier")),
    Option("afspraak_spreekuur", N_("Afspraak spreekuur")),
    Option("advies_ontvangen", N_("Advies ontvangen")),
    Option("brief", N_("Brief")),
    Option("uren", N_("Uren")),
    Option("deadline", N_("Afgevinkt")),
    Option(CORRECTION, N_("Verbetering")),
    Option("overdracht", N_("Afgegeven")),
)
"""Every kind of line, also those only the program writes."""


def contact_person(context: Context) -> dict[str, str] | None:
    """Return who usually writes: the contact person of the firm."""
    person = context.get("werkgever", "contact")
    if not isinstance(person, Mapping):
        return None
    return {part: str(person.get(part) or "") for part in ("naam", "functie")}


def happened(answers: Answers, context: Context) -> Iterator[Finding]:
    """What is written down has happened, and in this case."""
    day, first = as_day(answers.get("gebeurd_op")), context.day("zaak", "eerste_ziektedag")
    if day is not None and day > context.today:
        yield block("gebeurd_op", _("Deze dag moet nog komen. In het logboek staat alleen wat er gebeurd is."))
    elif day is not None and first is not None and day < first:
        yield warn("gebeurd_op", _("Deze dag ligt voor de eerste ziektedag. Klopt dat?"))


def corrects_a_line(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A correction says which line it puts right; the old line stays."""
    names_one = is_filled(answers.get("correctie_op"))
    if answers.get("soort") == CORRECTION and not names_one:
        yield block("correctie_op", _("Kies de regel die je verbetert. De oude regel blijft staan."))
    elif names_one and answers.get("soort") != CORRECTION:
        yield hint("soort", _("Je verbetert een regel. Deze regel komt als verbetering in het logboek."))


def shown_to_employee(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Who asks for the own file, gets all of it."""
    if answers.get("zichtbaar_wn") is False:
        yield hint(
            "zichtbaar_wn",
            _("De regel komt dan niet in het verslag. Vraagt je werknemer om het eigen dossier, dan geef je alles."),
            _("AVG art. 15"),
        )


RULES: Final[tuple[Rule, ...]] = (happened, corrects_a_line, shown_to_employee)
"""Everything that is checked before a line is added."""
