"""The nazorgplan: when the check-ins are, what they must hold, and what earlier papers already know."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Option
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.rules import block, hint, hours_of, numbered_rows, rows_of, warn, works_on
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import N_, _

MOMENTS: Final = (
    Option("2_weken", N_("2 weken")),
    Option("6_weken", N_("6 weken")),
    Option("3_maanden", N_("3 maanden")),
    Option("6_maanden", N_("6 maanden")),
)
DAYS_AFTER: Final = {"2_weken": 14, "6_weken": 42, "3_maanden": 91, "6_maanden": 182}
"""How many days after the return each check-in is: our own choice, no rule of the law asks for it."""
MOST_DAYS_MOVED: Final = 14
"""How far a check-in may be moved before it is another one: our own choice too."""
CHECK_INS: Final = "checkins"
_ONE_DAY: Final = timedelta(days=1)


def four_rows(_context: Context) -> list[dict[str, str]]:
    """Return the check-ins a new plan begins with; their days follow from the day of the return."""
    return [{"moment": moment.value} for moment in MOMENTS]


def _is_free(day: date, pattern: object) -> bool:
    calendar = load_law().calendar
    if hours_of(pattern) is None:
        return not calendar.is_working_day(day)
    return not works_on(day, pattern) or bool(calendar.holiday(day))


def planned_on(start: date, moment: object, context: Context) -> date | None:
    """Return the day of a check-in: so many days after the return, on or after that the first day at work."""
    days = DAYS_AFTER.get(str(moment))
    if days is None or (date.max - start).days < days + MOST_DAYS_MOVED:
        return None
    first = start + timedelta(days=days)
    pattern = context.get("werknemer", "werkpatroon")
    candidates = (first + _ONE_DAY * number for number in range(MOST_DAYS_MOVED))
    return next((day for day in candidates if not _is_free(day, pattern)), first)


def planned_day(row: Answers, context: Context) -> str | None:
    """Return the day of the check-in in a row, with the answers of the form around it."""
    start = as_day(row.get("start"))
    day = None if start is None else planned_on(start, row.get("moment"), context)
    return day.isoformat() if day else None


def _label(moment: object) -> str:
    return next((_(option.label) for option in MOMENTS if option.value == moment), "")


def row_in_words(row: Answers, _context: Context) -> str:
    """Return the second line of a check-in in the list: its day, and how far it is."""
    day, done = as_day(row.get("gepland")), as_day(row.get("gedaan"))
    if done is not None:
        return _("gehouden op {dag}").format(dag=day_weekday(done, year=True))
    if row.get("niet_gewenst") is True:
        return _("niet gewenst door de werknemer")
    return _("gepland op {dag}").format(dag=day_weekday(day, year=True)) if day is not None else ""


# --- what earlier papers know -----------------------------------------------------------------------------------------


def recovered_on(context: Context) -> str | None:
    """Return the day of the full recovery, when the case is closed."""
    day = context.get("zaak", "hersteld_per")
    return str(day) if day else None


def tasks_to_come(context: Context) -> list[dict[str, str]]:
    """Return the tasks the employee does not do yet; none after a full recovery, then all tasks are done again."""
    if recovered_on(context):
        return []
    tasks = rows_of(context.papers.get("taakprofiel", {}), "taken")
    return [{"taak": str(row["taak"])} for row in tasks if row.get("kan") == "kan_nog_niet" and row.get("taak")]


# --- the rules --------------------------------------------------------------------------------------------------------


def start_in_case(answers: Answers, context: Context) -> Iterator[Finding]:
    """The return comes after the first sick day."""
    start, first = as_day(answers.get("start")), context.day("zaak", "eerste_ziektedag")
    if start is not None and first is not None and start <= first:
        yield block("start", _("De terugkeer ligt na de eerste ziektedag."))


def every_check_in(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A check-in is never taken away: it is moved, or the employee does not want it."""
    rows = numbered_rows(answers, CHECK_INS)
    found = [row.get("moment") for _index, row in rows]
    missing = [moment for moment in MOMENTS if moment.value not in found]
    if missing and rows:
        sentence = _(
            "{moment}: dit gesprek staat er niet meer. Zet het terug. Wil je werknemer het niet, kies dat dan in die "
            "regel."
        )
        yield block(CHECK_INS, sentence.format(moment=_("Na {tijd}").format(tijd=_label(missing[0].value))))
    for place, (index, row) in enumerate(rows):
        if row.get("moment") in found[:place]:
            yield block(f"{CHECK_INS}[{index}].moment", _("Dit moment staat er al."))


def moved_a_little(answers: Answers, context: Context) -> Iterator[Finding]:
    """A check-in that is moved stays the same one."""
    start = as_day(answers.get("start"))
    for index, row in numbered_rows(answers, CHECK_INS):
        day = as_day(row.get("gepland"))
        usual = None if start is None else planned_on(start, row.get("moment"), context)
        if day is None or usual is None:
            continue
        place = f"{CHECK_INS}[{index}].gepland"
        if abs((day - usual).days) > MOST_DAYS_MOVED:
            sentence = _("Verzet dit gesprek hoogstens twee weken. Gewoon was {dag}.")
            yield block(place, sentence.format(dag=day_weekday(usual, year=True)))
        elif _is_free(day, context.get("werknemer", "werkpatroon")):
            yield warn(place, _("Op deze dag wordt niet gewerkt."))


def held_in_order(answers: Answers, context: Context) -> Iterator[Finding]:
    """A check-in that was held has a day that was."""
    start = as_day(answers.get("start"))
    for index, row in numbered_rows(answers, CHECK_INS):
        day, place = as_day(row.get("gedaan")), f"{CHECK_INS}[{index}].gedaan"
        if day is None:
            continue
        if day > context.today:
            yield block(place, _("Deze dag moet nog komen."))
        elif start is not None and day < start:
            yield block(place, _("Deze dag ligt voor de terugkeer."))


def what_follows(answers: Answers, _context: Context) -> Iterator[Finding]:
    """What a check-in found asks something of somebody."""
    for index, row in numbered_rows(answers, CHECK_INS):
        if row.get("belasting") in ("deels", "nee") and not is_filled(row.get("actie")):
            yield hint(f"{CHECK_INS}[{index}].actie", _("Het werk past niet helemaal. Wat spreken jullie af?"))
        if row.get("verder") == "overleg_bedrijfsarts":
            yield hint(
                f"{CHECK_INS}[{index}].verder",
                _("Vraag een spreekuur aan. Zeg niet waarom, vraag wat er in het werk kan."),
            )


def limits_end(answers: Answers, _context: Context) -> Iterator[Finding]:
    """An agreement for a while ends after it begins."""
    until, start = as_day(answers.get("grenzen_tot")), as_day(answers.get("start"))
    if until is not None and start is not None and until < start:
        yield block("grenzen_tot", _("Deze dag ligt voor de terugkeer."))


def steps_happen(answers: Answers, context: Context) -> Iterator[Finding]:
    """A step that went well has a day that was."""
    for index, row in numbered_rows(answers, "successen"):
        day = as_day(row.get("datum"))
        if row.get("gelukt") is True and day is not None and day > context.today:
            yield block(f"successen[{index}].datum", _("Deze dag moet nog komen. Is het dan al gelukt?"))


RULES: Final[tuple[Rule, ...]] = (
    start_in_case,
    limits_end,
    steps_happen,
    every_check_in,
    moved_a_little,
    held_in_order,
    what_follows,
)
"""Everything that is checked in a nazorgplan."""
