"""The last steps of the re-integratieverslag: the list of its parts, and handing it over."""

from typing import Final

from reintegratie_desktop.forms import report_parts as parts
from reintegratie_desktop.forms.conditions import Fact, Filled, Some
from reintegratie_desktop.forms.fields import (
    By,
    Carry,
    Choice,
    Computed,
    Day,
    Field,
    Need,
    Note,
    Signature,
    Table,
    Text,
    YesNo,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_carry import employee_signs, employer_signs
from reintegratie_desktop.forms.rules_judgement import ARTICLE_6, only_when_given
from reintegratie_desktop.text.i18n import N_

_FROM_THE_FILE: Final = N_("Het programma zoekt dit op in het dossier.")
_LATER: Final = N_("Nog niet gebeurd? Laat het leeg en vul het later aan, bij het papier in Papieren.")


def _part(key: str, label: str) -> Field:
    return Computed(
        key=key,
        label=label,
        help=_FROM_THE_FILE,
        need=Need.REQUIRED,
        by=By.APP,
        shows="reference",
        compute=lambda _answers, context: parts.part_of(key, context),
    )


_CHANGED_ADVICE: Final = Fact("later_advies", parts.has(parts.changed_advice))
_CHANGED_PLAN: Final = Fact("later_plan", parts.has(parts.changed_plan))
_SPOOR2: Final = Fact("spoor2_stukken", parts.has(parts.spoor2_papers))
_EXPERT: Final = Fact(
    "arbeidsdeskundig_onderzoek",
    lambda _answers, context: parts.newest("arbeidsdeskundig_onderzoek", context) is not None,
)
_JUDGED: Final = Fact(
    "deskundigenoordeel", lambda _answers, context: parts.newest("deskundigenoordeel", context) is not None
)
_WORKED: Final = Fact("gewerkte_uren", parts.has(parts.worked_hours))
_INCOMPLETE: Final = Some(
    Fact("stuk_ontbreekt", lambda _answers, context: bool(parts.missing_parts(context))), Filled("ontbreekt")
)
_TALKED: Final = Fact("contacten", parts.has(parts.contacts_in_words))

BUNDLE: Final = Step(
    key="bundel",
    title=N_("Wat er in het verslag zit"),
    question=N_("Is alles er? Wat er niet is, leg je hier uit."),
    why=N_("Een verslag dat niet compleet is, kan maanden extra loon kosten. Een goede uitleg telt mee."),
    example=N_("“Eerstejaarsevaluatie: in die weken was er geen contact mogelijk. Drie weken later alsnog gehouden.”"),
    not_written=N_("Medische informatie. Die stuurt je medewerker zelf naar UWV."),
    source=ARTICLE_6,
    sections=(
        Section(
            key="bundel",
            number="D",
            title=N_("Bundel (checklist)"),
            fields=(
                _part("d1", N_("Probleemanalyse")),
                Computed(
                    key="d2",
                    label=N_("Bijstellingen probleemanalyse"),
                    help=_FROM_THE_FILE,
                    need=Need.CONDITIONAL,
                    by=By.APP,
                    shows="lines",
                    compute=parts.changed_advice,
                    when=_CHANGED_ADVICE,
                    not_asked=N_("Er kwam geen later advies."),
                ),
                _part("d3", N_("Plan van aanpak")),
                Computed(
                    key="d4",
                    label=N_("Bijstellingen plan van aanpak"),
                    help=_FROM_THE_FILE,
                    need=Need.CONDITIONAL,
                    by=By.APP,
                    shows="lines",
                    compute=parts.changed_plan,
                    when=_CHANGED_PLAN,
                    not_asked=N_("Het plan is niet bijgesteld."),
                ),
                _part("d5", N_("(Eerstejaars)evaluatie")),
                _part("d6", N_("Meest recente evaluatie / Eindevaluatie")),
                _part("d7", N_("Actueel oordeel")),
                Computed(
                    key="d8",
                    label=N_("Arbeidsdeskundig rapport"),
                    help=N_("Het rapport zelf bewaar je als bijlage bij dat papier."),
                    need=Need.CONDITIONAL,
                    shows="reference",
                    compute=lambda _answers, context: parts.newest("arbeidsdeskundig_onderzoek", context),
                    when=_EXPERT,
                    not_asked=N_("Er was geen arbeidsdeskundig onderzoek."),
                ),
                Computed(
                    key="d9",
                    label=N_("Spoor 2: trajectplan en rapportages"),
                    help=_FROM_THE_FILE,
                    need=Need.CONDITIONAL,
                    shows="lines",
                    compute=parts.spoor2_papers,
                    when=_SPOOR2,
                    not_asked=N_("Er was geen spoor 2."),
                ),
                Computed(
                    key="d10",
                    label=N_("Deskundigenoordeel"),
                    help=N_("Het oordeel zelf bewaar je als bijlage bij dat papier."),
                    need=Need.CONDITIONAL,
                    shows="reference",
                    compute=lambda _answers, context: parts.newest("deskundigenoordeel", context),
                    when=_JUDGED,
                    not_asked=N_("Er is geen deskundigenoordeel gevraagd."),
                ),
                YesNo(
                    key="d11",
                    later=True,
                    label=N_("Oordeel werknemer"),
                    ask=N_("Weet je medewerker dat hij of zij een eigen oordeel geeft?"),
                    help=N_("Je leest het niet. Leg je het uit als je de stukken geeft? Vul dit dan later aan."),
                    why=N_("Zonder dit oordeel is de aanvraag niet compleet."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    carry=(Carry("oordeel_werknemer", "uitgelegd", parts.told_the_employee),),
                ),
                YesNo(
                    key="d12",
                    later=True,
                    label=N_("Medische informatie overgedragen"),
                    ask=N_("Gaf de bedrijfsarts het stuk “Medische informatie” aan je medewerker?"),
                    help=N_("Alleen ja of nee. Het stuk zelf zit nooit in dit verslag."),
                    paper_help=N_("Niet in dit verslag. De werknemer stuurt het zelf."),
                    why=N_("UWV heeft het nodig, en jij mag het niet zien."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    carry=(
                        Carry("medische_informatie_overdracht", "overgedragen", only_when_given),
                        Carry("actueel_oordeel", "overgedragen_med", only_when_given),
                    ),
                ),
                Computed(
                    key="d13",
                    label=N_("Overzicht gewerkte uren"),
                    help=N_("Uit de weekstaat."),
                    by=By.APP,
                    shows="chart_hours",
                    compute=parts.worked_hours,
                    when=_WORKED,
                    not_asked=N_("Er zijn geen gewerkte uren bijgehouden."),
                ),
                Computed(
                    key="d14",
                    label=N_("Contact- en gesprekkenlijst"),
                    help=N_("Geteld in het logboek en de gespreksverslagen."),
                    by=By.APP,
                    compute=parts.contacts_in_words,
                    when=_TALKED,
                    not_asked=N_("Er zijn geen contacten vastgelegd."),
                ),
                Table(
                    key="ontbreekt",
                    label=N_("Wat er niet is, en waarom"),
                    ask=N_("Wat is er niet, en waarom?"),
                    help=N_("Is alles er? Laat het leeg. Wat je bij de controle uitlegde, staat er al."),
                    why=N_("Een stuk dat er niet is, hoeft niet erg te zijn als je uitlegt hoe dat kwam."),
                    default=parts.explained_parts,
                    when=_INCOMPLETE,
                    not_asked=N_("Er ontbreekt niets."),
                    row_name=N_("stuk"),
                    columns=(
                        Choice(
                            key="onderdeel",
                            label=N_("Stuk"),
                            ask=N_("Welk stuk is er niet?"),
                            need=Need.REQUIRED,
                            options=parts.PART_OPTIONS,
                        ),
                        Text(
                            key="reden",
                            label=N_("Reden"),
                            ask=N_("Waarom is het er niet?"),
                            help=N_("Alleen over werk, planning en afspraken."),
                            need=Need.REQUIRED,
                            max_length=600,
                            guard=True,
                        ),
                        Text(
                            key="gedaan",
                            label=N_("Wat is er gedaan"),
                            ask=N_("Wat heb je in plaats daarvan gedaan?"),
                            max_length=600,
                            guard=True,
                        ),
                    ),
                ),
            ),
        ),
    ),
)

HANDING_OVER: Final = Step(
    key="overdracht",
    title=N_("Overdracht"),
    question=N_("Wanneer kreeg je medewerker alles, en hoe ging het naar UWV?"),
    why=N_("Je medewerker heeft alle stukken nodig voor de WIA-aanvraag en het eigen oordeel."),
    example=N_("“Kopie gegeven op 23 november, op 3 december klaargezet in het werkgeversportaal.”"),
    not_written=N_("Wat je medewerker in het eigen oordeel schrijft."),
    source=N_("WIA art. 25; Regeling procesgang art. 6"),
    sections=(
        Section(
            key="overdracht",
            number="E",
            title=N_("Overdracht"),
            fields=(
                Note(
                    key="later_invullen",
                    label=N_("Dit vul je meestal later in"),
                    body=N_(
                        "Stel het voorblad eerst vast, druk het verslag af en geef het. Zet de dagen er daarna bij, in "
                        "Papieren."
                    ),
                ),
                Day(
                    key="kopie_wn",
                    later=True,
                    label=N_("Kopie van alles aan werknemer op"),
                    ask=N_("Wanneer kreeg je medewerker een kopie van alles?"),
                    help=_LATER,
                    why=N_("Vanaf deze dag telt de stap als gedaan."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="geupload",
                    later=True,
                    label=N_("Geüpload of verstuurd op"),
                    ask=N_("Wanneer ging het verslag naar UWV?"),
                    help=_LATER,
                    why=N_("UWV moet het hebben als de WIA-aanvraag komt."),
                    need=Need.REQUIRED,
                ),
                Choice(
                    key="geupload_via",
                    later=True,
                    label=N_("Manier van versturen"),
                    ask=N_("Hoe ging het naar UWV?"),
                    help=N_("In het portaal van UWV, of je medewerker stuurt het mee met de aanvraag."),
                    why=N_("Dan weet je later waar de bevestiging staat."),
                    options=options_of(
                        ("werkgeversportaal", N_("Werkgeversportaal van UWV")),
                        ("werknemer", N_("De werknemer stuurt het mee met de aanvraag")),
                        ("post", N_("Post")),
                    ),
                ),
                Day(
                    key="aanvulling",
                    later=True,
                    label=N_("Aanvulling gevraagd door UWV (termijn)"),
                    ask=N_("Tot welke dag mag je van UWV aanvullen?"),
                    help=N_("Alleen als UWV om iets vraagt. De dag staat in de brief."),
                    why=N_("Ben je te laat, dan betaal je langer loon door."),
                ),
                Choice(
                    key="uitkomst",
                    later=True,
                    label=N_("Uitkomst poortwachtertoets"),
                    ask=N_("Wat vond UWV van het verslag?"),
                    help=N_("De poortwachtertoets: UWV kijkt of jullie genoeg hebben gedaan."),
                    why=N_("Hiervan hangt af wat er nu moet gebeuren."),
                    options=options(N_("Voldoende"), N_("Aanvullen"), N_("Loonsanctie"), N_("Nog niet bekend")),
                ),
                Signature(
                    key="hand_wg",
                    label=N_("Handtekening werkgever"),
                    ask=N_("Wie tekent voor het bedrijf?"),
                    help=N_("Tekenen doe je op papier, na het afdrukken."),
                    why=N_("Je handtekening zegt dat dit het hele dossier is."),
                    need=Need.REQUIRED,
                    role=N_("Werkgever"),
                    means=N_("Betekent: dit verslag is compleet, of zegt waarom iets er niet is."),
                    default=employer_signs,
                ),
                Signature(
                    key="hand_wn",
                    label=N_("Handtekening werknemer"),
                    ask=N_("Tekent je medewerker voor de kopie?"),
                    help=N_("Tekenen doe je op papier, na het afdrukken."),
                    why=N_("De handtekening zegt dat je medewerker alle stukken kreeg."),
                    by=By.WN,
                    role=N_("Werknemer"),
                    means=N_("Betekent: ik heb een kopie van alle stukken. Niet: ik ben het ermee eens."),
                    may_refuse=True,
                    default=employee_signs,
                ),
            ),
        ),
    ),
)
