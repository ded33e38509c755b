"""Every form, declared once in its own module. The modules do not know each other; this registry finds them by name."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reintegratie_desktop.forms.flow import Flow

KEYS: Final = (
    "werkgever",
    "werknemer",
    "ziekmelding",
    "melding_arbodienst",
    "taakprofiel",
    "probleemanalyse",
    "bijstelling_probleemanalyse",
    "plan_van_aanpak",
    "bijstelling_plan_van_aanpak",
    "opbouwschema",
    "gesprek",
    "contactplan",
    "evaluatie",
    "uwv_42e_week",
    "spoor1_onderzoek",
    "spoor2_start",
    "zoekprofiel",
    "voortgangsrapportage",
    "werkervaringsplaats",
    "actueel_oordeel",
    "eindevaluatie",
    "re_integratieverslag",
    "oordeel_werknemer",
    "medische_informatie_overdracht",
    "deskundigenoordeel",
    "arbeidsdeskundig_onderzoek",
    "participatieverzoek",
    "ziek_uit_dienst",
    "herstelmelding",
    "brief_uitnodiging",
    "brief_oproep",
    "brief_bevestiging_afspraken",
    "brief_waarschuwing",
    "brief_loonopschorting",
    "brief_loonstop",
    "brief_instemming_or",
    "brief_regres",
    "brief_wia_aanvraag",
    "nazorgplan",
    "logboek",
    "bijzonderheden",
    "loongegevens",
    "kosten",
)
"""The forms, in the order in which an employer meets them."""
CASE_RECORDS: Final = ("bijzonderheden", "loongegevens", "kosten")
"""Those of them that keep facts about one case and are no paper (`Scope.CASE_RECORD`)."""


def flow(key: str) -> "Flow":
    """Return the form with this key; its module is loaded the first time.

    Raises:
        KeyError: there is no form with this key.
    """
    if key not in KEYS:
        raise KeyError(key)
    found: Flow = import_module(f"{__name__}.{key}").FLOW
    return found


def is_case_record(key: str) -> bool:
    """Tell whether a form keeps facts about one case, without loading it."""
    return key in CASE_RECORDS


def all_flows() -> "tuple[Flow, ...]":
    """Return every form, in the order of `KEYS`."""
    return tuple(flow(key) for key in KEYS)
