"""The request for consent that names nobody, the claim, and the reminder of the application for the WIA."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from tests.forms.letter_answers import CASE, EMPLOYEE, EMPLOYER, SENT, TALK, around
from tests.forms.test_letters import filled, findings, found, text_of
from tests.forms.test_letters_wage import only

CONSENT, CLAIM, REMINDER = "brief_instemming_or", "brief_regres", "brief_wia_aanvraag"
SOON = date(2027, 9, 6)


# --- the request for consent ------------------------------------------------------------------------------------------


def test_the_request_in_words() -> None:
    assert text_of(CONSENT) == (
        "Geachte leden,\n\n"
        "Ik ben van plan om een re-integratiebedrijf te kiezen. De reden is dat ons contract in mei afloopt. Het "
        "contract houdt in: begeleiding naar ander werk, met elke zes weken een verslag, voor 12 maanden. Voor "
        "medewerkers betekent dit: iedereen krijgt een vaste adviseur. Privacy is geregeld door een overeenkomst met "
        "het bureau.\n\n"
        "Ik vraag jullie instemming voor maandag 13 april 2026 en leg het graag uit in een overleg.\n\n"
        "Zonder jullie instemming voer ik het besluit niet uit.\n\n"
        "Met vriendelijke groet,"
    )
    assert "De regeling houdt in:" in text_of(CONSENT, onderwerp_besluit="contactbeleid")
    assert found(CONSENT) == []


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("or", "Aan de leden van de ondernemingsraad"),
        ("pvt", "Aan de leden van de personeelsvertegenwoordiging"),
        ("geen", "Aan het personeel"),
    ],
)
def test_it_goes_to_who_has_a_say(form: str, first: str) -> None:
    flow_, answers, context = filled(CONSENT, around(werkgever={**EMPLOYER, "or_vorm": form}))
    assert flow_.computed(answers, context)["ontvanger"].splitlines() == [
        first,
        "Groothandel De Kist B.V.",
        "Proefkade 18",
        "9999 ZZ Demodorp",
    ]


def test_its_reference_is_no_case_number() -> None:
    form, answers, context = filled(CONSENT)
    assert form.computed(answers, context)["kenmerk"] == "verzoek van 16-03-2026"
    assert form.computed({**answers, "verzenddatum": None}, context)["kenmerk"] == "verzoek om instemming"


def test_it_names_nobody() -> None:
    assert only(CONSENT, "beweegredenen", beweegredenen="dat Jasper van Houten begeleiding nodig heeft") == [
        Level.BLOCK,
        Level.BLOCK,
    ]
    assert only(CONSENT, "bijlagen", bijlagen=["Plan van JASPER"]) == [Level.BLOCK]
    assert only(CONSENT, "gevolgen", gevolgen="het houtenblok wordt vervangen") == []
    short = around(werknemer={**EMPLOYEE, "roepnaam": "Jo", "achternaam": "An"})
    assert only(CONSENT, "gevolgen", short, gevolgen="wie An heet") == []


def test_without_a_council_there_is_nobody_to_ask() -> None:
    small = around(werkgever={**EMPLOYER, "or_vorm": "personeelsvergadering"})
    told = [item for item in findings(CONSENT, small) if item.field == "onderwerp_besluit"]
    assert [(item.level, item.source) for item in told] == [(Level.WARN, "WOR art. 35b")]
    large = around(werkgever={**EMPLOYER, "or_vorm": "geen", "aantal_wn": "58"})
    assert only(CONSENT, "onderwerp_besluit", large) == [Level.WARN, Level.WARN]
    unknown = around(werkgever={**EMPLOYER, "or_vorm": "geen", "aantal_wn": None})
    assert only(CONSENT, "onderwerp_besluit", unknown) == [Level.WARN]
    assert only(CONSENT, "onderwerp_besluit", around(werkgever={**EMPLOYER, "or_vorm": None})) == []
    before_the_law = replace(around(werkgever={**EMPLOYER, "or_vorm": "geen"}), today=date(2001, 1, 1))
    assert only(CONSENT, "onderwerp_besluit", before_the_law) == [Level.WARN]


def test_there_is_time_to_talk_it_over() -> None:
    assert only(CONSENT, "reactie_voor", reactie_voor="2026-03-16") == [Level.BLOCK]
    assert only(CONSENT, "datum_besluit", datum_besluit="2026-04-12") == [Level.WARN]
    assert only(CONSENT, "datum_besluit", datum_besluit="2026-04-13") == []


# --- the claim --------------------------------------------------------------------------------------------------------


def test_the_claim_in_words() -> None:
    assert text_of(CLAIM) == (
        "Geachte heer/mevrouw,\n\n"
        "Op zondag 4 januari 2026 was onze medewerker betrokken bij een aanrijding op de Proefkade in Demodorp. Wij "
        "houden u aansprakelijk voor onze schade op grond van artikel 6:107a BW. Wij betalen het loon door vanaf "
        "maandag 5 januari 2026.\n\n"
        "[tabel: periode]\n\n"
        "De schade tot nu toe: nettoloon €\u00a04.810,50, re-integratiekosten €\u00a0394,20. Wij vullen dit aan.\n\n"
        "[tabel: kosten]\n\n"
        "Wilt u de aansprakelijkheid bevestigen voor maandag 13 april 2026 en deze brief aan uw verzekeraar geven?\n\n"
        "Over de gezondheid van onze medewerker geven wij geen informatie; dat kunnen en mogen wij niet.\n\n"
        "Met vriendelijke groet,"
    )
    assert "[tabel: kosten]" not in text_of(CLAIM, kosten=[])
    assert "re-integratiekosten €\u00a00,00" in text_of(CLAIM, kosten=[])


def test_a_claim_adds_up_and_goes_to_its_address() -> None:
    form, answers, context = filled(CLAIM)
    full = form.computed(answers, context)
    assert full["voorlopig"] == "5204.70"
    assert full["ontvanger"].splitlines() == ["Voorbeeld Verzekeringen", "Polisplein 9", "9999 ZZ Demostad"]
    assert full["periode"] == [{"van": "2026-01-05", "tot": "2026-03-15", "uren": "40"}]
    assert form.computed({"kosten": [{"bedrag": "x"}]}, context)["voorlopig"] == "0"


def test_amounts_come_from_the_costs_of_the_case() -> None:
    costs = {
        "netto_betaald": "4810.50",
        "kosten": [
            {"soort": "arbodienst", "bedrag": "310", "per": "eenmalig", "omschrijving": "Rekening 118"},
            {"soort": "spoor2", "bedrag": "250", "per": "maand"},
            {"soort": "vervanging", "bedrag": "900", "per": "eenmalig"},
            "geen regel",
        ],
    }
    answers, carried = flow(CLAIM).start(around(kosten=costs))
    assert answers["nettoloon"] == "4810.50"
    assert answers["kosten"] == [{"soort": "arbodienst", "bedrag": "310", "factuur": "Rekening 118"}]
    assert carried == {"nettoloon": "kosten", "kosten": "kosten"}
    odd, _carried = flow(CLAIM).start(around(kosten={"kosten": "niets"}))
    assert "kosten" not in odd


def test_what_is_checked_in_a_claim() -> None:
    levels = {(field, level) for field, level in found(CLAIM)}
    assert levels == {("voorval_op", Level.HINT), ("kosten", Level.HINT)}
    assert only(CLAIM, "kosten", kosten=[]) == []
    assert only(CLAIM, "betaaltermijn", betaaltermijn="2026-03-16") == [Level.BLOCK]
    assert only(CLAIM, "voorval_op", voorval_op="2026-01-06") == [Level.WARN, Level.HINT]
    assert only(CLAIM, "voorval_op", voorval_op="2026-03-17") == [Level.BLOCK, Level.WARN, Level.HINT]
    assert only(CLAIM, "voorval_op", voorval_op=None) == [Level.MISSING]
    assert only(CLAIM, "wn_info", wn_info=False) == [Level.BLOCK]
    backwards = [{"van": "2026-02-01", "tot": "2026-01-31", "uren": "40"}]
    assert only(CLAIM, "periode[0].tot", periode=backwards) == [Level.BLOCK]
    assert only(CLAIM, "periode[0].tot", periode=[{"van": "2026-02-01", "uren": "40"}]) == [Level.MISSING]
    assert only(CLAIM, "derde", around(ziekmelding={"regres": "nee"})) == [Level.WARN]
    assert only(CLAIM, "derde", around(ziekmelding={"regres": "ja"})) == []
    assert "wn_info" not in {field.key for field in flow(CLAIM).fields if field.printed}


# --- the reminder -----------------------------------------------------------------------------------------------------


def test_the_reminder_in_words() -> None:
    assert text_of(REMINDER) == (
        "Beste Jasper,\n\n"
        "Binnenkort ben je bijna twee jaar ziek. UWV schrijft je over de WIA. Je vraagt de uitkering zelf aan, "
        "uiterlijk zondag 17 oktober 2027.\n\n"
        "Van mij krijg je: het plan van aanpak, de evaluaties en de probleemanalyse. Van de bedrijfsarts krijg je de "
        "medische informatie; die stuur je zelf naar UWV, wij krijgen die niet.\n\n"
        "Dit doe je zelf:\n– De aanvraag doen op uwv.nl, met DigiD\n– Het formulier Oordeel van de werknemer invullen\n"
        "– De medische informatie van de bedrijfsarts meesturen\n\n"
        "Graag vullen we samen de eindevaluatie in op woensdag 22 september 2027 om 10.00 uur. Hulp nodig bij de "
        "aanvraag? Bel me, of kijk op uwv.nl. Noor zit op dinsdagmiddag graag met je achter de computer.\n\n"
        "Met vriendelijke groet,"
    )
    assert text_of(REMINDER, hulp="").endswith("kijk op uwv.nl.\n\nMet vriendelijke groet,")
    assert "Van mij krijg je: [..]." in text_of(REMINDER, bijgevoegd=None)


def test_the_dates_come_from_the_clock() -> None:
    form, answers, context = filled(REMINDER)
    full = form.computed(answers, context)
    assert (full["uiterste"], full["einde_wachttijd"]) == ("2027-10-17", "2028-01-02")
    bare = form.computed(answers, Context(today=SENT))
    assert bare["uiterste"] is bare["einde_wachttijd"] is None


def test_what_is_finished_stands_ticked() -> None:
    def ticked(**history: Any) -> Any:
        return flow(REMINDER).start(replace(around(), history=history))[0].get("bijgevoegd")

    assert ticked() is None
    assert ticked(plan_van_aanpak=({}, {}), probleemanalyse=({},)) == ["pva", "bijstellingen", "pa"]
    assert ticked(gesprek=(TALK,)) is None
    talk = {**TALK, "soort": "zesweken_evaluatie"}
    assert ticked(gesprek=(talk,), evaluatie=({},)) == ticked(gesprek=(talk,)) == ["evaluaties"]
    assert ticked(bijstelling_plan_van_aanpak=({},), eindevaluatie=({},), actueel_oordeel=({},), zoekprofiel=({},)) == [
        "bijstellingen",
        "eindevaluatie",
        "actueel_oordeel",
        "spoor_2",
    ]


def test_letter_and_talk_come_before_the_last_day() -> None:
    assert found(REMINDER, around(SOON)) == []
    assert only(REMINDER, "verzenddatum", verzenddatum="2027-10-18") == [Level.WARN]
    assert only(REMINDER, "eindgesprek", eindgesprek="2027-10-18T10:00") == [Level.WARN]
    assert only(REMINDER, "eindgesprek", eindgesprek="2026-03-15T10:00") == [Level.BLOCK]


def test_a_case_without_wia_has_no_such_letter() -> None:
    pension = around(zaak={**CASE, "termijnen": {"einde_loondoorbetaling": "2026-02-15"}})
    assert only(REMINDER, "uiterste", pension) == [Level.MISSING, Level.BLOCK]
    unknown = around(zaak={**CASE, "termijnen": {}})
    assert only(REMINDER, "uiterste", unknown) == [Level.MISSING]
