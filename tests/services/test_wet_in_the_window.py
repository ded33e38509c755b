"""Every row of the fact sheet of the law can be seen in the window for example C: on which page, and after which facts.

`tests/domain/wet_table.py` names what does the work of a row. Here each of those names is looked up in what the pages
show: the steps and the remarks of the dossier, the points of the check, the lines of Regels, the explanations, the
remarks beside the wage, and the questions of the forms.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.domain.situations import SITUATIONS
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.explained import explanations
from reintegratie_desktop.services.file_check import check_case
from reintegratie_desktop.services.rules import rules_view
from reintegratie_desktop.services.wage_view import wage_view
from reintegratie_desktop.services.workspace import Workspace
from tests.domain.wet_table import COUNTING, MILESTONES, MONEY, PERIODS, Row
from tests.example_file import example_file
from tests.services.desks import Calendar, finish

TODAY = date(2026, 11, 23)
PARTICULARS, WAGE, REPORT, RECOVERY = "bijzonderheden", "loongegevens", "ziekmelding", "herstelmelding"
ROWS = {key: row for part in (COUNTING, MILESTONES, PERIODS, MONEY) for key, row in part.items()}
PLACES = ("loon", "kosten", "toets", "regels")

FACTS: dict[str, dict[str, Any]] = {
    "vangnet": {"speelt": ["vangnet"], "vangnet_meldtermijn": "6_weken"},
    "contract": {"speelt": ["contract_eindigt"], "einde_dienstverband": "2026-11-20"},
    "loonsanctie": {"speelt": ["loonsanctie"], "loonsanctie_besluit_op": "2026-10-05"},
    "loonsanctie_te_laat": {"speelt": ["loonsanctie"], "loonsanctie_besluit_op": "2026-12-01"},
    "verlof": {
        "speelt": ["verlof"],
        "verlof": [{"van": "2025-05-05", "tot_en_met": "2025-08-24", "zelfde_geval": "onbekend"}],
    },
    "eigenrisico": {"speelt": ["eigenrisicodrager"], "eigenrisicodrager": "zw_en_wga"},
}
"""What is filled in at the particulars of example C, one after the other."""
ON: dict[str, date] = {"loonsanctie_te_laat": date(2026, 12, 2)}

IN_A_FORM = {
    "code:domain.first_day:eerste_ziektedag_for": (REPORT, "eerste_ziektedag"),
    "code:domain.iva:iva_begins": (PARTICULARS, "vervroegde_iva"),
    "code:domain.leave:maternity_leave": (PARTICULARS, "verlof"),
    "code:domain.wage.facts:CaoRule": (WAGE, "cao_weken"),
    "code:domain.wage.facts:STOP_GROUNDS": (WAGE, "loonstop"),
    "form:ziekmelding": (REPORT, "eerste_ziektedag"),
}
"""Asked in a form that opens from the pages of the dossier."""
MET_LATER = {
    "notice:plan_kopie": "the days after the plan was signed",
    "notice:riv_insturen": "the days after the application",
    "notice:vangnet_herstel": "after the recovery of who falls under the vangnet",
    "notice:aow_tijdens_ziekte": "of somebody who reaches the AOW age while ill",
}
"""Said at a moment that example C is past, or never comes to; the tests of the row itself show them."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path: Path = tmp_path_factory.mktemp("wet") / "voorbeeld.reintegratie"
    desk = example_file(path, Calendar(TODAY))
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def case_id(desk: Workspace) -> str:
    (found,) = [case for case in desk.store.cases.all() if desk.employee(case.werknemer_id)["achternaam"] == "Lammers"]
    return found.id


@pytest.fixture(scope="module")
def shown(desk: Workspace, case_id: str) -> set[str]:
    """Return the names of everything the pages of example C show, as the table writes them."""
    names = {f"check:{item.id}" for item in check_case(desk, case_id).items}
    names |= {f"note:{note.id}" for note in wage_view(desk, case_id).notes}
    lines = {line.key for line in rules_view(TODAY).lines}
    law = load_law()
    names |= {f"law:{key}" for key in law.parameters.keys() & lines}
    names |= {f"doubt:{key}" for key in law.doubts.keys() & lines}
    names |= {f"explanation:{one.id}" for place in PLACES for one in explanations(place, TODAY)}
    questions = flow(PARTICULARS).fields
    for key, situation in SITUATIONS.items():
        told = {field.ask for field in questions} | {getattr(field, "body", "") for field in questions}
        if (situation.question or situation.yes) in told:
            names.add(f"situation:{key}")
    names |= _of_case(desk, case_id)
    clock = desk.clock
    assert isinstance(clock, Calendar)
    for key, answers in FACTS.items():
        clock.go_to(ON.get(key, TODAY))
        session = desk.open_form(PARTICULARS, case_id)
        session.answer(answers)
        finish(session)
        names |= _of_case(desk, case_id)
    clock.go_to(TODAY)
    session = desk.open_form(WAGE, case_id)
    session.answer(
        {
            "opschorting": [{"van": "2026-11-02", "grond": "spreekuur_gemist"}],
            "loonstop": [
                {
                    "van": "2026-09-07",
                    "tot_en_met": "2026-09-13",
                    "grond": "herstel_belemmerd",
                    "meegedeeld_op": "2026-09-10",
                }
            ],
            "uitkeringen": [{"van": "2026-04-01", "tot_en_met": "2026-04-30", "bedrag": "200.00", "per": "maand"}],
        }
    )
    finish(session)
    return names | {f"note:{note.id}" for note in wage_view(desk, case_id).notes}


def _of_case(desk: Workspace, case_id: str) -> set[str]:
    view = desk.case(case_id)
    steps = {step.id if not step.id.startswith("evaluatie_") else "evaluatie" for step in view.steps}
    return {f"step:{step}" for step in steps} | {f"notice:{notice.id}" for notice in view.notices}


@pytest.mark.parametrize("key", [key for key, row in ROWS.items() if not row.where.startswith("code:")])
def test_every_row_can_be_seen_for_example_c(key: str, shown: set[str]) -> None:
    row: Row = ROWS[key]
    if row.where in MET_LATER:
        assert row.tests, "another test shows it at its own moment"
    elif row.where in IN_A_FORM:
        form, field = IN_A_FORM[row.where]
        assert field in {found.key for found in flow(form).fields}
    else:
        assert row.where in shown


@pytest.mark.parametrize("where", [where for where in IN_A_FORM if where.startswith("code:")])
def test_what_is_computed_from_an_answer_has_its_question(where: str) -> None:
    form, field = IN_A_FORM[where]
    assert field in {found.key for found in flow(form).fields}


def test_the_breaks_and_the_days_of_the_wage_are_drawn_and_listed(desk: Workspace, case_id: str) -> None:
    """Rows 2.2, 2.21 and 3.2: the breaks stand in the sum of a date, the wage has its months."""
    assert wage_view(desk, case_id).rows
    code = {row.where for row in ROWS.values() if row.where.startswith("code:")} - IN_A_FORM.keys()
    assert code == {
        "code:domain.periods:Course",
        "code:services.workspace:Workspace",
        "code:domain.wage.day:DayMaker",
    }, "a new row says here where it is seen"


def test_a_loonsanctie_is_no_second_year_and_no_end_of_104_weeks(desk: Workspace, case_id: str) -> None:
    session = desk.open_form(PARTICULARS, case_id)
    session.answer(FACTS["loonsanctie"])
    finish(session)
    assert [rule.title for rule in wage_view(desk, case_id).rules] == ["Eerste jaar", "Na het eerste jaar"]
    (end,) = [step for step in desk.case(case_id).steps if step.id == "einde_loondoorbetaling"]
    assert end.detail == "Tot en met deze dag betaal je loon"
