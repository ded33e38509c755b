"""Where in a form a point of the check is put right, for points that are about one step of it."""

from collections.abc import Mapping
from typing import Final

from reintegratie_desktop.forms.context import is_filled

PLACES: Final[Mapping[str, str]] = {
    "plan_meningen": "meningen",
    "casemanager": "casemanager",
    "eerstejaars_meningen": "gesprek",
    "contact_bedrijfsarts": "spreekuur",
}
"""Per rule of the check the step or the field of its form."""

_EMPLOYER: Final = ("handelsnaam", "branche", "bedrijfsarts")
_EMPLOYEE: Final = ("achternaam", "functie")


def employer_place(answers: Mapping[str, object]) -> str:
    """Return the first answer about the firm that the report needs and that misses; "" for the beginning."""
    return next((key for key in _EMPLOYER if not is_filled(answers.get(key))), "")


def employee_place(answers: Mapping[str, object]) -> str:
    """Return the first answer about the employee that the report needs and that misses; "" for the beginning."""
    return next((key for key in _EMPLOYEE if not is_filled(answers.get(key))), "")
