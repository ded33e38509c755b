"""How a plan van aanpak takes over what the employer, the employee and the other papers already say."""

from collections.abc import Mapping
from typing import Any

from reintegratie_desktop.forms import buildup
from reintegratie_desktop.forms.advice import contract_hours
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import Option, as_decimal
from reintegratie_desktop.forms.rules import rows_of
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.text.initials import initials


def full_name(value: Any, context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return `K. van Haddou` for a surname."""
    parts = (initials(context.get("werknemer", "voorletters")), context.get("werknemer", "voorvoegsel"), value)
    return " ".join(str(part) for part in parts if part)


def employee_name(context: Context) -> str:
    """Return how the employee is called inside a case; a neutral word when unknown."""
    return str(context.get("werknemer", "roepnaam") or full_name(context.get("werknemer", "achternaam"), context)) or _(
        "de werknemer"
    )


def person_in_a_line(value: Any, _context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return a person as one line: name, function, telephone, e-mail."""
    parts = [value.get(part) for part in ("naam", "functie", "telefoon", "email")] if isinstance(value, Mapping) else []
    return ", ".join(str(part) for part in parts if part)


def doctor_with_service(value: Any, context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return the bedrijfsarts with the name of the arbodienst behind it."""
    service = context.get("werkgever", "arbodienst")
    name = service.get("naam") if isinstance(service, Mapping) else service
    return ", ".join(str(part) for part in (value, name) if part)


def function_with_hours(value: Any, context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return the function with the contract hours behind it."""
    hours = contract_hours(context)
    if hours is None:
        return str(value)
    return _("{functie}, {uren} uur per week").format(functie=value, uren=number(hours))


def tasks_in_a_line(value: Any, _context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return the tasks of a taakprofiel as one sentence, with hours where known."""
    found = []
    for row in rows_of({"taken": value}, "taken"):
        hours = as_decimal(row.get("uren"))
        if row.get("taak"):
            with_hours = _("{taak} ({uren} uur)")
            found.append(row["taak"] if hours is None else with_hours.format(taak=row["taak"], uren=number(hours)))
    return ", ".join(found)


def packages(_answers: Answers, context: Context) -> tuple[Option, ...]:
    """Return the task packages of the taakprofiel; the value is the name, so that it stays readable anywhere."""
    names = [row.get("pakket") for row in rows_of(context.papers.get("taakprofiel", {}), "pakketten")]
    return tuple(Option(name, name) for name in dict.fromkeys(names) if isinstance(name, str) and name)


def reference_to_build_up(_value: Any, context: Context) -> dict[str, str]:  # noqa: ANN401 - a JSON value
    """Return a link to the newest build-up schedule, with its version and its date."""
    return context.reference("opbouwschema")


def chart_of_build_up(_answers: Answers, context: Context) -> dict[str, Any]:
    """Return the agreed hours of the newest build-up schedule as a `chart_hours` answer, without the worked hours."""
    return {**buildup.chart_of(context.papers.get("opbouwschema", {}), context), "worked": []}


def days_after_advice(answers: Answers, context: Context) -> str | None:
    """Return how many days after the first advice the first plan is made, in words; None when that is not known."""
    made, advised = as_day(answers.get("opgesteld_op")), context.day("probleemanalyse", "datum_document")
    later = context.history.get("plan_van_aanpak") or len(context.history.get("probleemanalyse", ())) > 1
    if made is None or advised is None or later or made < advised:
        return None
    days = (made - advised).days
    return ngettext("{n} dag", "{n} dagen", days).format(n=days)


def knows_days_after_advice(answers: Answers, context: Context) -> bool:
    """Tell whether there are days to count between the first advice and the first plan."""
    return days_after_advice(answers, context) is not None


def reference_to_contact_plan(_value: Any, context: Context) -> dict[str, str]:  # noqa: ANN401 - a JSON value
    """Return a link to the newest contact plan, with its version and its date."""
    return context.reference("contactplan")


def employer_signs(context: Context) -> dict[str, str]:
    """Return a signature that is still to be put, in the name of the contact person."""
    contact = context.get("werkgever", "contact")
    parts = [contact.get(part) for part in ("naam", "functie")] if isinstance(contact, Mapping) else []
    return {"naam": ", ".join(str(part) for part in parts if part), "datum": "", "status": "nog_niet"}


def employee_signs(context: Context) -> dict[str, str]:
    """Return a signature that is still to be put, in the name of the employee."""
    name = full_name(context.get("werknemer", "achternaam"), context)
    return {"naam": name, "datum": "", "status": "nog_niet"}
