"""Steps of the particulars: what was asked of UWV, and what UWV decided."""

from typing import Final

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.fields import Day, Need
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.particulars import EXTENSION, IVA, LETTERS, PLAYS, SANCTION
from reintegratie_desktop.text.i18n import N_

_IVA: Final = Step(
    key="iva",
    title=N_("Vervroegde IVA"),
    question=N_("Op welke dag heeft je werknemer de vervroegde IVA aangevraagd?"),
    why=N_("De aanvraag telt ook als melding na 42 weken. De stappen lopen door tot UWV beslist."),
    example=N_("Aangevraagd op 14 april."),
    not_written=N_("Niet wat de bedrijfsarts daarover schreef."),
    source=N_("WIA art. 23 lid 6 en art. 66"),
    when=Is(PLAYS, IVA),
    not_asked=N_("De vervroegde IVA is niet aangevraagd."),
    sections=(
        Section(
            key="iva",
            number="6",
            title=N_("Vervroegde IVA"),
            fields=(
                Day(
                    key="vervroegde_iva",
                    label=N_("Vervroegde IVA aangevraagd op"),
                    ask=N_("Op welke dag is het aangevraagd?"),
                    help=N_("Je werknemer vraagt het zelf aan, en het kan maar één keer."),
                    why=N_("Van die dag hangt af wanneer de uitkering op zijn vroegst begint."),
                    need=Need.REQUIRED,
                ),
            ),
        ),
    ),
)


def _letter(key: str, label: str, ask: str, why: str) -> Day:
    return Day(key=key, label=label, ask=ask, why=why)


_LETTERS: Final = Step(
    key="brieven",
    title=N_("Brieven van UWV"),
    question=N_("Welke dag noemt UWV in de brief? Vul alleen in wat erin staat."),
    why=N_("Een datum van UWV gaat voor onze berekening. Bij de stap zie je dan dat hij uit de brief komt."),
    example=N_("UWV schrijft dat de wachttijd tot en met 5 juni loopt. De eerste dag daarna is 6 juni."),
    not_written=N_("Niets anders uit de brief dan de datum."),
    source=N_("WIA art. 23, 25 en 64; ZW art. 38"),
    when=Is(PLAYS, LETTERS),
    not_asked=N_("Er is geen brief van UWV met een andere datum."),
    sections=(
        Section(
            key="brieven",
            number="7",
            title=N_("Brieven van UWV"),
            fields=(
                _letter(
                    "uwv_wia_eerste_dag",
                    N_("Eerste dag waarop WIA kan ingaan, volgens UWV"),
                    N_("Wat is de eerste dag na de wachttijd?"),
                    N_("De stappen die daarvan terugtellen, schuiven mee."),
                ),
                _letter(
                    "uwv_42e_week",
                    N_("Melding na 42 weken, volgens UWV"),
                    N_("Op welke dag moet de melding na 42 weken er zijn?"),
                    N_("Dit is de dag die UWV aanhoudt voor een boete."),
                ),
                _letter(
                    "uwv_riv_aan_werknemer",
                    N_("Re-integratieverslag klaar, volgens UWV"),
                    N_("Op welke dag moet het re-integratieverslag er zijn?"),
                    N_("Een verslag dat mist, kan je langer loon kosten."),
                ),
                _letter(
                    "uwv_wia_aanvraag",
                    N_("WIA aanvragen, volgens UWV"),
                    N_("Op welke dag moet de WIA uiterlijk zijn aangevraagd?"),
                    N_("Elke dag te laat schuift het einde van het loon op."),
                ),
                _letter(
                    "uwv_einde_loondoorbetaling",
                    N_("Laatste dag van het loon, volgens UWV"),
                    N_("Tot en met welke dag betaal je loon door?"),
                    N_("Alleen als UWV die dag noemt."),
                ),
            ),
        ),
    ),
)

_EXTENSION: Final = Step(
    key="verlenging",
    title=N_("Verlenging"),
    question=N_("Tot en met welke dag is de wachttijd verlengd?"),
    why=N_("Samen langer doorgaan mag, als UWV het goedvindt. Loon, stappen en opzegverbod lopen dan mee."),
    example=N_("Verlengd tot en met 30 september, volgens de brief van UWV."),
    not_written=N_("Niet waarom jullie samen langer doorgaan."),
    source=N_("WIA art. 24"),
    when=Is(PLAYS, EXTENSION),
    not_asked=N_("De wachttijd is niet verlengd."),
    sections=(
        Section(
            key="verlenging",
            number="8",
            title=N_("Verlenging"),
            fields=(
                Day(
                    key="verlenging_tot_en_met",
                    label=N_("Verlengd tot en met"),
                    ask=N_("Wat is de laatste dag van de verlengde wachttijd?"),
                    help=N_("De dag staat in de brief van UWV."),
                    why=N_("Alle stappen aan het eind tellen terug van deze dag."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="verkorten_gevraagd_op",
                    label=N_("Korter gevraagd op"),
                    ask=N_("Hebben jullie daarna gevraagd om het korter te maken? Vul dan in wanneer."),
                    help=N_("Niet gevraagd? Laat het leeg."),
                    why=N_("Korter maken kan pas een tijd na die vraag."),
                ),
            ),
        ),
    ),
)

_SANCTION: Final = Step(
    key="loonsanctie",
    title=N_("Loonsanctie"),
    question=N_("Wat heeft UWV besloten, en wanneer?"),
    why=N_("Met een loonsanctie betaal je langer loon en gaat de re-integratie door. Je kunt haar korter maken."),
    example=N_("Besluit van 3 februari. UWV vond op 20 mei dat alles in orde was."),
    not_written=N_("Niet wat UWV van iemand vond."),
    source=N_("WIA art. 25 lid 9 tot en met 14"),
    when=Is(PLAYS, SANCTION),
    not_asked=N_("Er is geen loonsanctie."),
    sections=(
        Section(
            key="loonsanctie",
            number="9",
            title=N_("Loonsanctie"),
            fields=(
                Day(
                    key="loonsanctie_besluit_op",
                    label=N_("Dag van het besluit"),
                    ask=N_("Op welke dag besloot UWV?"),
                    help=N_("De datum boven de brief."),
                    why=N_("Besluit UWV na de wachttijd, dan kan het niet meer. Vanaf deze dag loopt ook bezwaar."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="loonsanctie_reparatie",
                    label=N_("Dag waarop UWV het in orde vond"),
                    ask=N_("Vond UWV daarna dat alles in orde is? Vul dan in op welke dag."),
                    help=N_("Nog niet? Laat het leeg."),
                    why=N_("Dan houdt de loonsanctie eerder op. Dat heet bekorten."),
                ),
                Day(
                    key="uwv_einde_loonsanctie",
                    label=N_("Laatste dag van de loonsanctie, volgens UWV"),
                    ask=N_("Noemt UWV een laatste dag van de loonsanctie?"),
                    help=N_("Staat er geen dag in de brief? Laat het leeg."),
                    why=N_("Een datum van UWV gaat voor onze berekening."),
                ),
            ),
        ),
    ),
)

UWV_STEPS: Final = (_IVA, _LETTERS, _EXTENSION, _SANCTION)
"""The steps about UWV."""
