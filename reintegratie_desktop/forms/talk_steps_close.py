"""The last step of a talk: when the next one is, and what becomes of the report."""

from typing import Final

from reintegratie_desktop.forms import rules_talk
from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Day,
    DayTime,
    LongText,
    Need,
    Option,
    Signature,
    Text,
    YesNo,
    options,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.talk_guide import NOT_WRITTEN
from reintegratie_desktop.text.i18n import N_


def _maker(context: Context) -> dict[str, str]:
    return {"naam": rules_talk.supervisor(context), "datum": "", "status": "nog_niet"}


CLOSE: Final = Step(
    key="afsluiten",
    title=N_("Afsluiten"),
    question=N_("Wanneer spreken jullie elkaar weer?"),
    why=N_("Een gesprek zonder volgende datum wordt vaak het laatste. Daarom is de datum nodig."),
    example=N_("“Maandag 14 december om 16 uur, in de winkel.”"),
    not_written=NOT_WRITTEN,
    sections=(
        Section(
            key="afsluiting",
            number="E",
            title=N_("Afsluiting"),
            fields=(
                Choice(
                    key="bedrijfsarts_nodig",
                    label=N_("Overleg bedrijfsarts nodig?"),
                    ask=N_("Is er een vraag voor de bedrijfsarts?"),
                    help=N_("Twijfelen jullie over uren of taken? Leg het voor."),
                    need=Need.REQUIRED,
                    options=(Option("nee", N_("Nee")), Option("ja", N_("Ja, de vraag is:"))),
                ),
                Text(
                    key="vraag_bedrijfsarts",
                    label=N_("Vraag aan de bedrijfsarts"),
                    ask=N_("Wat is de vraag?"),
                    help=N_("Vraag wat kan in het werk, hoeveel en wanneer. Niet hoe het met iemand gaat."),
                    example=N_("“Past vier dagen van 3 uur vanaf januari?”"),
                    need=Need.CONDITIONAL,
                    max_length=500,
                    guard=True,
                    when=Is("bedrijfsarts_nodig", "ja"),
                    not_asked=N_("Er is geen vraag voor de bedrijfsarts."),
                    writing_lines=1,
                ),
                Choice(
                    key="koffie",
                    label=N_("Kop koffie op het werk"),
                    ask=N_("Is er gesproken over een kop koffie op het werk?"),
                    help=N_("Nooit een plicht."),
                    paper_help=N_("Nooit een plicht."),
                    by=By.WN,
                    options=options(
                        N_("Niet besproken"),
                        N_("Werknemer wil wel"),
                        N_("Werknemer wil (nog) niet"),
                        N_("Geweest"),
                    ),
                ),
                DayTime(
                    key="volgende",
                    label=N_("Volgende afspraak"),
                    ask=N_("Wanneer spreken jullie elkaar weer?"),
                    help=N_("Dag en tijd. Prik ze voordat jullie opstaan."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                ),
                YesNo(
                    key="eerder",
                    label=N_("Afgesproken dat werknemer altijd eerder mag bellen?"),
                    ask=N_("Is afgesproken dat je medewerker altijd eerder mag bellen?"),
                    why=N_("Wie weet dat bellen mag, belt eerder, en dan is er meer te regelen."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="verzonden",
                    later=True,
                    label=N_("Verslag verzonden op"),
                    ask=N_("Wanneer geef je het verslag mee?"),
                    help=N_("Vul de dag in waarop je het verslag stuurt. Liefst binnen twee werkdagen."),
                    need=Need.REQUIRED,
                ),
                LongText(
                    key="reactie_wn",
                    later=True,
                    label=N_("Reactie werknemer op verslag"),
                    ask=N_("Wat vindt je medewerker van het verslag?"),
                    help=N_("Mag leeg blijven."),
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    writing_lines=3,
                ),
                Day(
                    key="gezien",
                    later=True,
                    label=N_("Gezien door werknemer op"),
                    ask=N_("Wanneer heeft je medewerker het gelezen?"),
                    help=N_("Gezien is niet hetzelfde als akkoord."),
                    paper_help=N_("Gezien is niet: akkoord."),
                    by=By.WN,
                ),
                Signature(
                    key="hand_wg",
                    label=N_("Gemaakt door"),
                    help=N_("De handtekening zelf komt op papier."),
                    role=N_("Werkgever"),
                    means=N_("Betekent: zo is het gesprek gegaan, dit verslag is van mij."),
                    default=_maker,
                ),
                Signature(
                    key="hand_wn",
                    label=N_("Gezien door werknemer"),
                    help=N_("Niet tekenen mag. Het verslag telt dan gewoon mee."),
                    role=N_("Werknemer"),
                    means=N_("Betekent: ik heb dit gelezen. Niet: ik ben het ermee eens."),
                    by=By.WN,
                ),
            ),
        ),
    ),
)
