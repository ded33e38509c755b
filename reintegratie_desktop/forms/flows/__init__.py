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
)
"""The forms, in the order in which an employer meets them."""


def flow(key: str) -> "Flow":
    """Return the form with this key; its module is loaded the first time.

    Raises:
        KeyError: there is no form with this key.
    """
    if key not in KEYS:
        raise KeyError(key)
    found: Flow = import_module(f"{__name__}.{key}").FLOW
    return found


def all_flows() -> "tuple[Flow, ...]":
    """Return every form, in the order of `KEYS`."""
    return tuple(flow(key) for key in KEYS)
