"""Whether other rules can take the place of those that ship: the program must find in them all it counts with."""

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.law.parameters import UNKNOWN, LawDataError, LawValue, Parameter

if TYPE_CHECKING:
    from reintegratie_desktop.law.book import Law

_RULE: Final = "regel"
_MONEY: Final = "euro"
_SHARE: Final = "procent"


def check_fits(law: "Law", shipped: "Law") -> None:
    """Refuse rules with which a calculation of this program would stop.

    Raises:
        LawDataError: a parameter or grondslag misses, begins later, or has values the program cannot count with.
    """
    for kind, new, known in (
        ("parameter", law.parameters.keys(), shipped.parameters.keys()),
        ("grondslag", law.bases.keys(), shipped.bases.keys()),
    ):
        if missing := known - new:
            raise LawDataError(f"the {kind} {', '.join(sorted(missing))} misses")
    for key, known_parameter in shipped.parameters.items():
        _check(law.parameters[key], known_parameter)


def _check(new: Parameter, known: Parameter) -> None:
    if new.unit != known.unit:
        raise LawDataError(f"{new.key}: the unit was {known.unit!r} and is {new.unit!r}")
    if new.values[0].starts_on > known.values[0].starts_on:
        raise LawDataError(f"{new.key}: the values begin later than they did")
    before, values = _values(known), _values(new)
    is_measured = known.unit == _SHARE or known.unit.startswith(_MONEY)
    kinds: set[type] = {type(value) for value in before}
    if is_measured:
        kinds |= {int, Decimal}  # a round amount or share may stand there without decimals
    if before and not {type(value) for value in values} <= kinds:
        raise LawDataError(f"{new.key}: the program cannot count with a value of another kind")
    if known.unit == _RULE and not set(values) <= set(before):
        raise LawDataError(f"{new.key}: the program does not know this rule")
    if len(values) < len(new.values) and len(before) == len(known.values) and not is_measured:
        raise LawDataError(f"{new.key}: the program cannot do without this value")


def _values(parameter: Parameter) -> list[LawValue]:
    return [dated.value for dated in parameter.values if dated.value != UNKNOWN]
