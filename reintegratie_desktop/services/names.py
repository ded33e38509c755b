"""How people are named on screen and on paper."""

from collections.abc import Mapping
from typing import Any

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.text.initials import initials


def _joined(*parts: object) -> str:
    return " ".join(str(part).strip() for part in parts if part and str(part).strip())


def full_name(employee: Mapping[str, Any]) -> str:
    """Return first name (or initials) and last name, for lists."""
    return _joined(
        employee.get("roepnaam") or initials(employee.get("voorletters")),
        employee.get("voorvoegsel"),
        employee.get("achternaam"),
    ) or _("Nieuwe werknemer")


def first_name(employee: Mapping[str, Any]) -> str:
    """Return the first name, for inside a case; the full name when there is none."""
    return str(employee.get("roepnaam") or "").strip() or full_name(employee)


def paper_name(employee: Mapping[str, Any]) -> str:
    """Return initials and last name, as official papers write it."""
    return _joined(
        initials(employee.get("voorletters")) or employee.get("roepnaam"),
        employee.get("voorvoegsel"),
        employee.get("achternaam"),
    )
