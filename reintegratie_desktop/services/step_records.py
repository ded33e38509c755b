"""What was not at hand when somebody called in sick: a calm task, until the first paper that needs it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.forms.context import is_filled
from reintegratie_desktop.services.case_clock import REPORT_TO_ARBODIENST
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.step_words import who_words
from reintegratie_desktop.text.formatting import days_left
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

ADDRESS: Final = ("straat", "postcode", "plaats")
FIRM_STEP: Final = "gegevens_werkgever"
EMPLOYEE_STEP: Final = "gegevens_werknemer"
NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "werkgever": (
        "handelsnaam", "adres", "branche", "aantal_wn", "contact", "arbodienst", "or_vorm", "loon_jaar1", "loon_jaar2",
    ),
    "werknemer": (
        "voorletters", "achternaam", "functie", "contracturen", "leidinggevende", "contractsoort", "in_dienst",
        "adres", "telefoon", "geboortedatum", "personeelsnr",
    ),
}  # fmt: skip
"""The required answers of both records, written out: the first page may not wait for the forms to load."""
_BEFORE: Final = (REPORT_TO_ARBODIENST, "plan_van_aanpak")
"""The steps before which it is asked for, the first that is still to be done."""


def misses(record: str, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the required answers a record was kept without."""
    ends = answers.get("contractsoort") == "bepaalde_tijd"
    asked = (*NEEDED[record], "einddatum") if record == "werknemer" and ends else NEEDED[record]
    return tuple(key for key in asked if not _is_there(answers.get(key), whole=key == "adres"))


def _is_there(answer: object, *, whole: bool) -> bool:
    """Tell whether an answer is there; of an address every part."""
    if whole:
        return isinstance(answer, Mapping) and all(is_filled(answer.get(part)) for part in ADDRESS)
    return is_filled(answer)


def record_steps(reader: "CaseReader") -> Iterator[StepView]:
    """Yield a task for each record that was kept with less than the papers need; none in a closed case."""
    if not reader.is_open or not reader.is_finished("ziekmelding"):
        return
    for record, step, answers in (
        ("werkgever", FIRM_STEP, reader.desk.employer),
        ("werknemer", EMPLOYEE_STEP, reader.employee),
    ):
        keys = misses(record, answers)
        if keys:
            yield _step(reader, record, step, keys)


def _step(reader: "CaseReader", record: str, step: str, keys: tuple[str, ...]) -> StepView:
    from reintegratie_desktop.services.places import record_title  # noqa: PLC0415 - only when something misses
    from reintegratie_desktop.services.record_gaps import labels  # noqa: PLC0415 - likewise

    names = labels(record, keys)
    ahead = [
        milestone for milestone in reader.clock.termijnen if milestone.id in _BEFORE and milestone.gedaan_op is None
    ]
    day = max(reader.today, min((milestone.streefdatum for milestone in ahead), default=reader.today))
    left = (day - reader.today).days
    told = _("Nog niet ingevuld: {wat}.").format(wat=", ".join(name[:1].lower() + name[1:] for name in names))
    why = [_("Een ziekmelding kan zonder. Het papier dat dit nodig heeft, vraagt er eerst om.")]
    if "geboortedatum" in keys:
        why.append(_("Zonder geboortedatum rekent het programma niet uit wanneer de AOW begint."))
    if "contractsoort" in keys or "einddatum" in keys:
        why.append(_("Zonder het contract weet het programma niet of het afloopt."))
    title = (
        _("Gegevens van je bedrijf aanvullen")
        if record == "werkgever"
        else _("Gegevens van {naam} aanvullen").format(naam=reader.first_name)
    )
    return StepView(
        id=step,
        title=title,
        detail=ngettext("Nog {n} vraag open", "Nog {n} vragen open", len(keys)).format(n=len(keys)),
        who=who_words(("werkgever",), reader.first_name),
        state=StepState.WAITING,
        state_words=days_left(left),
        day=day,
        days_left=left,
        form=record,
        action=_("Aanvullen"),
        explanation=" ".join((told, *why)),
        short_title=record_title(record),
        on_time_line=False,
        small=True,
    )
