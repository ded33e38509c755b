"""The plan as it stands now: the plan van aanpak with every adjustment made to it, and what the evaluations said.

The papers that look back on the plan (an evaluation, an adjustment, a talk, the final review) all ask here, so that one
plan never gives two answers. Nothing is written: the plan follows from the finished papers, each on its own day.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from reintegratie_desktop.forms.advice import rows
from reintegratie_desktop.forms.compare import Listed, same_name
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

PLAN: Final = "plan_van_aanpak"
EVALUATION: Final = "evaluatie"
ADJUSTMENT: Final = "bijstelling_plan_van_aanpak"
TALK: Final = "gesprek"
_RANK: Final = {PLAN: 0, TALK: 1, EVALUATION: 2, ADJUSTMENT: 3}
"""On one day the plan comes first, then the talk, the evaluation, and the adjustment that follows from it."""
WHO_AND_WHEN: Final = re.compile(r" \([^()]*\)$")
"""A talk names an agreement with who does it and by when behind it, between brackets."""
_DATED: Final = {PLAN: "opgesteld_op", EVALUATION: "datum", ADJUSTMENT: "datum", TALK: "datum"}

OPEN: Final = "open"
RUNNING: Final = "loopt"
READY: Final = "gereed"
DROPPED: Final = "vervallen"
CLOSED: Final = (READY, DROPPED)
STAYS: Final = "blijft"

AGREEMENTS: Final = "activiteiten"
LISTS: Final[Mapping[str, Listed]] = {
    AGREEMENTS: Listed("a_activiteit", "a_vervangt", ("a_status", "a_reden", "a_bron", "a_herkomst")),
}
"""How the agreements of two versions of a plan are compared."""

_FROM_PLAN: Final = (
    "einddoel",
    "einddoel_datum",
    "evaluatie_eerste",
    "evaluatie_ritme",
    "casemanager",
    "opbouw",
    "rol_leidinggevende",
)
_FROM_ADJUSTMENT: Final = ("einddoel", "evaluatie_eerste", "evaluatie_ritme", "casemanager", "opbouw", "begeleiding")


@dataclass(frozen=True)
class Outcome:
    """What the last evaluation that named an agreement said about it."""

    done: str
    """`ja`, `deels`, `nee` or `gewijzigd`."""
    result: str
    day: date | None


@dataclass(frozen=True)
class Plan:
    """A plan on a day. `answers` has the keys of the plan van aanpak; rows of `activiteiten` have its columns."""

    answers: dict[str, Any] = field(default_factory=dict)
    day: date | None = None
    """The date of the plan, or of its newest adjustment."""
    form: str = ""
    """The paper of that date; empty when there is no plan."""
    adjustments: int = 0
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    """What came of the agreements, by `compare.same_name`."""

    @property
    def agreements(self) -> list[dict[str, Any]]:
        """Return every agreement, also those that are ready or dropped."""
        return list(rows_of_plan(self.answers))

    @property
    def running(self) -> list[dict[str, Any]]:
        """Return the agreements that are not ready and not dropped."""
        return [row for row in self.agreements if not is_closed(row)]

    def outcome(self, row: Answers) -> Outcome | None:
        """Return what the evaluations said about an agreement."""
        return self.outcomes.get(same_name(row.get("a_activiteit")))

    def as_compared(self) -> dict[str, Any]:
        """Return what two versions of a plan are compared by: the goals, and what still runs."""
        return {"einddoel": self.answers.get("einddoel"), AGREEMENTS: self.running}


def is_closed(row: Answers) -> bool:
    """Tell whether an agreement is ready or dropped."""
    return str(row.get("a_status") or "").startswith(CLOSED)


def rows_of_plan(answers: Answers) -> Iterator[dict[str, Any]]:
    """Yield the agreements of a plan; each has a status."""
    for row in rows(answers.get(AGREEMENTS)):
        if is_filled(row.get("a_activiteit")):
            yield {**row, "a_status": row.get("a_status") or OPEN}


def plan_now(context: Context, *, until: date | None = None, form: str = "") -> Plan:
    """Return the plan as it stands; `until` a day it is as it stood before a paper of `form` on that day.

    Without a finished plan the draft of one counts, so that a first paper can already be prepared.
    """
    last = (until or date.max, _RANK.get(form, len(_RANK)))
    plan = Plan()
    for day, kind, answers in _papers(context):
        if (day, _RANK[kind]) >= last:
            continue
        if kind == PLAN:
            plan = _first(answers, as_day(answers.get("opgesteld_op")), plan)
        elif kind == TALK:
            plan = after_talk(plan, answers)
        elif kind == EVALUATION:
            plan = after_evaluation(plan, answers)
        else:
            plan = after_adjustment(plan, answers)
    return plan


def ready_since(context: Context) -> list[dict[str, Any]]:
    """Return the agreements that became ready since the plan was made or adjusted last, without an adjustment."""
    plan = plan_now(context)
    if plan.day is None:
        return []
    known = {same_name(row["a_activiteit"]) for row in plan_now(context, until=plan.day).agreements if is_closed(row)}
    ready = [row for row in plan.agreements if row["a_status"] == READY]
    return [row for row in ready if same_name(row["a_activiteit"]) not in known]


def _papers(context: Context) -> list[tuple[date, str, Answers]]:
    """Return the finished papers that make the plan, in the order in which they count."""
    found = [(_day(kind, answers), kind, answers) for kind in _RANK for answers in context.history.get(kind, ())]
    if not context.history.get(PLAN) and context.papers.get(PLAN):
        found.append((_day(PLAN, context.papers[PLAN]), PLAN, context.papers[PLAN]))
    return sorted(found, key=lambda paper: (paper[0], _RANK[paper[1]]))


def _day(form: str, answers: Answers) -> date:
    return as_day(answers.get(_DATED[form])) or date.min


def _first(answers: Answers, day: date | None, before: Plan) -> Plan:
    kept = {key: answers[key] for key in _FROM_PLAN if is_filled(answers.get(key))}
    kept["taken"] = answers.get("taakpakket_start")
    kept[AGREEMENTS] = list(rows_of_plan(answers))
    return Plan(kept, day, PLAN, before.adjustments, before.outcomes)


def after_talk(plan: Plan, talk: Answers) -> Plan:
    """Return a plan after a talk that looked back on it: what was kept and is over its date is ready."""
    day = as_day(talk.get("datum"))
    kept = {
        same_name(WHO_AND_WHEN.sub("", str(row.get("afspraak") or "")))
        for row in rows(talk.get("afspraken_oud"))
        if row.get("nagekomen") == "ja"
    }
    found = [
        {**row, "a_status": READY}
        if not is_closed(row) and same_name(row["a_activiteit"]) in kept and _is_over(row, day)
        else row
        for row in plan.agreements
    ]
    return replace(plan, answers={**plan.answers, AGREEMENTS: found}) if plan.form else plan


def _is_over(row: Answers, day: date | None) -> bool:
    ready = as_day(row.get("a_gereed"))
    return ready is not None and day is not None and ready <= day


def after_evaluation(plan: Plan, evaluation: Answers) -> Plan:
    """Return a plan after an evaluation: what is done and over its date is ready; what it agreed stands in the plan.

    Agreements for which the plan is adjusted wait for that adjustment.
    """
    day = as_day(evaluation.get("datum"))
    said = {same_name(row.get("activiteit")): row for row in rows(evaluation.get("activiteiten"))}
    outcomes = dict(plan.outcomes)
    found = []
    for row in plan.agreements:
        name = same_name(row["a_activiteit"])
        told = said.get(name)
        if told is not None and is_filled(told.get("uitgevoerd")):
            outcomes[name] = Outcome(str(told["uitgevoerd"]), str(told.get("resultaat") or ""), day)
            if not is_closed(row):
                over = _is_over(row, day)
                row = {**row, "a_status": READY if told["uitgevoerd"] == "ja" and over else RUNNING}  # noqa: PLW2901
        found.append(row)
    if evaluation.get("bijstelling") is not True:
        known = {same_name(row["a_activiteit"]) for row in found}
        added = list(rows_of_plan({AGREEMENTS: evaluation.get("nieuwe_afspraken")}))
        found.extend(row for row in added if same_name(row["a_activiteit"]) not in known)
    answers = {**plan.answers, AGREEMENTS: found}
    if is_filled(evaluation.get("volgende")):
        answers["evaluatie_eerste"] = evaluation["volgende"]
    return replace(plan, answers=answers, outcomes=outcomes)


def after_adjustment(plan: Plan, adjustment: Answers) -> Plan:
    """Return a plan after an adjustment: what ended is closed, what changed takes its place, what is new is added."""
    ended = {same_name(row.get("activiteit")): row for row in rows(adjustment.get("activiteiten_vervallen"))}
    new = list(rows_of_plan({AGREEMENTS: adjustment.get("activiteiten_nieuw")}))
    placed: set[int] = set()
    found: list[dict[str, Any]] = []
    for row in plan.agreements:
        name = same_name(row["a_activiteit"])
        place = _place_of_next(name, new, placed)
        if place is not None and not is_closed(row):
            placed.add(place)
            found.append(new[place])
        elif (told := ended.get(name)) is not None and row.get("a_status") == READY and told.get("besluit") == STAYS:
            found.append({**row, "a_status": RUNNING})
        elif told is not None and not is_closed(row):
            found.append(_ended(row, told))
        else:
            found.append(row)
    found.extend(row for place, row in enumerate(new) if place not in placed)
    answers = {**plan.answers, AGREEMENTS: found}
    answers.update({key: adjustment[key] for key in _FROM_ADJUSTMENT if is_filled(adjustment.get(key))})
    if is_filled(adjustment.get("taken")):
        answers["taken"] = adjustment["taken"]
    return replace(
        plan,
        answers=answers,
        day=as_day(adjustment.get("datum")) or plan.day,
        form=ADJUSTMENT,
        adjustments=plan.adjustments + 1,
    )


def _place_of_next(name: str, new: list[dict[str, Any]], placed: set[int]) -> int | None:
    """Return which new row comes in the place of an agreement: of the same name, or one that says so."""
    listed = LISTS[AGREEMENTS]
    free = [place for place in range(len(new)) if place not in placed]
    by_name = [place for place in free if listed.named(new[place]) == name]
    return next(iter(by_name or [place for place in free if name in listed.replaced(new[place])]), None)


def _ended(row: dict[str, Any], told: Answers) -> dict[str, Any]:
    decision = str(told.get("besluit") or STAYS)
    if decision == STAYS:
        return row
    return {**row, "a_status": READY if decision == READY else DROPPED, "a_reden": str(told.get("reden") or "")}


# --- what waits for an adjustment -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Agreed:
    """An agreement that was made to stand in the plan, and the paper it was made in."""

    form: str
    day: date
    row: dict[str, Any]


def waiting_for_plan(context: Context, *, until: date | None = None) -> list[Agreed]:
    """Return what talks and evaluations agreed for the plan since it was made or adjusted last, oldest first."""
    plan = plan_now(context, until=until, form=ADJUSTMENT)
    known = {same_name(row["a_activiteit"]) for row in plan.agreements}
    found = []
    for agreed in sorted(_agreed(context), key=lambda one: one.day):
        since = plan.day is None or agreed.day > plan.day or (agreed.form == EVALUATION and agreed.day == plan.day)
        name = same_name(agreed.row.get("a_activiteit"))
        if since and (until is None or agreed.day <= until) and name and name not in known:
            known.add(name)
            found.append(agreed)
    return found


def _agreed(context: Context) -> Iterator[Agreed]:
    for talk in context.history.get(TALK, ()):
        day = as_day(talk.get("datum"))
        for row in rows(talk.get("afspraken_nieuw")):
            if day is not None and row.get("hoort_bij_plan") is True:
                yield Agreed(TALK, day, _as_row(row, day, context))
    for evaluation in context.history.get(EVALUATION, ()):
        day = as_day(evaluation.get("datum"))
        for row in rows(evaluation.get("nieuwe_afspraken")):
            if day is not None and evaluation.get("bijstelling") is True:
                source = _("Evaluatie van {dag}").format(dag=day_numeric(day))
                yield Agreed(EVALUATION, day, {**row, "a_status": OPEN, "a_herkomst": source})


def _as_row(row: Answers, day: date, context: Context) -> dict[str, Any]:
    """Return an agreement of a talk as one of the plan; the kind and the result are still to be chosen."""
    return {
        "a_activiteit": str(row.get("wat") or ""),
        "a_wie": who_is(row.get("wie"), context),
        "a_start": day.isoformat(),
        "a_gereed": row.get("wanneer") or "",
        "a_status": OPEN,
        "a_herkomst": _("Gesprek van {dag}").format(dag=day_numeric(day)),
    }


_ROLES: Final = ("werkgever", "leidinggevende", "werknemer", "casemanager", "bedrijfsarts")


def who_is(name: object, context: Context) -> str:
    """Return which party a name stands for, as a value of `a_wie`; empty when that is not known."""
    said = same_name(name)
    if not said:
        return ""
    if said in _ROLES:
        return said
    employee = context.papers.get("werknemer", {})
    known: list[tuple[str, Iterable[object]]] = [
        ("werknemer", (employee.get("roepnaam"), employee.get("achternaam"))),
        ("leidinggevende", (_name(employee.get("leidinggevende")),)),
        ("werkgever", (_name(context.get("werkgever", "contact")),)),
        ("bedrijfsarts", (context.get("werkgever", "bedrijfsarts"),)),
    ]
    for party, names in known:
        if any(_is_called(said, same_name(one)) for one in names if one):
            return party
    return ""


def _name(person: object) -> object:
    return person.get("naam") if isinstance(person, Mapping) else person


def _is_called(said: str, name: str) -> bool:
    """Tell whether a name that was said is this one: in full, or the first or the last word of it."""
    words = name.split()
    return said in (name, words[0], words[-1]) or said.split(maxsplit=1)[0] == name
