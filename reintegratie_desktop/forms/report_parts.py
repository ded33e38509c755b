"""What the re-integratieverslag is made of: which papers stand for which part, and what misses.

The file tells some of it as `verslagfeiten` in the context: `ongetekend` (keys of forms whose newest paper still waits
for a signature), `afgevinkt` (step to the day it was done outside the program), `toelichtingen` (step to the reason
that was written down), `contacten` and `gesprekken` (how many), `eerste` and `laatste` (days).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from reintegratie_desktop.forms import buildup
from reintegratie_desktop.forms.advice import FORMS as ADVICE_FORMS
from reintegratie_desktop.forms.advice import advices
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.fields import Option, as_decimal
from reintegratie_desktop.forms.plan_carry import full_name, tasks_in_a_line
from reintegratie_desktop.forms.rules import rows_of
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import N_, _, ngettext

FACTS: Final = "verslagfeiten"
YEAR_EVALUATION: Final = "eerstejaarsevaluatie"
_EVALUATIONS: Final = {
    "evaluatie": (YEAR_EVALUATION, "periodiek"),
    "gesprek": (YEAR_EVALUATION, "zesweken_evaluatie"),
}
"""The papers that hold an evaluation, each with the kind of the first year and that of every six weeks."""


@dataclass(frozen=True)
class Part:
    """One part every report has: its field, the step of the case it is, and the form that makes it."""

    key: str
    step: str
    form: str
    name: str
    needs_work: bool = False
    """Not asked when no advice ever saw work that could be done."""


PARTS: Final = (
    Part("d1", "probleemanalyse", "probleemanalyse", N_("Probleemanalyse")),
    Part("d3", "plan_van_aanpak", "plan_van_aanpak", N_("Plan van aanpak"), needs_work=True),
    Part("d5", YEAR_EVALUATION, "evaluatie", N_("Eerstejaarsevaluatie"), needs_work=True),
    Part("d6", "eindevaluatie", "eindevaluatie", N_("Eindevaluatie"), needs_work=True),
    Part("d7", "actueel_oordeel", "actueel_oordeel", N_("Actueel oordeel")),
)
PART_OPTIONS: Final = tuple(Option(part.key, part.name) for part in PARTS)


def fact(context: Context, key: str) -> Any:  # noqa: ANN401 - a JSON value
    """Return one of the facts the file tells about the report; None when it does not."""
    return context.get(FACTS, key)


# --- the papers -------------------------------------------------------------------------------------------------------


def _link(form: str, version: object, day: date) -> dict[str, str]:
    return {"soort": form, "versie": str(version), "datum": day.isoformat()}


def _versions(context: Context, form: str) -> list[dict[str, str]]:
    return [_link(form, issue.version, issue.made_on) for issue in context.issues.get(form, ())]


def _evaluations(context: Context, *, of_year: bool | None = None) -> list[dict[str, str]]:
    """Return the finished evaluations, oldest first; `of_year` only those of the first year, or only the others."""
    found = []
    for form, (year, _other) in _EVALUATIONS.items():
        papers = zip(context.history.get(form, ()), context.issues.get(form, ()), strict=False)
        for answers, issue in papers:
            kind = answers.get("soort")
            if kind in _EVALUATIONS[form] and of_year in (None, kind == year):
                found.append(_link(form, issue.version, as_day(answers.get("datum")) or issue.made_on))
    return sorted(found, key=lambda link: link["datum"])


def _paper_of(part: Part, context: Context) -> dict[str, str] | None:
    """Return the paper that is a part: the first version, of an evaluation the newest; a step ticked off has a day."""
    if part.step == YEAR_EVALUATION:
        links = _evaluations(context, of_year=True)[-1:]
    elif part.key == "d6":
        links = _versions(context, part.form)[-1:]
    else:
        links = _versions(context, part.form)[:1] if part.key != "d7" else _versions(context, part.form)[-1:]
    if links:
        return links[0]
    day = (fact(context, "afgevinkt") or {}).get(part.step)
    return (
        {"soort": part.form if part.step != YEAR_EVALUATION else part.step, "versie": "", "datum": day} if day else None
    )


def part_of(key: str, context: Context) -> dict[str, str]:
    """Return the link a part shows: to its paper, or in words that it is not there."""
    part = next(part for part in PARTS if part.key == key)
    found = _paper_of(part, context)
    if found is None and key == "d6":
        found = next(iter(_evaluations(context)[-1:]), None)
    return found or {"soort": _("niet in dit dossier"), "versie": "", "datum": ""}


def missing_parts(context: Context) -> tuple[Part, ...]:
    """Return the parts that are asked and not there."""
    known = advices(context)
    no_work = bool(known) and not any(advice.allows_work for advice in known)
    return tuple(
        part
        for part in PARTS
        if not (part.needs_work and no_work)
        and not (part.step == YEAR_EVALUATION and _ended_before(part.step, context))
        and _paper_of(part, context) is None
    )


def _ended_before(step: str, context: Context) -> bool:
    """Tell whether the employment ended before a step was due: then nobody asks for it."""
    due = as_day(context.get("zaak", "termijnen", {}).get(step))
    ended = as_day(context.get("zaak", "feiten", {}).get("einde_dienstverband"))
    return due is not None and ended is not None and ended < due


def _in_words(title: str, link: Mapping[str, str]) -> str:
    return _("{papier}, versie {nr} van {dag}").format(
        papier=_(title), nr=link["versie"], dag=day_numeric(link["datum"])
    )


def changed_advice(_answers: Answers, context: Context) -> list[str]:
    """Return every later advice: later versions of the probleemanalyse, and the bijstellingen."""
    later = _versions(context, ADVICE_FORMS[1])[1:]
    lines = [(link["datum"], _in_words(N_("Probleemanalyse"), link)) for link in later]
    changed = _versions(context, ADVICE_FORMS[0])
    lines += [(link["datum"], _in_words(N_("Bijstelling probleemanalyse"), link)) for link in changed]
    return [line for _day, line in sorted(lines)]


def changed_plan(_answers: Answers, context: Context) -> list[str]:
    """Return every later plan: later versions of the plan van aanpak, and the bijstellingen."""
    later = _versions(context, "plan_van_aanpak")[1:]
    lines = [(link["datum"], _in_words(N_("Plan van aanpak"), link)) for link in later]
    changed = _versions(context, "bijstelling_plan_van_aanpak")
    lines += [(link["datum"], _in_words(N_("Bijstelling plan van aanpak"), link)) for link in changed]
    return [line for _day, line in sorted(lines)]


_SPOOR2: Final = (
    ("spoor2_start", N_("Spoor 2: start en trajectplan")),
    ("zoekprofiel", N_("Zoekprofiel")),
    ("voortgangsrapportage", N_("Voortgangsrapportage")),
    ("werkervaringsplaats", N_("Werkervaringsplaats")),
)


def spoor2_papers(_answers: Answers, context: Context) -> list[str]:
    """Return the papers of spoor 2, in order of date."""
    lines = [(link["datum"], _in_words(title, link)) for form, title in _SPOOR2 for link in _versions(context, form)]
    return [line for _day, line in sorted(lines)]


def newest(form: str, context: Context) -> dict[str, str] | None:
    """Return a link to the newest version of a paper; None when there is none."""
    return next(iter(_versions(context, form)[-1:]), None)


# --- what the other records say ---------------------------------------------------------------------------------------


def _lines(*lines: object) -> str:
    return "\n".join(str(line) for line in lines if line)


def _address(value: object) -> str:
    if not isinstance(value, Mapping):
        return ""
    town = " ".join(str(part) for part in (value.get("postcode"), value.get("plaats")) if part)
    return ", ".join(str(part) for part in (value.get("straat"), town) if part)


def _person(value: object) -> str:
    parts = [value.get(part) for part in ("naam", "functie", "telefoon", "email")] if isinstance(value, Mapping) else []
    return ", ".join(str(part) for part in parts if part)


def _told(words: str, value: object) -> str:
    return _(words).format(waarde=value) if value else ""


def employer_block(_answers: Answers, context: Context) -> str:
    """Return the employer in a few lines."""
    firm = context.papers.get("werkgever", {})
    return _lines(
        firm.get("handelsnaam"),
        _address(firm.get("adres")),
        _told(N_("KvK {waarde}"), firm.get("kvk")),
        _told(N_("Loonheffingennummer {waarde}"), firm.get("loonheffingennr")),
        _told(N_("Contactpersoon: {waarde}"), _person(firm.get("contact"))),
    )


def employee_block(_answers: Answers, context: Context) -> str:
    """Return the employee in a few lines; never the citizen number."""
    person = context.papers.get("werknemer", {})
    born, since = as_day(person.get("geboortedatum")), as_day(person.get("in_dienst"))
    hours = as_decimal(person.get("contracturen"))
    name = full_name(person["achternaam"], context) if person.get("achternaam") else ""
    return _lines(
        name,
        _address(person.get("adres")),
        _told(N_("Geboren op {waarde}"), day_numeric(born) if born else ""),
        _told(N_("In dienst sinds {waarde}"), day_numeric(since) if since else ""),
        _told(N_("Contract van {waarde} uur per week"), number(hours) if hours is not None else ""),
    )


def service_block(_answers: Answers, context: Context) -> str:
    """Return the bedrijfsarts and the arbodienst in a few lines."""
    doctor = (
        context.get("actueel_oordeel", "bedrijfsarts")
        or context.get("probleemanalyse", "bedrijfsarts")
        or context.get("werkgever", "bedrijfsarts")
    )
    return _lines(_told(N_("Bedrijfsarts: {waarde}"), doctor), _person(context.get("werkgever", "arbodienst")))


def job_block(_answers: Answers, context: Context) -> str:
    """Return the function with its tasks, as the taakprofiel tells it."""
    function = context.get("taakprofiel", "functie") or context.get("werknemer", "functie")
    tasks = tasks_in_a_line(context.get("taakprofiel", "taken"), context)
    return _lines(function, context.get("taakprofiel", "omschrijving"), _told(N_("Taken: {waarde}"), tasks))


def first_day(_answers: Answers, context: Context) -> str | None:
    """Return the first sick day of the case."""
    day = context.day("zaak", "eerste_ziektedag")
    return day.isoformat() if day else None


def end_of_wait(_answers: Answers, context: Context) -> str | None:
    """Return the last day of the wachttijd: the day before the first one on which WIA can begin."""
    day = as_day(context.get("zaak", "termijnen", {}).get("wia_eerste_dag"))
    return (day - buildup.ONE_DAY).isoformat() if day else None


def functions_known(context: Context) -> list[dict[str, str]]:
    """Return the functions in the company that other papers name, as rows that still ask how many there are."""
    names = [context.get("werknemer", "functie")]
    names += [row.get("functie") for row in rows_of(context.papers.get("spoor1_onderzoek", {}), "ander_intern")]
    return [{"functie": name} for name in dict.fromkeys(names) if isinstance(name, str) and name]


def wage_before(value: object, context: Context) -> str | None:
    """Return the wage a month on the first sick day, when the wage is agreed by the month."""
    first = context.day("zaak", "eerste_ziektedag")
    rows = [(as_day(row.get("van")), row) for row in rows_of({"loon": value}, "loon") if row.get("per") == "maand"]
    held = [(day, str(row["bedrag"])) for day, row in rows if day and first and day <= first and row.get("bedrag")]
    return max(held)[1] if held else None


def explained_parts(context: Context) -> list[dict[str, str]]:
    """Return the reasons that were written down for parts that miss, as rows."""
    told = fact(context, "toelichtingen") or {}
    return [{"onderdeel": part.key, "reden": told[part.step]} for part in missing_parts(context) if told.get(part.step)]


def worked_hours(_answers: Answers, context: Context) -> dict[str, Any] | None:
    """Return planned against worked hours of the newest schedule; None without worked hours."""
    chart = buildup.chart_of(context.papers.get("opbouwschema", {}), context)
    return chart if chart["worked"] else None


def contacts_in_words(_answers: Answers, context: Context) -> str | None:
    """Return how often there was contact, and from when to when."""
    contacts, talks = (int(fact(context, key) or 0) for key in ("contacten", "gesprekken"))
    first, last = (as_day(fact(context, key)) for key in ("eerste", "laatste"))
    if first is None or last is None:
        return None
    return _("{gesprekken} en {contacten}, van {van} tot en met {tot}. De lijst staat in het logboek.").format(
        gesprekken=ngettext("{n} gesprek", "{n} gesprekken", talks).format(n=talks),
        contacten=ngettext("{n} ander contact", "{n} andere contacten", contacts).format(n=contacts),
        van=day_numeric(first),
        tot=day_numeric(last),
    )


def told_the_employee(_value: object, _context: Context) -> bool:
    """Return yes: there is a paper that says that the employee knows of the own opinion."""
    return True


def waiting(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the field and the name of each part whose paper still waits for a signature."""
    unsigned = fact(context, "ongetekend") or []
    for part in PARTS:
        found = _paper_of(part, context)
        if found is not None and found["soort"] in unsigned and found["versie"]:
            yield part.key, part.name


def has(compute: Any) -> Any:  # noqa: ANN401 - a function that computes, a function that tells
    """Return whether a part has something to show."""
    return lambda answers, context: is_filled(compute(answers, context))
