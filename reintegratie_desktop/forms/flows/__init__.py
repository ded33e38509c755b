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
    "plan_van_aanpak",
    "opbouwschema",
    "gesprek",
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
