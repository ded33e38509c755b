"""The steps for a changed advice: the questions of the first advice, with what was known filled in."""

from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms import advice_change
from reintegratie_desktop.forms.advice import CAN_WORK
from reintegratie_desktop.forms.advice_change import ADJUSTED, FIRST, HAS_DIFFERENCE, carried_from
from reintegratie_desktop.forms.advice_steps_hours import HOURS
from reintegratie_desktop.forms.advice_steps_start import CONCLUSION
from reintegratie_desktop.forms.advice_steps_start import DOCUMENT as FIRST_DOCUMENT
from reintegratie_desktop.forms.advice_steps_work import NO_WORK, OUTLOOK, WORK, WORK_ONLY
from reintegratie_desktop.forms.compare import COLUMNS
from reintegratie_desktop.forms.conditions import Every, Filled, Is, Not
from reintegratie_desktop.forms.fields import (
    By,
    Carry,
    Choice,
    Field,
    LongText,
    Need,
    Table,
    Text,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.text.i18n import N_

ARTICLE_4: Final = N_("Regeling procesgang art. 4 lid 4")
ARTICLE_5: Final = N_("Regeling procesgang art. 4 lid 4 en 5")

_FIRST: Final[dict[str, Field]] = {
    field.key: field for step in (FIRST_DOCUMENT, CONCLUSION, HOURS, WORK, OUTLOOK) for field in step.fields
}


def _as_before(key: str, **changes: Any) -> Field:  # noqa: ANN401 - parts of a field
    """Return a question of the first advice, with what the newest advice says as answer."""
    carry = tuple(Carry(form, key, carried_from(form, key)) for form in (ADJUSTED, FIRST))
    return replace(_FIRST[key], carry=carry, **changes)


_PER_WEEK: Final = Every(
    Filled("benutbaar"),
    Not(Is("benutbaar", "volledig_eigen_werk")),
    Not(Filled("advies_periodes")),
    Not(Every(Filled("uren_dag"), Filled("dagen_week"))),
)

DOCUMENT: Final = Step(
    key="document",
    title=N_("Document"),
    question=N_("Wanneer was het spreekuur en van wie is het nieuwe advies?"),
    why=N_("Vanaf de datum op het stuk loopt de tijd om het plan aan te passen."),
    example=N_("“Spreekuur op 9 december, advies van dezelfde dag, ontvangen op 10 december.”"),
    not_written=N_("Wat de bedrijfsarts verder met je medewerker besprak. Dat blijft tussen hen."),
    source=ARTICLE_4,
    sections=(
        Section(
            key="document",
            number="A",
            title=N_("Document"),
            fields=(
                replace(_FIRST["datum_spreekuur"], carry=()),
                replace(
                    _FIRST["datum_document"],
                    label=N_("Datum bijstelling"),
                    ask=N_("Welke datum staat op het nieuwe advies?"),
                    why=N_("Vanaf deze datum loopt de tijd om het plan aan te passen."),
                ),
                replace(
                    _FIRST["bedrijfsarts"],
                    carry=(
                        Carry(ADJUSTED, "bedrijfsarts"),
                        Carry(FIRST, "bedrijfsarts"),
                        Carry("werkgever", "bedrijfsarts"),
                    ),
                ),
                replace(
                    _FIRST["ontvangen_op"],
                    carry=(),
                    help=N_("De dag waarop het stuk bij jou binnenkwam."),
                ),
                _FIRST["kopie_werknemer"],
                _FIRST["bijlage"],
                _FIRST["avg_check"],
                _FIRST["retour"],
            ),
        ),
    ),
)

_CHANGED: Final[tuple[Field, ...]] = (
    _as_before("benutbaar"),
    replace(
        _FIRST["per_datum"],
        label=N_("Nieuw advies geldig vanaf"),
        ask=N_("Vanaf welke dag geldt het nieuwe advies?"),
        need=Need.OPTIONAL,
        help=N_("Staat er geen dag bij? Laat het leeg. Dan geldt de datum van het advies."),
    ),
)
_HOURS: Final[tuple[Field, ...]] = (
    _as_before(
        "uren_week",
        when=CAN_WORK,
        not_asked=NO_WORK,
        required_when=_PER_WEEK,
        help=N_("Wat vanaf nu geldt. Noemt het advies periodes? Vul dan die in en maak dit leeg."),
        minimum=Decimal(0),
    ),
    _as_before("uren_dag", need=Need.OPTIONAL, required_when=None),
    _as_before("dagen_week", need=Need.OPTIONAL, required_when=None),
    replace(
        _FIRST["advies_periodes"],
        label=N_("Nieuwe adviesperiodes"),
        ask=N_("Welke nieuwe periodes noemt het advies?"),
        when=CAN_WORK,
        not_asked=NO_WORK,
        required_when=Every(CAN_WORK, Not(Filled("uren_week")), Not(Filled("uren_dag"))),
        carry=(
            Carry(ADJUSTED, "advies_periodes", carried_from(ADJUSTED, "advies_periodes")),
            Carry(FIRST, "advies_periodes", advice_change.periods_now),
        ),
    ),
)
_RUBRICS: Final = Table(
    key="izp_wijziging",
    label=N_("Gewijzigde rubrieken"),
    ask=N_("Waar moet je bij het werk nu anders rekening mee houden?"),
    help=N_("Alleen wat anders is dan in het vorige advies. Verandert er niets? Laat het leeg."),
    why=N_("Zo is te zien welk werk nu past en wat er veranderd is."),
    by=By.BA,
    row_name=N_("rubriek"),
    when=CAN_WORK,
    not_asked=NO_WORK,
    columns=(
        Choice(key="rubriek", label=N_("Rubriek"), need=Need.REQUIRED, by=By.BA, options=advice_change.RUBRICS),
        Text(
            key="was",
            label=N_("Was"),
            help=N_("Uit het vorige advies."),
            by=By.APP,
            max_length=2000,
            guard=True,
            derive=advice_change.rubric_before,
            follows=("rubriek",),
        ),
        Text(
            key="wordt",
            label=N_("Wordt"),
            help=WORK_ONLY,
            example=N_("“Tillen tot 10 kg, trappen mag.”"),
            need=Need.REQUIRED,
            by=By.BA,
            max_length=2000,
            guard=True,
        ),
    ),
)
_WORK: Final[tuple[Field, ...]] = tuple(_as_before(key) for key in ("wel", "niet", "aanpassingen", "interventies"))
_OUTLOOK: Final[tuple[Field, ...]] = (
    _as_before("prognose"),
    _as_before("einddoel", why=N_("Een ander doel dan in het plan betekent: samen het plan aanpassen.")),
    _FIRST["volgend_spreekuur"],
)

COMPARED: Final = {field.key: field for field in (*_CHANGED, *_HOURS, *_WORK, *_OUTLOOK)}
"""The questions whose answers are compared with the advice before."""

CHANGE: Final = Step(
    key="wijziging",
    title=N_("Uren en mogelijkheden"),
    question=N_("Wat is er anders in uren en mogelijkheden?"),
    why=N_("Wat gelijk bleef, staat er al. Je vult alleen in wat het nieuwe advies anders zegt."),
    example=N_("“Meer mogelijkheden: vanaf 14 december 20 uur per week in plaats van 6.”"),
    not_written=WORK_ONLY,
    source=ARTICLE_4,
    sections=(
        Section(
            key="wijziging",
            number="B",
            title=N_("Wijziging"),
            fields=(
                Choice(
                    key="reden",
                    label=N_("Reden bijstelling"),
                    ask=N_("Waarom is er een nieuw advies?"),
                    help=N_("Kies wat het meest past bij wat er in het stuk staat."),
                    why=N_("Zo is later te volgen waarom het plan veranderde."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=options(
                        N_("Meer mogelijkheden"),
                        N_("Minder mogelijkheden"),
                        N_("Opbouw verloopt anders"),
                        N_("Ander einddoel"),
                        N_("Periodieke beoordeling"),
                        N_("Vraag werkgever/werknemer"),
                        N_("Geen wijziging, voortzetting"),
                    ),
                ),
                *_CHANGED,
                *_HOURS,
                _RUBRICS,
            ),
        ),
    ),
)

ADVICE: Final = Step(
    key="werk",
    title=N_("Werk en einddoel"),
    question=N_("Welk werk past nu, en wat verwacht de bedrijfsarts?"),
    why=N_("Lees wat er staat naast het nieuwe advies, en verander alleen wat anders is."),
    example=N_("“Wel: orders verzamelen tot 10 kg. Nog niet: laden en lossen.”"),
    not_written=WORK_ONLY,
    source=ARTICLE_4,
    sections=(
        Section(key="werk", title=N_("Werk"), fields=_WORK),
        Section(key="vooruitblik", title=N_("Prognose en einddoel"), fields=_OUTLOOK),
    ),
)

OUTCOME: Final = Step(
    key="gevolg",
    title=N_("Wat betekent dit?"),
    question=N_("Klopt het verschil, en moet het plan mee veranderen?"),
    why=N_("Een plan dat bij een oud advies hoort, helpt niemand. Pas het samen aan als het advies verandert."),
    example=N_("“Bijstelling nodig: er kunnen uren bij en orders verzamelen mag weer.”"),
    not_written=N_("Een mening over het advies. Ben je het er niet mee eens, vraag dan UWV om een oordeel."),
    source=ARTICLE_5,
    sections=(
        Section(
            key="verschil",
            title=N_("Wat verandert er?"),
            fields=(
                Table(
                    key="verschil",
                    label=N_("Verschil met het vorige advies"),
                    help=N_("Dit volgt vanzelf uit wat je invulde."),
                    why=N_("Zo zie je in één keer wat er anders is."),
                    by=By.APP,
                    fixed=True,
                    row_name=N_("verschil"),
                    title_column="wat",
                    columns=COLUMNS,
                    derive=advice_change.difference(COMPARED),
                    when=HAS_DIFFERENCE,
                    not_asked=N_("Er verandert niets."),
                ),
            ),
        ),
        Section(
            key="gevolg",
            title=N_("Gevolg"),
            fields=(
                Choice(
                    key="gevolg",
                    label=N_("Gevolg voor plan van aanpak"),
                    ask=N_("Moet het plan van aanpak mee veranderen?"),
                    help=N_("Bij “nodig” komt de bijstelling van het plan bij je stappen te staan."),
                    why=N_("Voor het aanpassen van het plan geldt dezelfde tijd als voor het plan zelf."),
                    need=Need.REQUIRED,
                    options=options_of(
                        ("bijstelling_nodig", N_("Bijstelling nodig")),
                        ("geen_bijstelling", N_("Geen bijstelling, reden")),
                    ),
                ),
                LongText(
                    key="gevolg_reden",
                    label=N_("Waarom geen bijstelling"),
                    ask=N_("Waarom hoeft het plan niet mee te veranderen?"),
                    help=N_("Bijvoorbeeld: het plan past al bij dit advies."),
                    why=N_("Wie later meeleest, ziet dan dat je ernaar gekeken hebt."),
                    example=N_("“Het advies is gelijk gebleven. De afspraken lopen tot 8 januari.”"),
                    guard=True,
                    need=Need.REQUIRED,
                    when=Is("gevolg", "geen_bijstelling"),
                    writing_lines=2,
                ),
            ),
        ),
    ),
)
