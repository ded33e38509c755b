"""Which situations can play a part in a case: offered only when they can matter now, or were chosen before."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import Option
from reintegratie_desktop.forms.particulars import (
    AOW,
    ARBO_TERM,
    EXTENSION,
    HOUSEHOLD,
    IVA,
    LEAVE,
    LEAVING,
    LETTERS,
    NO_RISK,
    OWN_RISK,
    PLAYS,
    SANCTION,
    VANGNET,
)
from reintegratie_desktop.forms.rules import law_days
from reintegratie_desktop.text.i18n import N_

SITUATION_OPTIONS: Final = (
    Option(LEAVE, N_("Verlof rond de geboorte van een kind"), N_("Die dagen tellen niet mee.")),
    Option(VANGNET, N_("Een vangnet van UWV"), N_("Alleen dat het zo is. De reden vragen we niet.")),
    Option(NO_RISK, N_("De no-riskpolis"), N_("UWV vergoedt dan een deel van het loon. Je vraagt niet waarom.")),
    Option(LEAVING, N_("Het dienstverband houdt op"), N_("Ook als dat pas later is.")),
    Option(AOW, N_("Je werknemer krijgt al AOW"), N_("Dan gelden een paar termijnen, en geen plan of WIA.")),
    Option(
        HOUSEHOLD,
        N_("Werk in je huishouden"),
        N_("Op minder dan vier dagen per week. Dan betaal je korter loon door."),
    ),
    Option(OWN_RISK, N_("Je bent eigenrisicodrager"), N_("Voor de Ziektewet, de WGA of allebei.")),
    Option(
        ARBO_TERM,
        N_("Een andere termijn voor de arbodienst"),
        N_("Als in je contract staat binnen hoeveel dagen je een ziekmelding doorgeeft."),
    ),
    Option(IVA, N_("De vervroegde IVA is aangevraagd"), N_("Dat doet je werknemer zelf, met de bedrijfsarts.")),
    Option(LETTERS, N_("Een brief van UWV met een andere datum"), N_("De datum uit de brief gaat voor.")),
    Option(EXTENSION, N_("De wachttijd is samen verlengd"), N_("UWV heeft dat goedgevonden.")),
    Option(SANCTION, N_("UWV gaf een loonsanctie"), N_("Dan betaal je langer loon door.")),
)
"""Every situation, in the order in which they come up."""


def may_ask_no_risk(_answers: Answers, context: Context) -> bool:
    """Tell whether the employee works here long enough to ask about the no-riskpolis (ZW art. 38b lid 1)."""
    started = context.day("werknemer", "in_dienst")
    months = law_days("no_risk_vragen_na", context.today)
    return started is not None and months is not None and context.today >= started + relativedelta(months=months)


def is_vangnet_reported(_answers: Answers, context: Context) -> bool:
    """Tell whether the vangnet was reported to UWV; its term is wiped then."""
    return context.get("zaak", "vangnet_gemeld") is True


def plays_options(answers: Answers, context: Context) -> tuple[Option, ...]:
    """Return the situations that can matter on the day of the context, and those that were chosen."""
    chosen = answers.get(PLAYS)
    kept = chosen if isinstance(chosen, list) else []
    can = _can_matter(context)
    return tuple(option for option in SITUATION_OPTIONS if can.get(option.value, True) or option.value in kept)


def _can_matter(context: Context) -> Mapping[str, bool]:
    """Return for the situations that do not always matter whether they do."""
    uwv = _since(context, "klok_vanaf", "uwv_42e_week_venster")
    return {
        NO_RISK: may_ask_no_risk({}, context),
        AOW: context.day("werknemer", "geboortedatum") is None,
        IVA: _since(context, "eerste_ziektedag", "vervroegde_iva_venster"),
        LETTERS: uwv,
        EXTENSION: uwv,
        SANCTION: uwv,
    }


def _since(context: Context, start: str, days: str) -> bool:
    begun = context.day("zaak", start)
    count = None if begun is None else law_days(days, begun)
    return begun is not None and count is not None and context.today.toordinal() >= begun.toordinal() + count


def start_with(context: Context) -> list[str]:
    """Return what other papers already say: the sick report about the vangnet, the employee about the rest."""
    found = [VANGNET] if context.get("ziekmelding", "vangnet") == "ja" else []
    if context.get("werknemer", "no_risk") == "ja":
        found.append(NO_RISK)
    if end_of_contract(context) is not None:
        found.append(LEAVING)
    return found


def end_of_contract(context: Context) -> str | None:
    """Return the last day of a contract for a fixed time, when it lies on or after the first sick day."""
    if context.get("werknemer", "contractsoort") != "bepaalde_tijd":
        return None
    ends, first = context.day("werknemer", "einddatum"), context.day("zaak", "eerste_ziektedag") or date.max
    return ends.isoformat() if ends is not None and ends >= first else None
