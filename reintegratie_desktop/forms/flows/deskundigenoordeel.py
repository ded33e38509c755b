"""Asking UWV for an opinion: exactly one question, what goes with it, and what came of it."""

from reintegratie_desktop.forms import dossier_papers as papers
from reintegratie_desktop.forms.conditions import Filled, Is
from reintegratie_desktop.forms.field_base import By
from reintegratie_desktop.forms.fields import Amount, Choice, Day, LongText, Many, Need, Note, Option, options_of
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.rules_uwv import (
    DISMISSAL,
    EMPLOYEE,
    EMPLOYER,
    FOR_QUESTION,
    OFTEN,
    OPINION_RULES,
    OWN_WORK,
    SUITABLE,
    costs_of_opinion,
)
from reintegratie_desktop.text.i18n import N_

_GOES_ALONG = N_("Wat in het dossier zit, staat al aan. Haal weg wat er niet bij hoort.")
_UWV_READS = N_("UWV kijkt alleen naar wat het krijgt. Zonder dit stuk blijft de aanvraag liggen.")
_NOT_FOR_THIS = N_("Bij deze vraag hoeft dit niet mee.")


def _along(
    key: str, label: str, ask: str, *forms: str, need: Need = Need.CONDITIONAL, talks: tuple[str, ...] = ()
) -> Many:
    """Return the question which papers of one kind go along; asked where the question to UWV wants them."""
    questions = FOR_QUESTION.get(key, ())
    asked = Is("vraag", *questions) if need is Need.CONDITIONAL else None
    return Many(
        key=key,
        label=label,
        ask=ask,
        help=_GOES_ALONG,
        why=_UWV_READS,
        need=need,
        when=asked,
        not_asked=_NOT_FOR_THIS if asked is not None else "",
        default=papers.all_of(*forms, talks=talks),
        from_answers=papers.choose_from(*forms, talks=talks),
    )


_QUESTION = Step(
    key="vraag",
    title=N_("De vraag"),
    question=N_("Waarover wil je een oordeel van UWV?"),
    why=N_("UWV beantwoordt één vraag per aanvraag. De vraag bepaalt welke stukken mee moeten."),
    example=N_("Heeft de werknemer genoeg gedaan, per 2 maart? Wij vinden van niet: drie afspraken gemist."),
    not_written=N_("Wat iemand heeft. De verzekeringsarts van UWV vraagt dat zelf aan je werknemer."),
    source=N_("BW 7:629a; Wet SUWI art. 32"),
    sections=(
        Section(
            key="vraag",
            number="1",
            title=N_("De vraag aan UWV"),
            fields=(
                Note(
                    key="uitleg",
                    label=N_("Wat je van UWV krijgt"),
                    body=N_("UWV kijkt terug en zegt of het tot nu toe genoeg of passend was. UWV geeft geen advies."),
                ),
                Choice(
                    key="vraag",
                    label=N_("Soort vraag"),
                    ask=N_("Welke vraag stel je?"),
                    help=N_("Kies er precies één. Voor een tweede vraag doe je een tweede aanvraag."),
                    why=N_("Van de vraag hangt af wie er bij UWV kijkt."),
                    need=Need.REQUIRED,
                    options=(
                        Option(OWN_WORK, N_("Kan de werknemer het eigen werk volledig doen?")),
                        Option(SUITABLE, N_("Is het aangeboden of gewenste werk passend?")),
                        Option(EMPLOYER, N_("Heeft de werkgever genoeg gedaan aan re-integratie?")),
                        Option(EMPLOYEE, N_("Heeft de werknemer genoeg gedaan aan re-integratie?")),
                        Option(OFTEN, N_("Kan vaak verzuim binnen 26 weken minder worden?")),
                    ),
                ),
                Day(
                    key="datum_per",
                    label=N_("Per welke datum"),
                    ask=N_("Per welke dag wil je het weten?"),
                    help=N_("De dag waarop het verschil van mening begon."),
                    why=N_("UWV kijkt naar hoe het op die dag was."),
                    need=Need.REQUIRED,
                ),
                LongText(
                    key="geschil",
                    label=N_("Waarover jullie van mening verschillen"),
                    ask=N_("Waarover zijn jullie het niet eens?"),
                    help=N_("Over het werk, de uren of de afspraken. Niet over gezondheid."),
                    why=N_("Zo weet UWV waar het om draait."),
                    example=N_("Wij boden 12 uur sorteerwerk aan. Onze werknemer vindt dat werk niet passend."),
                    need=Need.REQUIRED,
                    guard=True,
                ),
                LongText(
                    key="standpunt_wg",
                    label=N_("Wat de werkgever vindt"),
                    ask=N_("Wat vind jij, en waar zie je dat aan?"),
                    help=N_("Noem dagen en afspraken. Feiten overtuigen meer dan woorden."),
                    why=N_("UWV hoort jullie allebei."),
                    example=N_("Op 3, 10 en 17 februari was er geen bericht. Het werk past binnen het advies."),
                    need=Need.REQUIRED,
                    guard=True,
                ),
                LongText(
                    key="standpunt_wn",
                    label=N_("Wat de werknemer vindt"),
                    ask=N_("Wat vindt je werknemer?"),
                    help=N_("In de eigen woorden van je werknemer. Mag leeg blijven."),
                    why=N_("UWV vraagt het je werknemer ook zelf."),
                    by=By.WN,
                    guard=True,
                    own_words=True,
                ),
                Choice(
                    key="doel",
                    label=N_("Doel"),
                    ask=N_("Waarvoor heb je het oordeel nodig?"),
                    why=N_("Voor sommige aanvragen bij een ontslag betaal je niets."),
                    need=Need.REQUIRED,
                    options=options_of(
                        ("vastgelopen_re_integratie", N_("De re-integratie loopt vast")),
                        (DISMISSAL, N_("Een aanvraag voor ontslag")),
                        ("loonmaatregel", N_("Een maatregel met het loon")),
                        ("anders", N_("Iets anders")),
                    ),
                ),
            ),
        ),
    ),
)

_TALKS = papers.EVALUATING_TALKS
_ALONG = Step(
    key="bijlagen",
    title=N_("Stukken"),
    question=N_("Wat stuur je mee?"),
    why=N_("UWV begint pas als de stukken er zijn. Wat ontbreekt, kost weken."),
    example=N_("Probleemanalyse, plan van aanpak en twee evaluaties."),
    not_written=N_("Geen stukken met medische gegevens. Die stuurt je werknemer zelf."),
    source=N_("Beleidsregel kosten aanvraag deskundigenoordeel 2013"),
    sections=(
        Section(
            key="bijlagen",
            number="2",
            title=N_("Stukken bij de aanvraag"),
            fields=(
                _along(
                    "b_functie",
                    N_("Beschrijving van het eigen werk"),
                    N_("Welke beschrijving van het eigen werk gaat mee?"),
                    "taakprofiel",
                ),
                _along(
                    "b_aanbod",
                    N_("Beschrijving van het aangeboden of gewenste werk"),
                    N_("Waar staat het werk in dat je aanbood of dat je werknemer wil?"),
                    "plan_van_aanpak",
                    "bijstelling_plan_van_aanpak",
                    "spoor1_onderzoek",
                    "werkervaringsplaats",
                    "brief_bevestiging_afspraken",
                ),
                _along(
                    "b_ba",
                    N_("Berichten van de bedrijfsarts"),
                    N_("Welke berichten van de bedrijfsarts gaan mee?"),
                    *papers.ADVICE,
                    "actueel_oordeel",
                    need=Need.REQUIRED,
                ),
                _along(
                    "b_pa",
                    N_("Probleemanalyse en bijstellingen"),
                    N_("Welke probleemanalyse gaat mee?"),
                    *papers.ADVICE,
                ),
                _along(
                    "b_pva", N_("Plan van aanpak en bijstellingen"), N_("Welk plan van aanpak gaat mee?"), *papers.PLANS
                ),
                _along(
                    "b_ev",
                    N_("Evaluaties"),
                    N_("Welke evaluaties gaan mee?"),
                    *papers.EVALUATIONS,
                    talks=_TALKS,
                ),
                _along(
                    "b_ad",
                    N_("Arbeidsdeskundig onderzoek"),
                    N_("Gaat er een onderzoek van een arbeidsdeskundige mee?"),
                    "arbeidsdeskundig_onderzoek",
                    need=Need.OPTIONAL,
                ),
                _along(
                    "b_s2",
                    N_("Stukken over spoor 2"),
                    N_("Welke stukken over spoor 2 gaan mee?"),
                    "spoor2_start",
                    "zoekprofiel",
                    "voortgangsrapportage",
                    "werkervaringsplaats",
                    need=Need.OPTIONAL,
                ),
                _along(
                    "b_corr",
                    N_("Brieven over afspraken en loon"),
                    N_("Welke brieven gaan mee?"),
                    "brief_oproep",
                    "brief_bevestiging_afspraken",
                    "brief_waarschuwing",
                    "brief_loonopschorting",
                    "brief_loonstop",
                    need=Need.OPTIONAL,
                ),
            ),
        ),
    ),
)

_COURSE = Step(
    key="verloop",
    title=N_("Aanvraag en uitslag"),
    question=N_("Wanneer heb je het aangevraagd, en wat kwam eruit? Je kunt dit ook later invullen."),
    why=N_("Zonder uitslag weet niemand hoe het verder gaat."),
    example=N_("Aangevraagd op 5 maart, uitslag op 28 maart: voldoende."),
    not_written=N_("Niets over gezondheid uit de brief van UWV. Alleen de uitslag."),
    source=N_("Beleidsregel kosten aanvraag deskundigenoordeel 2013 art. 1 en 1a"),
    sections=(
        Section(
            key="verloop",
            number="3",
            title=N_("Verloop"),
            fields=(
                Day(
                    key="ingediend",
                    later=True,
                    label=N_("Ingediend op"),
                    ask=N_("Op welke dag heb je het aangevraagd?"),
                    help=N_("Maak eerst dit papier af, en typ het dan over op het formulier van UWV."),
                    why=N_("Vanaf deze dag loopt de tijd die UWV nodig heeft."),
                    need=Need.REQUIRED,
                ),
                Amount(
                    key="kosten",
                    label=N_("Kosten"),
                    ask=N_("Wat kost het?"),
                    help=N_("Het bedrag van UWV staat er al. Kijk op uwv.nl of het nog klopt."),
                    why=N_("Voor een ontslag dat dit oordeel nodig heeft, betaal je soms niets."),
                    derive=costs_of_opinion,
                ),
                Day(
                    key="wn_geinformeerd",
                    later=True,
                    label=N_("Werknemer geïnformeerd op"),
                    ask=N_("Wanneer heb je het aan je werknemer verteld?"),
                    help=N_("Doe dat voordat UWV belt."),
                    why=N_("UWV vraagt je werknemer ook naar zijn kant."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="uitslag_datum",
                    later=True,
                    label=N_("Uitslag op"),
                    ask=N_("Wanneer kwam de uitslag?"),
                    help=N_("Nog niet? Laat het leeg."),
                    why=N_("De uitslag hoort in het dossier."),
                ),
                Choice(
                    key="uitslag",
                    later=True,
                    label=N_("Uitslag"),
                    ask=N_("Wat was de uitslag?"),
                    help=N_("Nog niet bekend? Laat het leeg."),
                    why=N_("UWV kijkt later of jullie er iets mee deden."),
                    options=options_of(
                        ("geschikt_eigen_werk", N_("Geschikt voor het eigen werk")),
                        ("niet_geschikt", N_("Niet geschikt voor het eigen werk")),
                        ("passend", N_("Het werk is passend")),
                        ("niet_passend", N_("Het werk is niet passend")),
                        ("voldoende", N_("Er is genoeg gedaan")),
                        ("onvoldoende", N_("Er is niet genoeg gedaan")),
                        ("ingetrokken", N_("De aanvraag is ingetrokken")),
                    ),
                ),
                LongText(
                    key="vervolg",
                    later=True,
                    label=N_("Wat jullie nu gaan doen"),
                    ask=N_("Wat gaan jullie met de uitslag doen?"),
                    help=N_("Eén of twee zinnen, met een dag erbij."),
                    why=N_("Een oordeel zonder vervolg helpt niemand."),
                    example=N_("Vanaf maandag 12 uur sorteerwerk. Op 20 april kijken we samen hoe het gaat."),
                    need=Need.CONDITIONAL,
                    required_when=Filled("uitslag"),
                    guard=True,
                ),
            ),
        ),
    ),
)

FLOW = Flow(
    key="deskundigenoordeel",
    code="DO",
    version="1.0",
    title=N_("Aanvraag deskundigenoordeel"),
    purpose=N_(
        "De werkgever vraagt UWV om een oordeel als de re-integratie vastloopt. Hier staan de vraag, de stukken die "
        "meegaan en wat eruit kwam. BW 7:629a."
    ),
    repeatable=True,
    duration=N_("ongeveer 15 minuten"),
    rules=OPINION_RULES,
    steps=(_QUESTION, _ALONG, _COURSE),
)
