"""What cannot be tried on the page "Wat als": a sentence for each field that does not fit the others."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from reintegratie_desktop.domain.facts import DONE_STEPS
from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.domain.reading import Node
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.what_if_facts import (
    ADVICE,
    AGAIN,
    APPLICATION,
    BREAK,
    CONTRACT_END,
    FIELDS,
    FIRST_DAY,
    LAST_TALK,
    LEAVE,
    LEAVE_FROM,
    LEAVE_TO,
    NEXT_TALK,
    PLAN,
    RECOVERED,
    REPAIRED,
    SANCTION,
    Trial,
)
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_month
from reintegratie_desktop.text.i18n import N_, _

Refusal = tuple[str, str]
"""The field, and the sentence under it."""

_BEFORE_THE_REPORT: Final = ("ziekmelding_arbodienst", "vangnet_melding")
"""A call on Saturday can be passed on that day, while the first sick day is Monday."""
_ON_THE_PAGE: Final = (ADVICE, PLAN, APPLICATION)
_DOES_NOT_FIT: Final = {
    BREAK: (RECOVERED, N_("Deze dagen passen niet bij de ziekmeldingen van dit dossier.")),
    LEAVE: (LEAVE_FROM, N_("Dit verlof past niet bij de ziekmeldingen van dit dossier.")),
    SANCTION: (
        REPAIRED,
        N_("Zo kan er geen loonsanctie zijn: ze begint pas na de wachttijd, en houdt niet eerder op."),
    ),
}
_OTHERWISE: Final = N_("Deze dag past niet bij de andere dagen van dit dossier.")


def refusals(base: Mapping[str, Any], now: Trial, tried: Trial) -> dict[str, str]:
    """Return a translated sentence per field that cannot be so; `base` are the facts of the case, `now` their days."""
    found: dict[str, str] = {}
    for key, sentence in _all(base, now, tried):
        found.setdefault(key, sentence)
    return found


def does_not_fit(group: str) -> Refusal:
    """Return the field and the sentence for a group of fields that the clock refuses for a reason of its own."""
    key, sentence = _DOES_NOT_FIT.get(group, (group, _OTHERWISE))
    return key, _(sentence)


def _all(base: Mapping[str, Any], now: Trial, tried: Trial) -> Iterator[Refusal]:
    strange = list(_out_of_range(tried))
    yield from strange
    if tried.day(FIRST_DAY) is None:
        yield FIRST_DAY, _("Vul een dag in: zonder eerste ziektedag is er niets te rekenen.")
        return
    if strange:
        return
    yield from _start(base, now, tried)
    yield from _order(base, now, tried)
    yield from _break(tried)
    yield from _leave(base, tried)


def _out_of_range(tried: Trial) -> Iterator[Refusal]:
    for field in FIELDS:
        day = tried.day(field.key)
        if day is None:
            continue
        try:
            Node(day.isoformat(), field.key).day()
        except KnownError:
            yield field.key, _("Dat jaar kan niet kloppen.")
    known_from = load_law().parameters["wia_eerste_dag_uiterlijk"].values[0].starts_on
    first = tried.day(FIRST_DAY)
    if first is not None and first < known_from:
        yield FIRST_DAY, _("Wij kennen de regels pas vanaf {dag}.").format(dag=_shown(known_from))


def _start(base: Mapping[str, Any], now: Trial, tried: Trial) -> Iterator[Refusal]:
    """Check the first sick day against the report before it and against what was done."""
    first = _sure(tried.day(FIRST_DAY))
    earlier = base["perioden"][:-1]
    if earlier and first < date.fromisoformat(earlier[-1]["hersteld_per"]):
        yield (
            FIRST_DAY,
            _("De vorige ziekmelding liep tot {dag}. Kies die dag of een latere.").format(
                dag=_shown(date.fromisoformat(earlier[-1]["hersteld_per"]))
            ),
        )
    begins = date.fromisoformat(earlier[0]["ziek_vanaf"]) if earlier else first
    for step in DONE_STEPS:
        day = base["gedaan"].get(step)
        fixed = day is not None and step not in _BEFORE_THE_REPORT and step not in _ON_THE_PAGE
        if fixed and date.fromisoformat(day) < begins:
            yield FIRST_DAY, _done_before(step, date.fromisoformat(day))
    for key in (*_ON_THE_PAGE, LAST_TALK, NEXT_TALK):
        day = tried.day(key)
        if day is None or day >= begins:
            continue
        if day == now.day(key):
            yield FIRST_DAY, _done_before("evaluatie" if key == LAST_TALK else key, day)
        else:
            yield key, _("Dat is voor de eerste ziektedag, {dag}.").format(dag=_shown(begins))
    for text in sorted(base["gedaan"]["evaluaties"])[:-1]:
        if date.fromisoformat(text) < begins:
            yield FIRST_DAY, _done_before("evaluatie", date.fromisoformat(text))


def _order(base: Mapping[str, Any], now: Trial, tried: Trial) -> Iterator[Refusal]:
    """Check that the plan follows the advice, an evaluation the one before it, and that the contract still runs."""
    advice, plan = tried.day(ADVICE), tried.day(PLAN)
    if advice is not None and plan is not None and plan < advice:
        if plan == now.day(PLAN):
            yield ADVICE, _("Het plan is van {dag}. De probleemanalyse komt daarvoor.").format(dag=_shown(plan))
        else:
            yield PLAN, _("De probleemanalyse is van {dag}. Het plan komt daarna.").format(dag=_shown(advice))
    talks = [date.fromisoformat(text) for text in sorted(base["gedaan"]["evaluaties"])[:-1]]
    last, following = tried.day(LAST_TALK), tried.day(NEXT_TALK)
    if last is not None and talks and last <= talks[-1]:
        yield LAST_TALK, _after_talk(talks[-1])
    before = last or (talks[-1] if talks else None)
    if following is not None and before is not None and following <= before:
        yield NEXT_TALK, _after_talk(before)
    ends, reported = tried.day(CONTRACT_END), tried.day(AGAIN) or _sure(tried.day(FIRST_DAY))
    if ends is not None and ends < reported:
        yield CONTRACT_END, _("De ziekmelding van {dag} komt daarna pas.").format(dag=_shown(reported))


def _break(tried: Trial) -> Iterator[Refusal]:
    recovered, again, first = tried.day(RECOVERED), tried.day(AGAIN), _sure(tried.day(FIRST_DAY))
    if recovered is not None and recovered <= first:
        yield RECOVERED, _("Kies een dag na de eerste ziektedag, {dag}.").format(dag=_shown(first))
    if again is None:
        return
    if recovered is None:
        yield RECOVERED, _("Vul ook in vanaf welke dag iemand weer helemaal werkte.")
    elif again < recovered:
        yield AGAIN, _("Kies {dag} of een latere dag.").format(dag=_shown(recovered))


def _leave(base: Mapping[str, Any], tried: Trial) -> Iterator[Refusal]:
    begins, ends = tried.day(LEAVE_FROM), tried.day(LEAVE_TO)
    if begins is None and ends is None:
        return
    if begins is None or ends is None:
        missing = LEAVE_FROM if begins is None else LEAVE_TO
        yield missing, _("Vul ook de eerste dag in.") if begins is None else _("Vul ook de laatste dag in.")
        return
    if ends < begins:
        yield LEAVE_TO, _("Kies {dag} of een latere dag.").format(dag=_shown(begins))
    for known in base.get("verlof") or ():
        van, tot = date.fromisoformat(known["van"]), date.fromisoformat(known["tot_en_met"])
        if begins <= tot and van <= ends:
            yield (
                LEAVE_FROM,
                _("In het dossier staat al verlof van {van} tot en met {tot}.").format(
                    van=_shown(van), tot=_shown(tot)
                ),
            )
    if ends < _sure(tried.day(FIRST_DAY)) and not base["perioden"][:-1]:
        yield LEAVE_TO, _("Dit verlof is voorbij voor de eerste ziektedag. Dan verandert er niets.")


def _done_before(step: str, day: date) -> str:
    return _("'{stap}' is van {dag}. De eerste ziektedag kan niet later zijn.").format(
        stap=_(RULES[step].title), dag=_shown(day)
    )


def _after_talk(day: date) -> str:
    return _("Kies een dag na de evaluatie van {dag}.").format(dag=_shown(day))


def _shown(day: date) -> str:
    return f"{day_month(day)} {day.year}"


def _sure(day: date | None) -> date:
    assert day is not None
    return day
