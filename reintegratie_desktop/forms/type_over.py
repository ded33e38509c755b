"""What has to be typed over at UWV, field by field, for each paper that UWV takes only on its own site.

The order is that of the papers here. On the site it can be another one, and the sheet says so.
"""

from collections.abc import Callable, Mapping
from typing import Final

from reintegratie_desktop.forms import plan_carry
from reintegratie_desktop.forms.answer_words import answer_words, option_label
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Amount, Many, as_decimal
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.rules import rows_of
from reintegratie_desktop.forms.uwv_facts import employer_with_contact, first_day
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _

Value = Callable[[Answers, Context], str]

BSN: Final = "bsn"
"""The line that has no value here: the number is asked when the sheet is used, and kept nowhere."""


@dataclass(frozen=True)
class SheetLine:
    """One field on the site of UWV, with the answer of the paper (a key) or of the case (a function)."""

    label: str
    value: str | Value
    help: str = ""


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


def _tax_number(_answers: Answers, context: Context) -> str:
    known = context.get("werkgever", "loonheffingennr") or context.get("uwv_42e_week", "loonheffingennr")
    return str(known or "")


def _breaks(answers: Answers, _context: Context) -> str:
    told = []
    for row in rows_of(answers, "samengesteld"):
        begins, ends = as_day(row.get("van")), as_day(row.get("tot"))
        if begins is not None and ends is not None:
            told.append(_("{van} tot en met {tot}").format(van=day_numeric(begins), tot=day_numeric(ends)))
    return "\n".join(told) or _("Geen")


def _address(address: object, _context: Context) -> str:
    if not isinstance(address, Mapping):
        return ""
    town = " ".join(str(address[part]) for part in ("postcode", "plaats") if address.get(part))
    return ", ".join(part for part in (str(address.get("straat") or ""), town) if part)


_NUMBER: Final = SheetLine(N_("Loonheffingennummer"), _tax_number)
_EMPLOYER: Final = SheetLine(
    N_("Werkgever en contactpersoon"), _carried("werkgever", "handelsnaam", employer_with_contact)
)
_ADDRESS: Final = SheetLine(N_("Adres van de werkgever"), _carried("werkgever", "adres", _address))
_CITIZEN: Final = SheetLine(
    N_("Burgerservicenummer"), BSN, N_("Staat op de loonstrook. Het programma bewaart dit nummer niet.")
)
_NAME: Final = SheetLine(N_("Naam van de werknemer"), _carried("werknemer", "achternaam", plan_carry.full_name))
_BIRTH: Final = SheetLine(N_("Geboortedatum"), _born)
_ILL_SINCE: Final = SheetLine(
    N_("Eerste ziektedag"), _first_day, N_("Ook na een korte onderbreking de allereerste ziektedag.")
)
_JOB: Final = SheetLine(N_("Functie en uren"), _carried("werknemer", "functie", plan_carry.function_with_hours))
_HEAD: Final = (_NUMBER, _EMPLOYER)
_PERSON: Final = (_CITIZEN, _NAME, _BIRTH)
_FILES: Final = N_("Upload deze stukken als PDF.")

SHEETS: Final = {
    sheet.form: sheet
    for sheet in (
        TypeOverSheet(
            "uwv_42e_week",
            N_("Werkgeversportaal van UWV, ziek- en herstelmelden"),
            (
                SheetLine(N_("Loonheffingennummer"), "loonheffingennr"),
                SheetLine(N_("Werkgever en contactpersoon"), "naam_wg"),
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
                _JOB,
            ),
        ),
        TypeOverSheet(
            "deskundigenoordeel",
            N_("Formulier van UWV: aanvraag deskundigenoordeel door werkgever"),
            (
                *_HEAD,
                _ADDRESS,
                *_PERSON,
                _JOB,
                _ILL_SINCE,
                SheetLine(N_("Bedrijfsarts"), _carried("werkgever", "bedrijfsarts", plan_carry.doctor_with_service)),
                SheetLine(N_("Soort vraag"), "vraag"),
                SheetLine(N_("Per welke datum"), "datum_per"),
                SheetLine(N_("Waarover jullie van mening verschillen"), "geschil"),
                SheetLine(N_("Wat de werkgever vindt"), "standpunt_wg"),
                SheetLine(N_("Wat de werknemer vindt"), "standpunt_wn"),
                SheetLine(N_("Doel"), "doel"),
                *(
                    SheetLine(label, key, _FILES)
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
                SheetLine(N_("Probleemanalyse en bijstellingen"), "b_pa", _FILES),
                SheetLine(N_("Plan van aanpak en bijstellingen"), "b_pva", _FILES),
                SheetLine(N_("Voorstel van het re-integratiebedrijf"), "b_voorstel", _FILES),
                SheetLine(N_("Recente loonstrook"), "b_loon", N_("Upload een recente loonstrook als PDF.")),
            ),
        ),
    )
}
"""The sheets by the form they belong to."""


def value_of(line: SheetLine, flow: Flow, answers: Answers, context: Context) -> str:
    """Return what is typed for a line, as text to copy; empty when it was not asked or not answered.

    Amounts come without a sign and without dots, as a field on a site takes them.
    """
    if callable(line.value):
        return line.value(answers, context)
    if line.value == BSN:
        return ""
    field, answer = flow.field(line.value), answers.get(line.value)
    if not is_filled(answer) or not any(asked.key == field.key for asked in flow.asked_fields(answers, context)):
        return ""
    if isinstance(field, Many):
        options = field.options_for(answers, context)
        return "\n".join(option_label(options, item) for item in answer) if isinstance(answer, list) else ""
    amount = as_decimal(answer) if isinstance(field, Amount) else None
    if amount is not None:
        return f"{amount:.2f}".replace(".", _(","))
    return answer_words(field, answer)
