"""The second half of the sick call: when you speak again, what was explained, and who knows."""

from typing import Final

from reintegratie_desktop.forms.fields import By as Who
from reintegratie_desktop.forms.fields import Choice, Day, LongText, Many, Need, Option, Time, options_of
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.rules_intake import first_contact
from reintegratie_desktop.text.i18n import N_

AGREEMENT_STEPS: Final = (
    Step(
        key="contact",
        title=N_("Volgend contact"),
        question=N_("Wanneer spreken jullie elkaar weer, en hoe?"),
        why=N_("Wie een dag afspreekt, hoeft niet te twijfelen of bellen wel mag."),
        example=N_("Donderdag om 10 uur belt Joyce. Het liefst in de ochtend."),
        not_written=N_("Geen bezoek zonder dat je medewerker het goed vindt."),
        sections=(
            Section(
                key="contact",
                number="6",
                title=N_("Contact"),
                fields=(
                    Day(
                        key="contact_datum",
                        label=N_("Volgend contact op"),
                        ask=N_("Op welke dag spreken jullie elkaar weer?"),
                        help=N_("Binnen een week is prettig voor allebei. Dit is een voorstel."),
                        why=N_("Lang stil zijn maakt terugkomen moeilijker."),
                        need=Need.REQUIRED,
                        by=Who.BOTH,
                        default=first_contact,
                    ),
                    Time(
                        key="contact_tijd",
                        label=N_("Tijd van het contact"),
                        ask=N_("Hoe laat?"),
                        help=N_("Een vaste tijd geeft rust."),
                        why=N_("Dan weet je medewerker wanneer de telefoon gaat."),
                        by=Who.BOTH,
                    ),
                    Choice(
                        key="contact_wie",
                        label=N_("Wie neemt contact op"),
                        ask=N_("Wie neemt contact op?"),
                        help=N_("Kies iemand bij wie je medewerker zich prettig voelt."),
                        why=N_("Als één persoon het doet, blijft er niets liggen."),
                        need=Need.REQUIRED,
                        by=Who.BOTH,
                        default="leidinggevende",
                        options=(
                            Option("leidinggevende", N_("Leidinggevende")),
                            Option("werknemer", N_("Werknemer")),
                            Option(
                                "casemanager",
                                N_("Casemanager"),
                                N_("Wie de begeleiding regelt en de datums in de gaten houdt. Dat kun je zelf zijn."),
                            ),
                        ),
                    ),
                    Choice(
                        key="contact_wijze",
                        label=N_("Voorkeur voor contact"),
                        ask=N_("Hoe heeft je medewerker het liefst contact?"),
                        help=N_("Je medewerker kiest. Thuis komen mag alleen als die het goed vindt."),
                        why=N_("Contact op een prettige manier houdt langer stand."),
                        need=Need.REQUIRED,
                        by=Who.WN,
                        options=options_of(
                            ("bellen", N_("Bellen")),
                            ("beeldbellen", N_("Beeldbellen")),
                            ("e_mail", N_("E-mail")),
                            ("bezoek_op_het_werk", N_("Bezoek op het werk")),
                            ("huisbezoek_met_instemming", N_("Thuis, met instemming van de werknemer")),
                        ),
                    ),
                    Choice(
                        key="beste_moment",
                        label=N_("Beste moment van de dag"),
                        ask=N_("Welk deel van de dag komt het beste uit?"),
                        help=N_("Vraag niet waarom."),
                        why=N_("Dan bel je op een moment dat past."),
                        by=Who.WN,
                        options=options_of(
                            ("ochtend", N_("Ochtend")),
                            ("middag", N_("Middag")),
                            ("maakt_niet_uit", N_("Maakt niet uit")),
                        ),
                    ),
                ),
            ),
        ),
    ),
    Step(
        key="afronden",
        title=N_("Uitleg en melding"),
        question=N_("Wat heb je uitgelegd, en weet de arbodienst het al?"),
        why=N_("Je medewerker weet dan wat er gaat gebeuren. De arbodienst kan op tijd beginnen."),
        example=N_("Notitie: sleutel van het magazijn ligt bij Bas. Rooster tot vrijdag is rond."),
        not_written=N_("Niets over gezondheid, ook niet in de notitie. Alleen werk en afspraken."),
        source=N_("Regeling procesgang art. 2 lid 1"),
        sections=(
            Section(
                key="afronden",
                number="7",
                title=N_("Uitleg en melding"),
                fields=(
                    Many(
                        key="uitleg_gegeven",
                        label=N_("Uitleg gegeven over"),
                        ask=N_("Waarover heb je uitleg gegeven?"),
                        help=N_("Kies wat je besproken hebt."),
                        why=N_("Duidelijke afspraken aan het begin voorkomen gedoe."),
                        options=options_of(
                            ("verzuimprotocol", N_("Het verzuimprotocol")),
                            (
                                "privacy_geen_medische_vragen",
                                N_("Privacy: de werkgever vraagt niet wat iemand heeft"),
                            ),
                            ("rol_bedrijfsarts", N_("De rol van de bedrijfsarts")),
                            ("betermelden", N_("Hoe betermelden gaat")),
                        ),
                    ),
                    Day(
                        key="arbo_melding",
                        later=True,
                        label=N_("Doorgegeven aan de arbodienst op"),
                        ask=N_("Wanneer heb je het aan de arbodienst doorgegeven?"),
                        help=N_("Nog niet gedaan? Laat het leeg. Het staat daarna als volgende stap klaar."),
                        why=N_("In je contract met de arbodienst staat hoeveel dagen je daarvoor hebt."),
                    ),
                    LongText(
                        key="notitie",
                        label=N_("Notitie over het werk"),
                        ask=N_("Wil je nog iets over het werk onthouden?"),
                        help=N_("Alleen werk, afspraken en mogelijkheden. Niets over gezondheid."),
                        why=N_("Liever leeg dan te veel. Je medewerker mag alles lezen."),
                        guard=True,
                        max_length=500,
                    ),
                ),
            ),
        ),
    ),
)
