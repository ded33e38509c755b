"""The check of a case ("is mijn dossier op orde?"): looked up, explained, ticked off, and told as data or words."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.check.check import check
from reintegratie_desktop.domain.check.facts import CONFIRMED, CheckFacts
from reintegratie_desktop.domain.check.item import CheckItem, Gewicht, Groep, Stand, counts
from reintegratie_desktop.domain.check.rules import RULES
from reintegratie_desktop.forms.fields import LongText
from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.services.check_drafts import change_fact, drop_draft
from reintegratie_desktop.services.check_facts import EXPLAINED, TICKED, check_facts
from reintegratie_desktop.services.check_views import CheckItemView, FileCheckView
from reintegratie_desktop.services.check_waits import waits
from reintegratie_desktop.services.names import first_name, full_name
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

WEIGHT_WORDS: Final = {Gewicht.ZWAAR: N_("zwaar"), Gewicht.MIDDEL: N_("middel"), Gewicht.LICHT: N_("licht")}
STAND_WORDS: Final = {
    Stand.OP_ORDE: N_("op orde"),
    Stand.TOEGELICHT: N_("op orde, met uitleg"),
    Stand.NIET_NODIG: N_("niet nodig"),
    Stand.KOMT_NOG: N_("komt nog"),
    Stand.BINNENKORT: N_("kan nu"),
    Stand.TE_LAAT: N_("uitleggen"),
    Stand.ONTBREEKT: N_("op te lossen"),
}
GROUP_WORDS: Final = {
    Groep.HERSTELLEN: N_("Eerst oplossen"),
    Groep.UITLEGGEN: N_("Uitleggen"),
    Groep.KOMT_NOG: N_("Komt nog"),
    Groep.OP_ORDE: N_("Op orde"),
    Groep.NIET_NODIG: N_("Niet nodig"),
}
_ACTIONS: Final = {Stand.ONTBREEKT: N_("Oplossen"), Stand.TE_LAAT: N_("Leg uit"), Stand.BINNENKORT: N_("Begin")}
_LONGEST_REASON: Final = LongText(key="reden", label="").max_length
_INDENT: Final = "    "
_FIRST: Final = "probleemanalyse"
_IN_A_REPORT: Final = "eerstejaars_meningen"
_STEPS: Final = {"verslag": "riv_aan_werknemer"}
"""Points that have another name than the step of the case they are about."""


def check_case(desk: "Workspace", case_id: str) -> FileCheckView:
    """Return the check of a case today: the points by heading, inside one the heaviest first; what comes by its day."""
    case = desk.store.cases.get(case_id)
    facts = check_facts(desk, case)
    found = check(facts)
    employee = desk.store.records.werknemer(case.werknemer_id)
    ticked: Mapping[str, str] = case.facts.get(TICKED, {})
    numbers = counts(found)
    is_calm = not any(item.stand.asks for item in found)
    early = _first_paper(found) if is_calm else None
    ordered = sorted(found, key=_place)
    return FileCheckView(
        case_id=case.id,
        number=case.nummer,
        employee_name=full_name(employee),
        first_name=first_name(employee),
        day=facts.today,
        law_date=facts.clock.eerste_ziektedag,
        headline=_headline(numbers, early=early is not None, nothing=is_calm and not facts.has_steps),
        advice=_what_first(facts, numbers, early, is_calm=is_calm),
        items=tuple(_view(item, ticked.get(item.id), _slot_of(desk, case, item)) for item in ordered),
        counts=numbers,
        is_open=case.hersteld_per is None,
        is_early=early is not None,
        waits=waits(desk, case_id) if is_calm and early is None and case.hersteld_per is None else (),
    )


def heavy_points(desk: "Workspace", case_id: str) -> int:
    """Return how many points that weigh heavily are late or missing today; 0 in a case that is closed or not begun."""
    case = desk.store.cases.get(case_id)
    if case.hersteld_per is not None or not desk.is_reported(case_id):
        return 0
    return check_case(desk, case_id).heavy


def heavy_line(desk: "Workspace", case_id: str) -> str:
    """Return the quiet line in the dossier that leads to the check; empty when nothing weighs heavily."""
    heavy = heavy_points(desk, case_id)
    if not heavy:
        return ""
    return ngettext(
        "{n} punt weegt zwaar voor UWV en is nog niet op orde.",
        "{n} punten wegen zwaar voor UWV en zijn nog niet op orde.",
        heavy,
    ).format(n=heavy)


def _place(item: CheckItem) -> tuple[int, bool, date, int]:
    """Return where a point stands: by heading and weight; of what is still to come first what can be done now."""
    comes = item.groep is Groep.KOMT_NOG
    day = item.uiterlijk if comes and item.uiterlijk is not None else date.max
    return (
        list(Groep).index(item.groep),
        comes and item.stand is not Stand.BINNENKORT,
        day,
        list(Gewicht).index(item.gewicht),
    )


def _first_paper(found: Iterable[CheckItem]) -> CheckItem | None:
    """Return the advice that everything begins with, while it is still to come."""
    return next((item for item in found if item.id == _FIRST and item.groep is Groep.KOMT_NOG), None)


def _headline(numbers: Mapping[Groep, int], *, early: bool, nothing: bool) -> str:
    if early or nothing:
        return _("Nog niets te controleren") if early else _("Niets te controleren")
    whole = sum(numbers.values()) - numbers[Groep.NIET_NODIG]
    counted = _("{goed} van {alle} op orde").format(goed=numbers[Groep.OP_ORDE], alle=whole)
    if numbers[Groep.HERSTELLEN]:
        return counted
    # Nothing is wrong: what is not in order yet only has to come, or to be explained.
    return _("Niets op te lossen. {telling}").format(telling=counted)


def _what_first(facts: CheckFacts, numbers: Mapping[Groep, int], early: CheckItem | None, *, is_calm: bool) -> str:
    if early is not None:
        words = _("Eerst komt de probleemanalyse. {dagen} Daarna zie je hier hoe je dossier ervoor staat.")
        return words.format(dagen=early.bevinding)
    if is_calm and not facts.has_steps:
        return _("Voor deze werknemer gelden de stappen van de wet niet.")
    return _advice(numbers, recovered=facts.clock.hersteld_per is not None)


def _slot_of(desk: "Workspace", case: Case, item: CheckItem) -> str:
    """Return which report gets a new version, for a point about what stands in a report of a talk."""
    if item.id != _IN_A_REPORT or item.stand is not Stand.ONTBREEKT:
        return ""
    talks = [info for info in desk.store.papers.infos(case.id) if info.form == item.rule.formulier]
    talks.sort(key=lambda info: (info.made_on, info.at), reverse=True)
    kinds = ((info.slot, desk.store.papers.get(info.id).answers.get("soort")) for info in talks)
    return next((slot for slot, kind in kinds if kind == item.rule.soort), "")


def _advice(numbers: Mapping[Groep, int], *, recovered: bool) -> str:
    """Return what to do first; never what UWV will decide."""
    if recovered:
        return _("Bewaar dit dossier: wordt je werknemer binnen vier weken opnieuw ziek, dan telt het door.")
    repair, explain = numbers[Groep.HERSTELLEN], numbers[Groep.UITLEGGEN]
    if repair:
        return ngettext("Los eerst het punt bovenaan op.", "Los eerst de {n} punten bovenaan op.", repair).format(
            n=repair
        )
    if explain:
        return ngettext(
            "Leg nog uit waarom {n} punt anders liep.", "Leg nog uit waarom {n} punten anders liepen.", explain
        ).format(n=explain)
    return _("Voor UWV is er vandaag niets te herstellen.")


def _view(item: CheckItem, ticked: str | None, slot: str) -> CheckItemView:
    rule = item.rule
    settles = bool(item.herstel)
    explains = item.stand is Stand.TE_LAAT and item.mag_uitleggen
    has_form = rule.formulier in KEYS and not explains
    weight, group = _(WEIGHT_WORDS[item.gewicht]), _(STAND_WORDS[item.stand])
    return CheckItemView(
        id=item.id,
        rule=rule.id,
        title=item.titel,
        stand=item.stand,
        stand_words=group,
        group=item.groep,
        finding=item.bevinding,
        why=item.waarom,
        source=item.grondslag,
        weight=item.gewicht,
        weight_words=weight,
        repair=item.herstel,
        action=_(_ACTIONS[item.stand]) if settles and item.stand in _ACTIONS else "",
        form=rule.formulier if settles and has_form else "",
        kind=rule.soort if settles and has_form else "",
        page="" if has_form or not settles else "toets" if explains else rule.pagina,
        due=item.uiterlijk,
        done_on=item.gedaan_op,
        explanation=item.motivering,
        explanation_goes_to=_("Deze uitleg komt in het verslag, bij dit punt.") if item.mag_uitleggen else "",
        may_explain=item.mag_uitleggen,
        needs_both=rule.artikel_5,
        reason_replaces=item.uitleg_vervangt,
        may_confirm=rule.vinkbaar,
        confirmed_on=date.fromisoformat(ticked) if rule.vinkbaar and ticked else None,
        step=_STEPS.get(rule.id, rule.id),
        slot=slot,
        spoken=_("{punt}, {stand}, gewicht {gewicht}").format(punt=item.titel, stand=group, gewicht=weight),
    )


# --- writing down -----------------------------------------------------------------------------------------------------


def explain(desk: "Workspace", case_id: str, item_id: str, reason: str, *, both_agree: bool, day: date) -> None:
    """Write down why something went otherwise: the reason, whether both agree, and since when (art. 5).

    Raises:
        KnownError: the point cannot be explained, the reason is empty, too long or holds a word that may be about
            health (code `woordwachter`), or the day lies before the first sick day or in the future.
    """
    item = _item(desk, case_id, item_id)
    if not item.may_explain:
        raise KnownError(
            _("Bij dit punt hoort geen uitleg."), _("Kijk bij het punt zelf hoe je het oplost."), code="onderdeel"
        )
    words = reason.strip()
    if not words:
        raise KnownError(_("Er staat nog geen reden."), _("Schrijf in je eigen woorden op waarom."), code="reden")
    if len(words) > _LONGEST_REASON:
        raise KnownError(
            _("Deze reden is te lang."),
            _("Er passen {aantal} tekens. Maak de tekst korter.").format(aantal=_LONGEST_REASON),
            code="reden",
        )
    _check_day(desk, case_id, day)
    hits = find(words, allowed=desk.allowed_words(case_id))
    if hits:
        raise KnownError(
            _("Deze woorden kunnen over gezondheid gaan: {woorden}.").format(
                woorden=", ".join(dict.fromkeys(hit.word for hit in hits))
            ),
            _("Schrijf alleen over het werk, de planning en de afspraken."),
            code="woordwachter",
        )
    told = {"reden": words, "beide_eens": both_agree, "datum": day.isoformat()}
    change_fact(desk, case_id, EXPLAINED, item_id, told)
    drop_draft(desk, case_id, item_id)
    desk.journal(case_id, "deadline", _("Uitleg vastgelegd: {punt}").format(punt=item.title), day=day)


def withdraw(desk: "Workspace", case_id: str, item_id: str) -> None:
    """Take a reason back; the journal keeps both lines. Without a reason nothing happens."""
    if item_id not in desk.store.cases.get(case_id).facts.get(EXPLAINED, {}):
        return
    change_fact(desk, case_id, EXPLAINED, item_id, None)
    desk.journal(case_id, "correctie", _("Uitleg weggehaald: {punt}").format(punt=_title(desk, case_id, item_id)))


def confirm(desk: "Workspace", case_id: str, item_id: str, day: date) -> None:
    """Write down on which day something was done that the program does not make a paper of.

    Raises:
        KnownError: the point is not one that is ticked off here, or the day cannot be true.
    """
    _check_confirmed(item_id)
    _check_day(desk, case_id, day)
    change_fact(desk, case_id, TICKED, item_id, day.isoformat())
    desk.journal(case_id, "deadline", _("Afgevinkt: {stap}").format(stap=_(RULES[item_id].titel)), day=day)


def unconfirm(desk: "Workspace", case_id: str, item_id: str) -> None:
    """Take such a tick back; the journal keeps both lines.

    Raises:
        KnownError: the point is not one that is ticked off here.
    """
    _check_confirmed(item_id)
    change_fact(desk, case_id, TICKED, item_id, None)
    desk.journal(case_id, "correctie", _("Vinkje weggehaald: {stap}").format(stap=_(RULES[item_id].titel)))


def _item(desk: "Workspace", case_id: str, item_id: str) -> CheckItemView:
    try:
        return check_case(desk, case_id).item(item_id)
    except KeyError as error:
        raise _unknown(item_id) from error


def _title(desk: "Workspace", case_id: str, item_id: str) -> str:
    found = [item.title for item in check_case(desk, case_id).items if item.id == item_id]
    return found[0] if found else item_id


def _check_confirmed(item_id: str) -> None:
    if item_id not in CONFIRMED:
        raise _unknown(item_id)


def _unknown(item_id: str) -> KnownError:
    return KnownError(
        _("Het punt '{punt}' staat niet in de controle.").format(punt=item_id),
        _("Kijk met 'reintegratie toets' welke er zijn."),
        code="onderdeel",
    )


def _check_day(desk: "Workspace", case_id: str, day: date) -> None:
    if not desk.store.cases.get(case_id).eerste_ziektedag <= day <= desk.today:
        raise KnownError(
            _("Deze dag kan niet kloppen."),
            _("Kies een dag vanaf de eerste ziektedag en niet in de toekomst."),
            code="dag",
        )


# --- telling ----------------------------------------------------------------------------------------------------------


def as_data(view: FileCheckView) -> dict[str, Any]:
    """Return the check as JSON data: dates ISO, texts in the language in use."""
    return {
        "dossier": view.number,
        "peildatum": view.day.isoformat(),
        "op_orde": view.in_order,
        "onderdelen": [_item_data(item) for item in view.items],
    }


def _item_data(item: CheckItemView) -> dict[str, Any]:
    told = item.explanation
    return {
        "id": item.id,
        "titel": item.title,
        "stand": item.stand.value,
        "bevinding": item.finding,
        "waarom": item.why,
        "grondslag": item.source,
        "gewicht": item.weight.value,
        "herstel": item.repair,
        "opent": {"formulier": item.form or None, "soort": item.kind or None, "pagina": item.page or None},
        "uiterlijk": item.due.isoformat() if item.due else None,
        "gedaan_op": item.done_on.isoformat() if item.done_on else None,
        "motivering": None
        if told is None
        else {"reden": told.reden, "beide_eens": told.beide_eens, "datum": told.datum.isoformat()},
    }


def as_text(view: FileCheckView, *, width: int) -> Iterator[str]:
    """Yield the check in words, in lines of so many letters: what asks something in full, the rest in short."""
    yield _("Dossier {nummer}, {naam}. Stand op {dag}").format(
        nummer=view.number, naam=view.employee_name, dag=day_long(view.day)
    )
    yield f"{view.headline}. {view.advice}"
    if view.waits:
        yield _("Wel wacht nog: {wat}.").format(wat=", ".join(item.words for item in view.waits))
    for group in Groep:
        items = view.group(group)
        if items:
            yield ""
            yield f"{_(GROUP_WORDS[group])} ({len(items)})"
        for item in items:
            yield from _item_text(item, width)


def _item_text(item: CheckItemView, width: int) -> Iterator[str]:
    yield f"  {item.title} ({item.weight_words})"
    yield from _wrapped(item.finding, width)
    if item.stand.asks or item.stand is Stand.BINNENKORT:
        yield from _wrapped(item.why, width)
        yield from _wrapped(item.repair, width)
        yield from _wrapped(item.source, width)
    if item.explanation is not None:
        yield from _wrapped(_("Uitleg: {reden}").format(reden=item.explanation.reden), width)


def _wrapped(text: str, width: int) -> Iterator[str]:
    yield from textwrap.wrap(text, width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False)
