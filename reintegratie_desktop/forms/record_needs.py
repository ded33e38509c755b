"""Which facts about the firm and the employee a paper needs: a record is kept early, and asked for before that paper.

A sick call is taken down with a name; nobody is held up for an address. What the record misses then, is asked before
the first paper that prints it or counts with it.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.field_base import Need
from reintegratie_desktop.forms.field_groups import Address
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.rules import address_doubt
from reintegratie_desktop.text.declaring import dataclass

FIRM: Final = "werkgever"
EMPLOYEE: Final = "werknemer"
RECORDS: Final = (FIRM, EMPLOYEE)

_SENDER: Final = ("adres", "contact")
_TO_HOME: Final = ("voorletters", "adres")
_CONTRACT: Final = ("contractsoort", "einddatum")
_LETTER: Final[Mapping[str, tuple[str, ...]]] = {FIRM: _SENDER, EMPLOYEE: _TO_HOME}
_TO_UWV: Final[Mapping[str, tuple[str, ...]]] = {
    FIRM: _SENDER,
    EMPLOYEE: (*_TO_HOME, "geboortedatum", "functie", "contracturen", *_CONTRACT),
}

NEEDS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "melding_arbodienst": {
        FIRM: ("contact", "arbodienst"),
        EMPLOYEE: ("functie", "contracturen", "leidinggevende", "adres", "telefoon"),
    },
    "plan_van_aanpak": {
        FIRM: ("contact",),
        EMPLOYEE: ("voorletters", "functie", "contracturen", "geboortedatum", *_CONTRACT),
    },
    "opbouwschema": {EMPLOYEE: ("contracturen",)},
    "uwv_42e_week": _TO_UWV,
    "deskundigenoordeel": _TO_UWV,
    "participatieverzoek": _TO_UWV,
    "ziek_uit_dienst": _TO_UWV,
    "re_integratieverslag": {
        FIRM: (*_SENDER, "arbodienst"),
        EMPLOYEE: (*_TO_HOME, "geboortedatum", "functie", "contracturen", "in_dienst", *_CONTRACT),
    },
    "spoor2_start": {FIRM: ("or_vorm",)},
    "brief_uitnodiging": _LETTER,
    "brief_oproep": _LETTER,
    "brief_bevestiging_afspraken": _LETTER,
    "brief_waarschuwing": _LETTER,
    "brief_loonopschorting": _LETTER,
    "brief_loonstop": _LETTER,
    "brief_wia_aanvraag": _LETTER,
    "brief_regres": {FIRM: _SENDER, EMPLOYEE: ("voorletters",)},
    "brief_instemming_or": {FIRM: (*_SENDER, "or_vorm")},
    "loongegevens": {FIRM: ("loon_jaar1", "loon_jaar2"), EMPLOYEE: ("geboortedatum",)},
}
"""Per form, per record, the answers its paper prints or counts with and does not ask itself."""


@dataclass(frozen=True)
class RecordGap:
    """What a record still misses: its form, and the keys of the answers in the order of that form."""

    form: str
    keys: tuple[str, ...]


def open_answers(record: Flow, context: Context) -> tuple[str, ...]:
    """Return the keys of the answers a record was kept without, in the order of its form; also of half an address."""
    answers = context.papers.get(record.key, {})
    keys = {finding.field for finding in record.findings(answers, context) if finding.is_open}
    keys |= {
        field.key for field in record.fields if isinstance(field, Address) and address_doubt(answers.get(field.key))
    }
    return tuple(field.key for field in record.fields if field.key in keys)


def record_gaps(form: Flow, records: Mapping[str, Flow], context: Context) -> Iterator[RecordGap]:
    """Yield what has to be asked before the paper of a form is finished; `records` holds the forms of the records."""
    for key, needed in NEEDS.get(form.key, {}).items():
        keys = tuple(place for place in open_answers(records[key], context) if place in needed)
        if keys:
            yield RecordGap(key, keys)


def asked_by_the_record(form: Flow, key: str) -> bool:
    """Tell whether an empty answer can only be given in a record: it is shown in this form and never typed there."""
    field = form.field(key)
    carried = {carry.key for carry in field.carry if carry.form in NEEDS.get(form.key, {})}
    return field.fixed and field.need is not Need.OPTIONAL and bool(carried)
