"""All points of the check by their id."""

from typing import Final

from reintegratie_desktop.domain.check.item import CheckRule
from reintegratie_desktop.domain.check.rules_effort import EFFORT
from reintegratie_desktop.domain.check.rules_papers import PAPERS

RULES: Final[dict[str, CheckRule]] = {rule.id: rule for rule in (*EFFORT, *PAPERS)}
