"""The message to the occupational health service: its rules, and the facts of the case that it carries."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from reintegratie_desktop.forms.context import Answers, Context, is_filled
from reintegratie_desktop.forms.fields import Computed, Field
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.rules import block, hours_of, label_of, shown, warn
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import N_, _

_ASKS_FOR_REASON: Final = re.compile(
    r"\boorzaak|\baan de hand\b|\bwaarom\b.{0,20}\bziek|\bwelke ziekte"
    r"|\bwat (?:heeft|mankeert|scheelt) (?:hij|zij|ze|hem|haar|de werknemer|mijn medewerker)\b|\bhoe ernstig",
    re.IGNORECASE,
)
"""Questions that ask why someone is ill without naming anything the guard knows."""

_DAYS: Final = (N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo"))


def reachable_contact(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The service must be able to reach at least one person."""
    people = answers.get("contactpersonen")
    if not isinstance(people, list) or not is_filled(people):
        return
    if not any(
        is_filled(person.get(way)) for person in people if isinstance(person, dict) for way in ("telefoon", "email")
    ):
        yield block("contactpersonen", _("Geef bij minstens één persoon een telefoonnummer of een e-mailadres."))


def asks_for_health(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The own question may not ask what is the matter: the doctor cannot answer that."""
    question = answers.get("eigen_vraag")
    if not isinstance(question, str):
        return
    if _ASKS_FOR_REASON.search(question) or find(question):
        yield warn(
            "eigen_vraag",
            _(
                "Vraag je hier naar gezondheid? Daar mag de bedrijfsarts niets over zeggen. Vraag liever welk werk "
                "wel kan, hoeveel uur en vanaf wanneer."
            ),
            _("AP-beleidsregels De zieke werknemer, hoofdstuk 5"),
        )


def profile_sent(answers: Answers, context: Context) -> Iterator[Finding]:
    """Without the tasks the doctor has to guess what the job asks."""
    if answers.get("functie_info") is True and not context.papers.get("taakprofiel"):
        yield warn("functie_info", _("Er is nog geen functie- en taakprofiel gemaakt. Maak dat eerst, of kies nee."))


def people(context: Context) -> list[dict[str, str]]:
    """Return the proposed contact persons: who handles absence, and the manager."""
    rows: list[dict[str, str]] = []
    for form, key, role in (
        ("werkgever", "contact", _("Contactpersoon verzuim")),
        ("werknemer", "leidinggevende", _("Leidinggevende")),
    ):
        person = context.get(form, key)
        if isinstance(person, dict) and person.get("naam") and person["naam"] not in [row["naam"] for row in rows]:
            rows.append(
                {
                    "naam": person["naam"],
                    "rol": role,
                    "telefoon": person.get("telefoon", ""),
                    "email": person.get("email", ""),
                }
            )
    return rows


def _from(form: str, key: str) -> Callable[[Answers, Context], Any]:
    return lambda _answers, context: context.get(form, key)


def _chosen(form: str, key: str) -> Callable[[Answers, Context], Any]:
    return lambda _answers, context: label_of(form, key, context.get(form, key))


def _pattern(_answers: Answers, context: Context) -> str:
    hours = hours_of(context.get("werknemer", "werkpatroon"))
    if hours is None:
        return ""
    return ", ".join(f"{_(day)} {shown(worked)}" for day, worked in zip(_DAYS, hours, strict=True) if worked)


def _whereabouts(_answers: Answers, context: Context) -> str:
    place = context.get("ziekmelding", "verblijf")
    if place == "zorginstelling":
        return _("In een zorginstelling")
    # Where somebody stays is said only when the sick report says so: a home address alone is no answer.
    address = {
        "eigen_adres": context.get("werknemer", "adres"),
        "ander_adres": context.get("ziekmelding", "verpleegadres"),
    }.get(str(place))
    if not isinstance(address, dict):
        return ""
    town = " ".join(part for part in (address.get("postcode"), address.get("plaats")) if part)
    return ", ".join(part for part in (address.get("straat"), town) if part)


def _first_day(_answers: Answers, context: Context) -> str | None:
    day = context.day("zaak", "eerste_ziektedag") or context.day("ziekmelding", "eerste_ziektedag")
    return day.isoformat() if day else None


CASE_FACTS: Final[tuple[Field, ...]] = (
    Computed(
        key="g_functie",
        label=N_("Functie"),
        help=N_("Uit de gegevens van je medewerker."),
        why=N_("De bedrijfsarts kijkt wat er in deze functie kan."),
        compute=_from("werknemer", "functie"),
    ),
    Computed(
        key="g_contracturen",
        label=N_("Contracturen per week"),
        help=N_("Uit de gegevens van je medewerker."),
        why=N_("De opbouw gaat nooit boven deze uren uit."),
        compute=_from("werknemer", "contracturen"),
        shows="number",
        unit=N_("uur"),
    ),
    Computed(
        key="g_werkpatroon",
        label=N_("Werkpatroon"),
        help=N_("Uren per dag, uit de gegevens van je medewerker."),
        why=N_("Zo past een spreekuur of opbouw bij de werkdagen."),
        compute=_pattern,
    ),
    Computed(
        key="g_eerste_ziektedag",
        label=N_("Eerste ziektedag"),
        help=N_("Uit de ziekmelding."),
        why=N_("Vanaf deze dag tellen de termijnen, ook voor de bedrijfsarts."),
        compute=_first_day,
        shows="day",
    ),
    Computed(
        key="g_verzuimpct",
        label=N_("Percentage verzuim"),
        help=N_("Uit de ziekmelding."),
        why=N_("Zo weet de arbodienst of er nog een deel gewerkt wordt."),
        compute=_from("ziekmelding", "verzuimpct"),
        shows="percent",
        unit="%",
    ),
    Computed(
        key="g_telefoon",
        label=N_("Telefoonnummer tijdens het verzuim"),
        help=N_("Uit de ziekmelding."),
        why=N_("De arbodienst belt je medewerker op dit nummer."),
        compute=lambda _answers, context: (
            context.get("ziekmelding", "telefoon_verzuim") or context.get("werknemer", "telefoon")
        ),
    ),
    Computed(
        key="g_verblijf",
        label=N_("Waar de werknemer verblijft"),
        help=N_("Uit de ziekmelding."),
        why=N_("Een oproep moet op de goede plek aankomen."),
        compute=_whereabouts,
    ),
    Computed(
        key="g_verwachte_duur",
        label=N_("Verwachte duur"),
        help=N_("Wat je medewerker zelf denkt."),
        paper_help=N_("Wat de werknemer zelf denkt."),
        why=N_("Het helpt de arbodienst bij het plannen."),
        compute=_chosen("ziekmelding", "verwachte_duur"),
    ),
    Computed(
        key="g_vangnet",
        label=N_("Valt onder een vangnetbepaling"),
        help=N_("Alleen ja of nee, niet welke."),
        why=N_("Dit mag jij weten en doorgeven."),
        compute=_chosen("ziekmelding", "vangnet"),
    ),
    Computed(
        key="g_arbeidsongeval",
        label=N_("Gevolg van een arbeidsongeval"),
        help=N_("Alleen ja of nee."),
        why=N_("Dit mag jij weten en doorgeven."),
        compute=_chosen("ziekmelding", "arbeidsongeval"),
    ),
    Computed(
        key="g_regres",
        label=N_("Verkeersongeval met mogelijk een aansprakelijke ander"),
        help=N_("Alleen ja of nee."),
        why=N_("Dit mag jij weten en doorgeven."),
        compute=_chosen("ziekmelding", "regres"),
    ),
)
"""What the service needs to know about the case, taken from the other papers at the moment of printing."""
