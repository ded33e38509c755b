"""What is checked in the letters about wage: the right measure for the duty, warned first, told at once, in writing."""

from collections.abc import Iterator
from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.letter_carry import warning_of
from reintegratie_desktop.forms.letter_text import SENT_ON, working_days_between
from reintegratie_desktop.forms.letter_wage import CONTROL, DUTY, STOP, SUSPEND
from reintegratie_desktop.forms.rules import block, hint, not_before, not_in_future, warn
from reintegratie_desktop.forms.rules_letters import (
    facts_have_happened,
    newest_fact,
    not_before_sending,
    proof_of_sending,
    source,
)
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import N_, _

# Our own choice: the law says "at once" and names no number.
AT_ONCE_WORKING_DAYS: Final = 5

OFFER_GROUND: Final = "passend_werk_niet_gedaan"
LATE_WIA: Final = "wia_aanvraag_te_laat"
WRONG_INFORMATION: Final = "opzet_of_onjuiste_informatie_bij_keuring"
GROUNDS: Final = {
    OFFER_GROUND: "loonstop_passende_arbeid_geweigerd",
    "niet_meewerken_aan_plan_van_aanpak_evaluatie": "loonstop_plan_van_aanpak_geweigerd",
    "redelijke_voorschriften_niet_gevolgd": "loonstop_voorschriften_geweigerd",
    "herstel_belemmerd_alleen_op_advies_bedrijfsarts": "loonstop_herstel_belemmerd",
    WRONG_INFORMATION: "loonstop_opzet_of_onjuiste_informatie",
    LATE_WIA: "loonstop_wia_aanvraag_te_laat",
}
"""The closed list of grounds for a loonstop, each with the name of its grondslag in the law data."""

_MEASURE: Final = {CONTROL: SUSPEND, DUTY: STOP}


def basis_of(ground: object) -> str:
    """Return the article of a ground for a loonstop; empty when none is chosen."""
    name = GROUNDS.get(str(ground or ""))
    return source(name) if name else ""


def measure_of(answers: Answers, _context: Context) -> str | None:
    """Return the measure that belongs to the duty: a control rule suspends, a re-integration duty stops."""
    return _MEASURE.get(str(answers.get("soort_plicht") or ""))


# --- checks before any letter about wage ------------------------------------------------------------------------------


def heard_first(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The employee had a chance to tell the own side."""
    if answers.get("check_gehoord") is False:
        yield warn("check_gehoord", _("Bel eerst, en schrijf op wanneer je dat deed. Er kan een goede reden zijn."))


def with_legal_advice(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A measure about wage is better read by somebody who knows the law."""
    if answers.get("juridisch_advies") is not True:
        sentence = _("Laat deze brief liefst eerst lezen door iemand met kennis van arbeidsrecht.")
        yield warn("juridisch_advies", sentence)


def told_at_once(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Who waits too long after the facts loses the right to the measure."""
    sent, happened = as_day(answers.get(SENT_ON)), newest_fact(answers, "feiten")
    if sent is None or happened is None or happened >= sent:
        return
    if working_days_between(happened, sent) >= AT_ONCE_WORKING_DAYS:
        sentence = _("Het laatste feit is van {dag}. Je moet meteen laten weten dat je loon inhoudt. Vraag advies.")
        yield warn(SENT_ON, sentence.format(dag=day_weekday(happened)), source("loon_mededeling"))


def term_has_passed(answers: Answers, context: Context) -> Iterator[Finding]:
    """The warning gave time to do what was asked; that time is over."""
    term, sent = as_day(warning_of(answers, context).get("termijn")), as_day(answers.get(SENT_ON))
    if term is not None and sent is not None and sent < term:
        sentence = _("In de waarschuwing gaf je tijd tot en met {dag}. Die tijd is nog niet om.")
        yield block("waarschuwing", sentence.format(dag=day_weekday(term)))


def warned_for(duty: str, message: str) -> Rule:
    """Make a rule: the warning was about the duty that belongs to this measure. `message` is a message id."""

    def rule(answers: Answers, context: Context) -> Iterator[Finding]:
        warned = warning_of(answers, context).get("soort_plicht")
        if is_filled(warned) and warned != duty:
            yield block("waarschuwing", _(message))

    return rule


# --- the warning ------------------------------------------------------------------------------------------------------


def right_measure(answers: Answers, context: Context) -> Iterator[Finding]:
    """The measure follows from the duty; the other one does not stand in a court."""
    right = measure_of(answers, context)
    if right is not None and is_filled(answers.get("gevolg")) and answers["gevolg"] != right:
        sentence = (
            _("Bij een controlevoorschrift hoort opschorten.")
            if right == SUSPEND
            else _("Bij een re-integratieplicht hoort stopzetten.")
        )
        yield block("gevolg", sentence, source("loon_opschorting" if right == SUSPEND else "loon_stop"))


def warning_is_founded(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A control rule stands on paper, and what somebody can do is said by the bedrijfsarts."""
    is_control, is_duty = (answers.get("soort_plicht") == duty for duty in (CONTROL, DUTY))
    if is_control and answers.get("check_regel") is False:
        sentence = _("Zonder geschreven regel kun je geen loon opschorten. Zet de regel eerst op papier.")
        yield block("check_regel", sentence, source("loon_opschorting"))
    if is_duty and answers.get("check_regel") is False:
        yield warn("check_regel", _("Zet de afspraak eerst in het plan van aanpak of in een brief."))
    if is_duty and answers.get("check_advies") != "ja" and is_filled(answers.get("check_advies")):
        sentence = _("Vraag de bedrijfsarts eerst wat je medewerker kan. Zonder advies staat een loonstop zwak.")
        yield warn("check_advies", sentence)


def time_to_comply(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The term lies after the letter, and the measure begins after the term."""
    sent, term, start = (as_day(answers.get(key)) for key in (SENT_ON, "termijn", "maatregel_vanaf"))
    if term is not None and sent is not None and term < sent:
        yield block("termijn", _("Dit ligt voor de datum van de brief."))
    if term is not None and start is not None and start < term:
        yield block("maatregel_vanaf", _("De maatregel begint pas als de tijd voorbij is."))


# --- the loonstop -----------------------------------------------------------------------------------------------------


def offer_within_advice(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Work that goes beyond the advice may be refused; the advice goes with the letter."""
    if answers.get("grond") == OFFER_GROUND and not is_filled(answers.get("bijlagen")):
        yield warn("bijlagen", _("Doe een kopie van het advies van de bedrijfsarts en van je aanbod bij de brief."))


def ground_with_a_doubt(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Two grounds do not fit the standard words; for the others an expert opinion comes first."""
    ground = answers.get("grond")
    if ground in (LATE_WIA, WRONG_INFORMATION):
        sentence = _("Voor deze grond past de standaardtekst maar deels. Laat een jurist de brief nalezen.")
        yield warn("grond", sentence, basis_of(ground))
    elif is_filled(ground):
        sentence = _("Twijfel je of het werk past of de reden goed is? Vraag eerst een deskundigenoordeel bij UWV.")
        yield hint("grond", sentence, basis_of(ground))


def hours_with_a_doubt(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Whether the whole wage stops is for a court to say."""
    if is_filled(answers.get("uren_deel")):
        sentence = _("Rechters oordelen hier niet altijd gelijk over. Vraag juridisch advies voor je kiest.")
        yield warn("uren_deel", sentence)


# --- the suspension ---------------------------------------------------------------------------------------------------


def written_rule(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Only a reasonable rule on paper can suspend wage."""
    if answers.get("check_regel") is False:
        sentence = _("Opschorten kan alleen bij een redelijke regel die op papier staat.")
        yield block("check_regel", sentence, source("loon_opschorting"))


def pay_back(answers: Answers, _context: Context) -> Iterator[Finding]:
    """When the suspension ends, the wage is paid after all."""
    if is_filled(answers.get("opgeheven")) and not is_filled(answers.get("nabetaald_op")):
        yield warn("nabetaald_op", _("De opschorting is voorbij. Geef de nabetaling door aan de salarisadministratie."))


_ALWAYS: Final[tuple[Rule, ...]] = (heard_first, facts_have_happened("feiten"), proof_of_sending)
_MEASURES: Final[tuple[Rule, ...]] = (
    with_legal_advice,
    told_at_once,
    term_has_passed,
    not_before_sending("ingang", N_("De maatregel begint op de datum van de brief of later.")),
)

WARNING: Final[tuple[Rule, ...]] = (
    *_ALWAYS,
    right_measure,
    warning_is_founded,
    time_to_comply,
    not_in_future("gehoord_op", N_("Deze dag moet nog komen.")),
    not_in_future("afgesproken_op", N_("Deze dag moet nog komen.")),
)
SUSPENSION: Final[tuple[Rule, ...]] = (
    *_ALWAYS,
    *_MEASURES,
    warned_for(CONTROL, N_("Deze waarschuwing ging over re-integratie. Daar hoort geen opschorting bij.")),
    written_rule,
    pay_back,
    not_before("opgeheven", "ingang", N_("Dit ligt voor het begin van de opschorting.")),
    not_in_future("opgeheven", N_("Vul dit pas in als het zover is.")),
    not_in_future("nabetaald_op", N_("Vul dit pas in als het betaald is.")),
)
STOPPING: Final[tuple[Rule, ...]] = (
    *_ALWAYS,
    *_MEASURES,
    warned_for(DUTY, N_("Deze waarschuwing ging over een controlevoorschrift. Daar hoort geen loonstop bij.")),
    offer_within_advice,
    ground_with_a_doubt,
    hours_with_a_doubt,
    not_before("hervat", "ingang", N_("Dit ligt voor het begin van de loonstop.")),
    not_in_future("hervat", N_("Vul dit pas in als het zover is.")),
)
