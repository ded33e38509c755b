"""The columns of the tables in the report of a talk."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.fields import By, Choice, Computed, Day, Field, Many, Need, Number, Text, YesNo, options
from reintegratie_desktop.forms.rules_talk import week_hours
from reintegratie_desktop.text.i18n import N_

PRESENT: Final[tuple[Field, ...]] = (
    Text(key="naam", label=N_("Naam"), need=Need.REQUIRED, by=By.APP, max_length=100),
    Choice(
        key="rol",
        label=N_("Rol"),
        need=Need.REQUIRED,
        options=options(
            N_("Werknemer"),
            N_("Leidinggevende"),
            N_("Werkgever"),
            N_("Casemanager"),
            N_("Bedrijfsarts"),
            N_("Meegenomen door werknemer"),
            N_("Andere rol"),
        ),
    ),
)

OLD_AGREEMENTS: Final[tuple[Field, ...]] = (
    Text(key="afspraak", label=N_("Afspraak"), need=Need.REQUIRED, by=By.APP, max_length=400, guard=True),
    Choice(
        key="nagekomen",
        label=N_("Nagekomen"),
        need=Need.REQUIRED,
        options=options(N_("Ja"), N_("Nee"), N_("Deels"), N_("Vervallen")),
    ),
    Text(
        key="reden",
        label=N_("Waarom niet of deels?"),
        help=N_("Alleen als het over het werk gaat. Leeg laten mag."),
        max_length=300,
        guard=True,
        when=Is("nagekomen", "nee", "deels"),
        not_asked=N_("De afspraak is nagekomen of vervallen."),
    ),
)

NEW_AGREEMENTS: Final[tuple[Field, ...]] = (
    Text(key="wat", label=N_("Wat"), need=Need.REQUIRED, max_length=300, guard=True),
    Text(key="wie", label=N_("Wie"), need=Need.REQUIRED, max_length=100),
    Day(key="wanneer", label=N_("Wanneer"), need=Need.REQUIRED),
    YesNo(key="hoort_bij_plan", label=N_("Hoort bij plan"), help=N_("Dan komt hij in het plan.")),
)

COMING_WEEKS: Final[tuple[Field, ...]] = (
    Day(key="week", label=N_("Vanaf maandag"), need=Need.REQUIRED),
    Many(
        key="dagen",
        label=N_("Dagen"),
        need=Need.REQUIRED,
        options=options(N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo")),
    ),
    Number(
        key="uren_dag",
        label=N_("Uren per dag"),
        need=Need.REQUIRED,
        minimum=Decimal("0.25"),
        maximum=Decimal(24),
        unit=N_("uur"),
    ),
    Computed(
        key="uren_week",
        label=N_("Uren per week"),
        shows="number",
        unit=N_("uur"),
        compute=week_hours,
    ),
    Text(key="taken", label=N_("Taken"), need=Need.REQUIRED, max_length=300, guard=True),
)
