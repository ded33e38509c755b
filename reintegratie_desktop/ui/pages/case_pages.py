"""The pages of one dossier and the pages over all of them; each module is loaded when its page is first opened."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.i18n import N_
from reintegratie_desktop.ui.pages.host import Host

CASE: Final = "dossier"
PAPERS: Final = "papieren"
CHECK: Final = "controle"
PARTICULARS: Final = "bijzonderheden"
INSIGHT: Final = "inzicht"


@dataclass(frozen=True)
class CasePageKind:
    """One page of a dossier, and how it is made: `make(host, case_id)`. The title is Dutch; translate it.

    A page has `refresh()` or `reload()`, called before it is shown and after every change, and `focus_first()`. It
    holds the id of its dossier in `case_id`.
    """

    key: str
    title: str
    icon: str
    make: Callable[..., QWidget]


@dataclass(frozen=True)
class GlobalPageKind:
    """One page over all dossiers, and how it is made: `make(host)`. The title is Dutch; translate it."""

    key: str
    title: str
    icon: str
    make: Callable[[Host], QWidget]


def _lazy(module: str, name: str) -> Callable[..., QWidget]:
    """Return a maker that loads the module of its page when it is called."""

    def make(*given: object) -> QWidget:
        made: QWidget = getattr(import_module(f"reintegratie_desktop.ui.pages.{module}"), name)(*given)
        return made

    return make


CASE_PAGES: Final = (
    CasePageKind(CASE, N_("Dossier"), "folder-open", _lazy("case_page", "CasePage")),
    CasePageKind(PAPERS, N_("Papieren"), "files", _lazy("case_papers", "PapersPage")),
    CasePageKind(CHECK, N_("Controle"), "shield-check", _lazy("check_page", "CheckPage")),
    CasePageKind("verslag", N_("Verslag"), "file-down", _lazy("report_page", "ReportPage")),
    CasePageKind("uren", N_("Gewerkte uren"), "clock", _lazy("weeks_page", "WeeksPage")),
    CasePageKind("loon", N_("Loon"), "euro", _lazy("wage_page", "WagePage")),
    CasePageKind("kosten", N_("Kosten"), "receipt", _lazy("costs_page", "CostsPage")),
    CasePageKind(PARTICULARS, N_("Bijzonderheden"), "pen-line", _lazy("particulars_page", "ParticularsPage")),
    CasePageKind("wat_als", N_("Wat als"), "split", _lazy("what_if_page", "WhatIfPage")),
)
"""The pages of a dossier, in the order of the navigation."""

GLOBAL_PAGES: Final[tuple[GlobalPageKind, ...]] = (
    GlobalPageKind(INSIGHT, N_("Inzicht"), "chart-column", _lazy("insight_page", "InsightPage")),
    GlobalPageKind("regels", N_("Regels"), "scale", _lazy("rules_page", "RulesPage")),
)
"""The pages over all dossiers, in the order of the navigation."""


def case_page(key: str) -> CasePageKind:
    """Return the page of a dossier with this key.

    Raises:
        KeyError: there is no such page.
    """
    return {kind.key: kind for kind in CASE_PAGES}[key]


def is_case_page(key: str) -> bool:
    """Tell whether a page belongs to one dossier."""
    return any(kind.key == key for kind in CASE_PAGES)
