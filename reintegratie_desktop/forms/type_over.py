"""What has to be typed over at UWV, field by field, for each paper that UWV takes only on its own site.

The order is that of the papers here. On the site it can be another one, and the sheet says so.
"""

from collections.abc import Callable, Mapping
from typing import Final

from reintegratie_desktop.forms import plan_carry
from reintegratie_desktop.forms.advice import contract_hours
from reintegratie_desktop.forms.answer_words import answer_words, option_label
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Amount, Many, as_decimal
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.rules import rows_of
from reintegratie_desktop.forms.uwv_facts import first_day
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import N_, _

Value = Callable[[Answers, Context], str]

TAX_NUMBER: Final = "loonheffingennr"
"""The question for the number of the firm, in its own record and on the papers for UWV."""
BSN: Final = "bsn"
"""The line that has no value here: the number is asked when the sheet is used, and kept nowhere."""


@dataclass(frozen=True)
class SheetLine:
    """One field on the site of UWV, with the answer of the paper (a key) or of the case (a function)."""

    label: str
    value: str | Value
    help: str = ""
    optional: bool = False
    """Left out while it is empty: UWV does not ask for it, or not everybody has it."""
    upload: bool = False
    """Papers that go along as files; nothing of it is typed."""


@dataclass(frozen=True)
class TypeOverSheet:
    """All fields of one form of UWV, in order."""

    form: str
    where: str
    """Where at UWV this is typed."""
    lines: tuple[SheetLine, ...]


def _carried(form: str, key: str, convert: Callable[[str, Context], str] | None = None) -> Value:
    """Make the value of a line that stands in the records and not on the paper."""

    def value(_answers: Answers, context: Context) -> str:
        known = context.get(form, key)
        if known is None:
            return ""
        return str(known) if convert is None else convert(known, context)

    return value


def _born(_answers: Answers, context: Context) -> str:
    day = context.day("werknemer", "geboortedatum")
    return "" if day is None else day_numeric(day)


def _first_day(_answers: Answers, context: Context) -> str:
    day = first_day(context)
    return "" if day is None else day_numeric(day)


def _tax_number(answers: Answers, context: Context) -> str:
    on_paper = answers.get(TAX_NUMBER) or context.get("uwv_42e_week", TAX_NUMBER)
    return str(on_paper or context.get("werkgever", TAX_NUMBER) or "")


def _breaks(answers: Answers, _context: Context) -> str:
    told = []
    for row in rows_of(answers, "samengesteld"):
        begins, ends = as_day(row.get("van")), as_day(row.get("tot"))
        if begins is not None and ends is not None:
            told.append(_("{van} tot en met {tot}").format(van=day_numeric(begins), tot=day_numeric(ends)))
    return "\n".join(told) or _("Geen")


def _part(key: str, part: str) -> Value:
    """Make the value of a line that is one part of an address or a person in the record of the firm."""

    def value(_answers: Answers, context: Context) -> str:
        whole = context.get("werkgever", key)
        return str(whole.get(part) or "") if isinstance(whole, Mapping) else ""

    return value


def _hours(_answers: Answers, context: Context) -> str:
    hours = contract_hours(context)
    return "" if hours is None else number(hours)


NUMBER: Final = SheetLine(N_("Loonheffingennummer"), _tax_number)
_EMPLOYER: Final = (
    SheetLine(N_("Naam van de werkgever"), _carried("werkgever", "handelsnaam")),
    SheetLine(N_("Contactpersoon"), _part("contact", "naam")),
    SheetLine(N_("Functie van de contactpersoon"), _part("contact", "functie"), optional=True),
    SheetLine(N_("Telefoonnummer"), _part("contact", "telefoon")),
    SheetLine(N_("E-mailadres"), _part("contact", "email")),
)
_ADDRESS: Final = (
    SheetLine(N_("Straat en huisnummer"), _part("adres", "straat")),
    SheetLine(N_("Postcode"), _part("adres", "postcode")),
    SheetLine(N_("Plaats"), _part("adres", "plaats")),
)
_CITIZEN: Final = SheetLine(
    N_("Burgerservicenummer"), BSN, N_("Staat op de loonstrook. Het programma bewaart dit nummer niet.")
)
_NAME: Final = SheetLine(N_("Naam van de werknemer"), _carried("werknemer", "achternaam", plan_carry.full_name))
_BIRTH: Final = SheetLine(N_("Geboortedatum"), _born)
_ILL_SINCE: Final = SheetLine(
    N_("Eerste ziektedag"), _first_day, N_("Ook na een korte onderbreking de allereerste ziektedag.")
)
_JOB: Final = (
    SheetLine(N_("Functie"), _carried("werknemer", "functie")),
    SheetLine(N_("Uren per week volgens het contract"), _hours),
)
_HEAD: Final = (NUMBER, *_EMPLOYER)
_PERSON: Final = (_CITIZEN, _NAME, _BIRTH)

SHEETS: Final = {
    sheet.form: sheet
    for sheet in (
        TypeOverSheet(
            "uwv_42e_week",
            N_("Werkgeversportaal van UWV, ziek- en herstelmelden"),
            (
                *_HEAD,
                _CITIZEN,
                SheetLine(N_("Naam van de werknemer"), "naam_wn"),
                SheetLine(N_("Geboortedatum"), "geboortedatum"),
                SheetLine(N_("Soort dienstverband"), "dienstverband"),
                SheetLine(N_("Eerste ziektedag"), "eerste_ziektedag", _ILL_SINCE.help),
                SheetLine(N_("Werkt gedeeltelijk"), "werkt_nu"),
                SheetLine(N_("Uren per week nu"), "uren_nu"),
                SheetLine(N_("Korte onderbrekingen"), _breaks),
            ),
        ),
        TypeOverSheet(
            "ziek_uit_dienst",
            N_("Werkgeversportaal van UWV, ziek- en herstelmelden"),
            (
                *_HEAD,
                *_PERSON,
                _ILL_SINCE,
                SheetLine(N_("Laatste dag van het dienstverband"), "einddatum"),
                SheetLine(N_("Reden van het einde"), "reden"),
                SheetLine(N_("Eigenrisicodrager voor de Ziektewet"), "erd_zw"),
                *_JOB,
            ),
        ),
        TypeOverSheet(
            "deskundigenoordeel",
            N_("Formulier van UWV: aanvraag deskundigenoordeel door werkgever"),
            (
                *_HEAD,
                *_ADDRESS,
                *_PERSON,
                *_JOB,
                _ILL_SINCE,
                SheetLine(N_("Bedrijfsarts"), _carried("werkgever", "bedrijfsarts")),
                SheetLine(N_("Arbodienst"), _part("arbodienst", "naam"), optional=True),
                SheetLine(N_("Soort vraag"), "vraag"),
                SheetLine(N_("Per welke datum"), "datum_per"),
                SheetLine(N_("Waarover jullie van mening verschillen"), "geschil"),
                SheetLine(N_("Wat de werkgever vindt"), "standpunt_wg"),
                SheetLine(N_("Wat de werknemer vindt"), "standpunt_wn"),
                SheetLine(N_("Doel"), "doel"),
                *(
                    SheetLine(label, key, upload=True)
                    for label, key in (
                        (N_("Beschrijving van het eigen werk"), "b_functie"),
                        (N_("Beschrijving van het aangeboden of gewenste werk"), "b_aanbod"),
                        (N_("Berichten van de bedrijfsarts"), "b_ba"),
                        (N_("Probleemanalyse en bijstellingen"), "b_pa"),
                        (N_("Plan van aanpak en bijstellingen"), "b_pva"),
                        (N_("Evaluaties"), "b_ev"),
                        (N_("Arbeidsdeskundig onderzoek"), "b_ad"),
                        (N_("Stukken over spoor 2"), "b_s2"),
                        (N_("Brieven over afspraken en loon"), "b_corr"),
                    )
                ),
            ),
        ),
        TypeOverSheet(
            "participatieverzoek",
            N_("Werkgeversportaal van UWV, hulp bij re-integratie"),
            (
                *_HEAD,
                *_PERSON,
                _ILL_SINCE,
                SheetLine(N_("Laatste dag van het contract"), "einddatum"),
                SheetLine(N_("Brutoloon tot die dag"), "brutoloon"),
                SheetLine(N_("Voorgesteld traject"), "traject"),
                SheetLine(N_("Re-integratiebedrijf"), "bureau"),
                SheetLine(N_("Start van het traject"), "start"),
                SheetLine(N_("Loopt door na het einde van het contract"), "duurt_door"),
                SheetLine(N_("Kosten van het traject"), "kosten"),
                SheetLine(N_("Werknemer stemt in met het plan"), "akkoord_wn"),
                SheetLine(N_("Probleemanalyse en bijstellingen"), "b_pa", upload=True),
                SheetLine(N_("Plan van aanpak en bijstellingen"), "b_pva", upload=True),
                SheetLine(N_("Voorstel van het re-integratiebedrijf"), "b_voorstel", upload=True),
                SheetLine(N_("Recente loonstrook"), "b_loon", N_("Die staat niet in dit programma."), upload=True),
            ),
        ),
    )
}
"""The sheets by the form they belong to."""


def is_asked(line: SheetLine, flow: Flow, answers: Answers, context: Context) -> bool:
    """Tell whether the paper asks what stands on a line; a fact of the case always is."""
    asked = callable(line.value) or line.value == BSN
    return asked or any(field.key == line.value for field in flow.asked_fields(answers, context))


def value_of(line: SheetLine, flow: Flow, answers: Answers, context: Context) -> str:
    """Return what is typed for a line, as text to copy; empty when it was not asked or not answered.

    Amounts come without a sign and without dots, as a field on a site takes them.
    """
    if callable(line.value):
        return line.value(answers, context)
    if line.value == BSN:
        return ""
    field, answer = flow.field(line.value), answers.get(line.value)
    if not is_filled(answer) or not is_asked(line, flow, answers, context):
        return ""
    if isinstance(field, Many):
        options = field.options_for(answers, context)
        return "\n".join(option_label(options, item) for item in answer) if isinstance(answer, list) else ""
    amount = as_decimal(answer) if isinstance(field, Amount) else None
    if amount is not None:
        return f"{amount:.2f}".replace(".", _(","))
    return answer_words(field, answer)
