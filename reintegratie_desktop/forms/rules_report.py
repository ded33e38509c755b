"""What is checked on the cover of the re-integratieverslag: that it is complete or says why not, and what follows."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.forms.report_parts import missing_parts, waiting
from reintegratie_desktop.forms.rules import block, hint, number_of, rows_of, shown, warn
from reintegratie_desktop.forms.rules_judgement import ARTICLE_6, in_this_case
from reintegratie_desktop.text.i18n import _

MISSES: Final = "ontbreekt"
PARTICULARS: Final = "bijzonderheden"


def _complete(answers: Answers, context: Context) -> Iterator[Finding]:
    """Every part is there, or the cover says why it is not."""
    told = {row.get("onderdeel") for row in rows_of(answers, MISSES) if is_filled(row.get("reden"))}
    for part in missing_parts(context):
        if part.key in told:
            continue
        sentence = _("Er is nog geen {stuk}. Maak die eerst, of schrijf hier waarom die er niet is.")
        name = _(part.name)
        opens = part.form if part.form in KEYS else ""
        yield Finding(Level.BLOCK, MISSES, sentence.format(stuk=name[:1].lower() + name[1:]), _(ARTICLE_6), opens=opens)


def _told_twice(answers: Answers, context: Context) -> Iterator[Finding]:
    """A reason for something that is there only raises a question."""
    misses = {part.key for part in missing_parts(context)}
    rows = answers.get(MISSES)
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        if isinstance(row, dict) and is_filled(row.get("onderdeel")) and row["onderdeel"] not in misses:
            yield warn(f"{MISSES}[{index}].onderdeel", _("Dit stuk is er wel. Haal deze regel weg."))


def _signed(_answers: Answers, context: Context) -> Iterator[Finding]:
    """UWV asks of every paper on which day it was signed."""
    for key, _name in waiting(context):
        yield warn(
            key,
            _("Dit papier wacht nog op een handtekening. UWV vraagt bij elk stuk wanneer het is getekend."),
            _(ARTICLE_6),
        )


def _people(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The functions together are not more people than there are."""
    whole = number_of(answers, "omvang")
    counts = [as_decimal(row.get("aantal")) for row in rows_of(answers, "functies")]
    together = sum((count for count in counts if count is not None), Decimal(0))
    if whole is not None and together > whole:
        sentence = _("De functies samen zijn {samen} mensen, hierboven staan er {alle}. Klopt dat?")
        yield warn("functies", sentence.format(samen=shown(together), alle=shown(whole)))


def _handing_over(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The report is made, given to the employee, sent, and then UWV may ask for more."""
    made, given, sent = (as_day(answers.get(key)) for key in ("datum", "kopie_wn", "geupload"))
    asked = as_day(answers.get("aanvulling"))
    if given is not None and made is not None and given < made:
        yield block("kopie_wn", _("Deze dag ligt voor de datum van het verslag."))
    if sent is not None and made is not None and sent < made:
        yield block("geupload", _("Deze dag ligt voor de datum van het verslag."))
    elif sent is not None and given is not None and sent < given:
        yield warn("geupload", _("Je werknemer kreeg de stukken later dan UWV. Klopt dat?"))
    if asked is not None and sent is not None and asked < sent:
        yield block("aanvulling", _("Deze dag ligt voor de dag waarop je het verslag verstuurde."))


def _outcome(answers: Answers, _context: Context) -> Iterator[Finding]:
    """What UWV said asks a next step."""
    outcome = answers.get("uitkomst")
    if outcome == "loonsanctie":
        sentence = _("Zet de loonsanctie ook bij de bijzonderheden. Dan tellen de dagen van het dossier door.")
        yield Finding(Level.HINT, "uitkomst", sentence, opens=PARTICULARS)
    elif outcome == "aanvullen" and not is_filled(answers.get("aanvulling")):
        yield hint("aanvulling", _("Schrijf op tot welke dag je mag aanvullen. Dan mis je die niet."))


RULES: Final[tuple[Rule, ...]] = (
    in_this_case("datum", "kopie_wn", "geupload"),
    _complete,
    _told_twice,
    _signed,
    _people,
    _handing_over,
    _outcome,
)
"""Everything that is checked; what only comes after sending never stops the cover."""
