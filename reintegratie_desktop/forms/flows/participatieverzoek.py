"""Asking UWV to take part when a contract ends while a route to other work goes on."""

from reintegratie_desktop.forms import dossier_papers as papers
from reintegratie_desktop.forms.conditions import Fact
from reintegratie_desktop.forms.field_base import By
from reintegratie_desktop.forms.fields import (
    Amount,
    Attachment,
    Carry,
    Choice,
    Computed,
    Day,
    LongText,
    Many,
    Need,
    Text,
    Tick,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.rules_uwv import PARTICIPATION_RULES, threshold_in_words
from reintegratie_desktop.forms.uwv_facts import last_day_text
from reintegratie_desktop.text.i18n import N_

_ALL_NEEDED = N_("UWV wil dit stuk bij het verzoek.")

_ROUTE = Step(
    key="gegevens",
    title=N_("Het traject"),
    question=N_("Welk traject stel je voor, en wat kost het?"),
    why=N_("Loopt het contract af, dan kan UWV een traject overnemen of meebetalen. Het mag, het hoeft niet."),
    example=N_("Twaalf weken begeleiding naar ander werk, start 2 maart, € 3.500."),
    not_written=N_("Niet waarom iemand ander werk nodig heeft. Alleen welk werk en welke hulp."),
    source=N_("Beleidsregels beoordelingskader poortwachter, paragraaf 11"),
    sections=(
        Section(
            key="gegevens",
            number="1",
            title=N_("Traject en kosten"),
            fields=(
                Day(
                    key="einddatum",
                    label=N_("Laatste dag van het contract"),
                    ask=N_("Op welke dag houdt het contract op?"),
                    help=N_("De laatste dag van het contract, niet de laatste werkdag."),
                    why=N_("UWV kijkt wat er tot die dag nog kan."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    carry=(
                        Carry("bijzonderheden", "einde_dienstverband"),
                        Carry("werknemer", "einddatum", last_day_text),
                    ),
                ),
                Amount(
                    key="brutoloon",
                    label=N_("Brutoloon tot die dag"),
                    ask=N_("Hoeveel brutoloon betaal je nog tot die dag?"),
                    help=N_("Alle maanden samen, van nu tot de laatste dag."),
                    why=N_("UWV vergelijkt de kosten met het loon dat je nog betaalt."),
                    need=Need.REQUIRED,
                ),
                LongText(
                    key="traject",
                    label=N_("Voorgesteld traject"),
                    ask=N_("Welk traject stel je voor?"),
                    help=N_("Wat gaat er gebeuren, hoe lang, en naar welk werk."),
                    why=N_("UWV kijkt of dit de kans op werk groter maakt."),
                    example=N_(
                        "Zoeken naar licht werk in een tuincentrum, met een wekelijks gesprek en twee proefplekken."
                    ),
                    need=Need.REQUIRED,
                    guard=True,
                    carry=(Carry("spoor2_start", "doel"),),
                ),
                Amount(
                    key="kosten",
                    label=N_("Kosten van het traject"),
                    ask=N_("Wat kost het traject volgens de offerte?"),
                    help=N_("Het hele bedrag, ook het deel na het einde van het contract."),
                    why=N_("Hieruit volgt of UWV kan meebetalen."),
                    need=Need.REQUIRED,
                    carry=(Carry("spoor2_start", "kosten"),),
                ),
                Computed(
                    key="drempel",
                    label=N_("Grens voor meebetalen"),
                    help=N_("Een vuistregel, nog te controleren. Vraag UWV wat er nu geldt."),
                    paper_help=N_("Een vuistregel, nog te controleren bij UWV."),
                    why=N_("Tot deze grens betaal je meestal zelf."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    compute=threshold_in_words,
                    when=Fact(
                        "het is uit te rekenen", lambda answers, context: bool(threshold_in_words(answers, context))
                    ),
                    not_asked=N_("Dit is nog niet uit te rekenen."),
                ),
                Day(
                    key="start",
                    label=N_("Start van het traject"),
                    ask=N_("Op welke dag begint het traject?"),
                    help=N_("Een paar weken voor het einde van het contract, anders neemt UWV het niet aan."),
                    why=N_("Dan is er nog tijd om samen te beginnen."),
                    need=Need.REQUIRED,
                    carry=(Carry("spoor2_start", "van"),),
                ),
                Choice(
                    key="duurt_door",
                    label=N_("Loopt door na het einde van het contract"),
                    ask=N_("Loopt het traject door na de laatste dag?"),
                    why=N_("Alleen dan heeft UWV er straks mee te maken."),
                    need=Need.REQUIRED,
                    options=options_of(("ja", N_("Ja")), ("nee", N_("Nee"))),
                ),
                Text(
                    key="bureau",
                    label=N_("Re-integratiebedrijf"),
                    ask=N_("Welk bedrijf begeleidt je werknemer?"),
                    why=N_("UWV wil weten wie het uitvoert."),
                    need=Need.REQUIRED,
                    carry=(Carry("spoor2_start", "bureau"),),
                ),
                YesNo(
                    key="akkoord_wn",
                    label=N_("Werknemer stemt in met het plan"),
                    ask=N_("Is je werknemer het eens met het traject?"),
                    help=N_("Vraag het voordat je het verzoek doet."),
                    why=N_("Het is het traject van je werknemer."),
                    need=Need.REQUIRED,
                    by=By.WN,
                ),
            ),
        ),
    ),
)

_COURSE = Step(
    key="bijlagen",
    title=N_("Stukken en verloop"),
    question=N_("Wat stuur je mee, en wat zei UWV?"),
    why=N_("Zonder alle stukken neemt UWV het verzoek niet in behandeling."),
    example=N_("Probleemanalyse, plan van aanpak, offerte en loonstrook. Ingediend op 2 februari."),
    not_written=N_("Geen stukken met medische gegevens."),
    source=N_("UWV, hulp bij re-integratie aanvragen"),
    sections=(
        Section(
            key="bijlagen",
            number="2",
            title=N_("Stukken bij het verzoek"),
            fields=(
                Many(
                    key="b_pa",
                    label=N_("Probleemanalyse en bijstellingen"),
                    ask=N_("Welke probleemanalyse gaat mee?"),
                    help=N_("Wat in het dossier zit, staat al aan."),
                    why=_ALL_NEEDED,
                    need=Need.REQUIRED,
                    default=papers.all_of(*papers.ADVICE),
                    from_answers=papers.choose_from(*papers.ADVICE),
                ),
                Many(
                    key="b_pva",
                    label=N_("Plan van aanpak en bijstellingen"),
                    ask=N_("Welk plan van aanpak gaat mee?"),
                    help=N_("Wat in het dossier zit, staat al aan."),
                    why=_ALL_NEEDED,
                    need=Need.REQUIRED,
                    default=papers.all_of(*papers.PLANS),
                    from_answers=papers.choose_from(*papers.PLANS),
                ),
                Attachment(
                    key="b_voorstel",
                    label=N_("Voorstel van het re-integratiebedrijf met kosten"),
                    ask=N_("Voeg het voorstel met de kosten toe."),
                    help=N_("Een PDF of een foto van de offerte."),
                    why=_ALL_NEEDED,
                    need=Need.REQUIRED,
                ),
                Tick(
                    key="b_loon",
                    label=N_("Ik stuur een recente loonstrook mee"),
                    help=N_("Bewaar hem niet hier: op een loonstrook staat het burgerservicenummer."),
                    why=_ALL_NEEDED,
                    need=Need.REQUIRED,
                ),
            ),
        ),
        Section(
            key="verloop",
            number="3",
            title=N_("Verloop"),
            fields=(
                Day(
                    key="ingediend",
                    later=True,
                    label=N_("Ingediend op"),
                    ask=N_("Op welke dag heb je het verzoek gedaan?"),
                    help=N_("Maak eerst dit papier af, en typ het dan over bij UWV."),
                    why=N_("Het verzoek moet er zijn voordat het traject begint."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="bevestiging",
                    later=True,
                    label=N_("Bevestiging van UWV op"),
                    ask=N_("Wanneer kwam de bevestiging van UWV?"),
                    help=N_("Nog niet? Laat het leeg."),
                    why=N_("Dan weet je dat het verzoek is aangekomen."),
                ),
                Choice(
                    key="besluit",
                    later=True,
                    label=N_("Besluit"),
                    ask=N_("Wat besloot UWV?"),
                    help=N_("Nog niet bekend? Laat het leeg."),
                    why=N_("Hiervan hangt af wie het traject betaalt."),
                    options=options_of(
                        ("akkoord", N_("Akkoord")),
                        ("afgewezen", N_("Afgewezen")),
                        ("aanvullen", N_("UWV wil eerst meer weten")),
                    ),
                ),
            ),
        ),
    ),
)

FLOW = Flow(
    key="participatieverzoek",
    code="PV",
    version="1.0",
    title=N_("Participatieverzoek aan UWV"),
    purpose=N_(
        "De werkgever vraagt UWV mee te doen met een traject dat doorloopt als het contract eindigt tijdens de "
        "eerste twee ziektejaren. Beleidsregels beoordelingskader poortwachter, paragraaf 11."
    ),
    duration=N_("ongeveer 10 minuten"),
    rules=PARTICIPATION_RULES,
    steps=(_ROUTE, _COURSE),
)
