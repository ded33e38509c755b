"""The guard's public face: places, choices, work phrases, names, and texts of any kind."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.text.guard import KINDS, find, utf16_range

FOLDER = Path(__file__).parent.parent / "bestanden" / "woordwachter"
HEALTH_WORDS = ("knie", "burn-out", "burn out", "geöpereerd", "CAFÉ", "hernia", "MRI-scan", "BSN 111222333", "zijn rug")


def words(text: str, **options: object) -> list[str]:
    return [hit.word for hit in find(text, **options)]  # type: ignore[arg-type]


def kinds(text: str) -> set[str]:
    return {hit.kind for hit in find(text)}


# --- places -----------------------------------------------------------------------------------------------------------


def test_nothing_is_found_in_nothing() -> None:
    assert find("") == ()
    assert find("   \n\t ") == ()


def test_a_hit_tells_where_its_word_stands() -> None:
    text = "Hij heeft hoofdpijn vandaag."
    (hit,) = find(text)

    assert (hit.start, hit.end, hit.word) == (10, 19, "hoofdpijn")
    assert text[hit.start : hit.end] == hit.word


def test_a_word_written_in_pieces_is_one_hit() -> None:
    assert words("Zij heeft een burn-out gehad") == ["burn-out"]
    assert words("Zij heeft een Burn Out gehad") == ["Burn Out"]
    assert words("afspraak bij de KNO-arts") == ["KNO-arts"]


def test_accents_that_stand_apart_belong_to_the_word() -> None:
    text = "is geo\u0308pereerd aan de enkel"
    hit = find(text)[0]

    assert hit.word == "geo\u0308pereerd"
    assert text[hit.start : hit.end] == hit.word


def test_soft_hyphens_and_other_dashes_do_not_hide_a_word() -> None:
    assert words("een burn\u2011out") == ["burn\u2011out"]
    assert words("fysio\u00adtherapie") == ["fysio\u00adtherapie"]
    assert words("knie\u00adoperatie volgt") == ["knie\u00adoperatie"]


def test_places_for_qt_count_an_emoji_as_two() -> None:
    text = "😀😀 griep 😀"
    (hit,) = find(text)

    assert (hit.start, hit.end) == (3, 8)
    assert utf16_range(text, hit.start, hit.end) == (5, 5)
    assert utf16_range(text, 0, 2) == (0, 4)


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=10))
def test_places_for_qt_agree_with_utf_16(before: str, word: str, after: str) -> None:
    text = before + word + after
    place, length = utf16_range(text, len(before), len(before) + len(word))
    raw = text.encode("utf-16-le", "surrogatepass")

    assert raw[place * 2 : (place + length) * 2] == word.encode("utf-16-le", "surrogatepass")


# --- any text ---------------------------------------------------------------------------------------------------------

pieces = st.one_of(
    st.text(max_size=20),
    st.sampled_from(HEALTH_WORDS),
    st.sampled_from(
        ("<b>", "</b>", "&amp;", "\u202eabc\u202c", "שלום", "مرحبا", "👩‍🔧", "\x00", "i.v.m.", "'s", "ĳ", "ﬁ")
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=12).map(" ".join))
def test_any_text_gives_hits_in_order_that_match_their_place(text: str) -> None:
    hits = find(text)

    assert hits == find(text)
    last = 0
    for hit in hits:
        assert last <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.word
        assert hit.kind in KINDS
        assert hit.why
        last = hit.end


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, max_size=8).map(" ".join))
def test_what_was_allowed_is_not_found_again(text: str) -> None:
    allowed = {hit.word.casefold() for hit in find(text)}
    again = {hit.word.casefold() for hit in find(text, allowed=allowed)}

    assert not allowed & again


def test_markup_and_right_to_left_text_are_plain_text() -> None:
    assert words("<b>griep</b>") == ["griep"]
    assert words("שלום griep مرحبا") == ["griep"]


# --- the person decides -----------------------------------------------------------------------------------------------


def test_a_word_that_is_about_work_is_left_alone() -> None:
    text = "De orthopeed is onze klant; hij heeft griep."

    assert words(text) == ["orthopeed", "griep"]
    assert words(text, allowed={"orthopeed"}) == ["griep"]
    assert words(text, allowed=["ORTHOPEED", "Griep"]) == []


def test_a_name_of_more_words_is_left_alone_as_a_whole() -> None:
    text = "Kliniek Noord levert stoelen. Zij is in een kliniek."

    assert words(text, allowed={"kliniek noord"}) == ["kliniek"]


def test_an_allowed_word_counts_only_as_a_whole_word() -> None:
    assert words("knieoperatie", allowed={"knie", ""}) == ["knieoperatie"]


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw Pijnenburg belt terug.",
        "Overleg met dhr. Griep over de uren.",
        "De heer Van den Arm tekent.",
        "Jan de Dokter plant het werk.",
        "Teamleider Hartman is er ook.",
        "Van Rugge haalt de pallets op.",
        "Met De Brug Arbo gebeld.",
        "Pepijn werkt op dinsdag.",
        "K. Kramp tekent.",
    ],
)
def test_names_are_no_words(text: str) -> None:
    assert words(text) == []


# --- what it says -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("kan niet tillen door rug", "tillen tot .. kg (advies bedrijfsarts d.d. ..)"),
        ("Is erg moe", "uren per dag: .."),
        ("therapie op dinsdag", "niet beschikbaar op dinsdagochtend"),
        ("therapie op vrijdagmiddag", "niet beschikbaar op vrijdagmiddag"),
        ("fysio op maandag avond", "niet beschikbaar op maandagavond"),
        ("knieoperatie dinsdag om 14 uur", "niet beschikbaar op dinsdagmiddag"),
        ("therapie op dinsdag om 9.30 uur", "niet beschikbaar op dinsdagochtend"),
        ("emdr op donderdag vanaf 19:00", "niet beschikbaar op donderdagavond"),
        ("stress van deadlines", "taken zonder deadline"),
        ("gesprek met psycholoog", ""),
        ("zwangerschapsverlof aangevraagd", "verlof van .. tot .."),
        ("gaat scheiden", ""),
        ("slikt oxazepam", ""),
        ("BSN 111222333", ""),
    ],
)
def test_a_work_phrase_is_offered_when_there_is_one(text: str, phrase: str) -> None:
    assert find(text)[0].suggestion == phrase


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("heeft reuma", "aandoening"),
        ("hoofdpijn", "klacht"),
        ("chemokuur", "behandeling"),
        ("oxazepam", "medicijn"),
        ("simvastatine", "medicijn"),
        ("lovastatine", "medicijn"),
        ("de huisarts", "zorgverlener"),
        ("het ziekenhuis", "zorginstelling"),
        ("zwanger", "zwangerschap"),
        ("huilde", "gemoed"),
        ("drugs", "middelen"),
        ("van de trap gevallen", "oorzaak"),
        ("echtscheiding", "prive"),
        ("111222333", "bsn"),
    ],
)
def test_every_kind_has_its_name_for_the_command_line(text: str, kind: str) -> None:
    assert kinds(text) == {kind}


def test_the_reason_is_given_in_plain_words_without_the_kind() -> None:
    for text in ("heeft reuma", "bij de fysio", "zwanger", "echtscheiding", "111222333"):
        (hit,) = find(text)
        assert hit.why.endswith(".")
        assert hit.kind not in hit.why.casefold().split()


# --- words with two sides ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("health", "work"),
    [
        ("Zijn klachten nemen toe.", "De klachten van klanten nemen toe."),
        ("Zij is in behandeling bij een specialist.", "De aanvraag is in behandeling genomen."),
        ("Wordt behandeld in Leiden.", "De offerte wordt behandeld door inkoop."),
        ("Het been zit in het gips.", "Gips aanmaken voor de wand."),
        ("Zijn arm is gebroken.", "De machine is gebroken."),
        ("Wacht op een scan.", "Stuur een scan van het contract."),
        ("Naar de dokter geweest.", "Dokter Smit, bedrijfsarts, belt om tien uur."),
        ("Hij is overbelast, rooster aangepast.", "Het systeem is overbelast."),
        ("Is van een zoon bevallen.", "De proefweek is goed bevallen."),
        ("Hij is opgenomen.", "Contact opgenomen met de arbodienst."),
        ("Zij ligt in scheiding.", "Scheiding van afval en karton."),
        ("De diagnose is gesteld.", "De diagnose van de storing duurt een uur."),
        ("Doet therapeutisch schilderen bij de ggz.", "Werkt op therapeutische basis."),
        ("Zijn vrouw is ziek.", "Zijn vrouw werkt ook bij ons."),
        ("Hij drinkt te veel.", "Hij drinkt graag koffie met het team."),
        ("Loopt op krukken.", "Barkrukken en krukken aan de bar zetten."),
        ("Heeft last van zijn hand.", "Heeft last van lawaai."),
        ("Gevallen van de trap.", "In veel gevallen is dat zo."),
        ("Heeft MS.", "Werkt met MS Teams."),
        ("Voelt zich ellendig.", "Voelt zich welkom."),
        ("Iets met zijn hart.", "Het hart van de zaak."),
        ("Kan zich niet concentreren.", "Wij concentreren ons op de verkoop."),
    ],
)
def test_what_stands_beside_a_word_decides(health: str, work: str) -> None:
    assert words(health)
    assert words(work) == []


@pytest.mark.parametrize(
    "text",
    [
        "bedrijfsarts arbodienst ziekmelding verzuim herstel hersteld beperkingen belastbaarheid mogelijkheden",
        "arbeidsongeschikt probleemanalyse spreekuur UWV WIA Ziektewet vangnet arbeidsongeval rustpauze werkdruk",
        "Mediation, bedrijfsmaatschappelijk werk en een loopbaancoach zijn besproken.",
        "Medische informatie is overgedragen. Geen medische gegevens. 7E Sociaal-medische zaken.",
        "Geen trappen, zitten en staan afwisselen, niet boven schouderhoogte werken, niet knielen of hurken.",
        "Beeldschermwerk, traplopen, niet in lawaai, geen klantcontact, tillen tot 5 kg.",
        "Arbeids-therapeutisch en arbeids therapeutisch; bedrijfs-arts en bedrijfs arts.",
        "Zie www.fysioplus.example of mail info@kliniek.example.",
    ],
)
def test_words_of_the_law_and_of_the_forms_stay_clean(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    ["hernja", "burnaut", "depresief", "psygoloog", "fisiotherapeut", "operaite", "antidepresiva", "longonsteking"],
)
def test_a_slip_of_the_pen_does_not_hide_a_word(text: str) -> None:
    assert words(f"Heeft {text} gemeld.") == [text]


# --- speed ------------------------------------------------------------------------------------------------------------


def test_a_long_text_is_read_quickly() -> None:
    text = (FOLDER / "schoon.txt").read_text(encoding="utf-8")[:5000]
    find(text)
    best = min(_seconds(text) for _attempt in range(3))

    assert best < 0.1


@pytest.mark.parametrize(
    "piece", ["klachten van de ", "zijn ", "voelt zich erg heel ", "a-", "1112.22.33 ", "behandeld is "]
)
def test_no_text_makes_it_slow(piece: str) -> None:
    assert _seconds(piece * (20_000 // len(piece))) < 3


def _seconds(text: str) -> float:
    start = time.perf_counter()
    find(text)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Heeft een burn-\nout.", ["burn-\nout"]),
        ("Heeft een burn-  \r\nout.", ["burn-  \r\nout"]),
        ("Heeft een burn\n  out.", ["burn\n  out"]),
        ("Is over\u00ad\nspannen.", ["over\u00ad\nspannen"]),
        ("Belt het zieken-\nhuis.", ["zieken-\nhuis"]),
        ("Gaat naar de huis\narts.", ["huis\narts"]),
        ("Veel werk-\ndruk, let op de huis-\nregels.", []),
        ("Vraagt om een beeld-\nscherm bij het beeld\nscherm.", []),
        ("Werkt bij Huis\nArtsen moeten wachten", ["Artsen"]),
        ("Neemt de\n- dozen\n- platen\nmee.", []),
    ],
)
def test_a_word_broken_over_the_end_of_a_line(text: str, words: list[str]) -> None:
    assert [hit.word for hit in find(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "Is vorige maand opgenomen geweest.",
        "Was afgelopen week opgenomen.",
        "Is overwerkt geraakt.",
        "Voelt zich overwerkt.",
        "Is moe van alles.",
        "Kreeg donderdag een scan.",
        "Moet geopereerd worden.",
        "Gaat met de bus naar het ziekenhuis.",
    ],
)
def test_health_between_words_of_work_is_found(text: str) -> None:
    assert find(text)


@pytest.mark.parametrize(
    "text",
    [
        "De scans van de pakbonnen staan klaar.",
        "Maak een scan van de vrachtbrieven.",
        "De machine moet geopereerd worden.",
        "De heftruck mag alleen door een collega geopereerd worden.",
        "Hij rijdt de bus van het ziekenhuis.",
        "De winkel tegenover het ziekenhuis krijgt twee kassa's.",
        "Iedereen is moe van de groepsapp.",
        "Contact is vorige week opgenomen met de leverancier.",
        "Zij overwerkt deze week niet.",
    ],
)
def test_work_with_words_of_health_stays_clean(text: str) -> None:
    assert [hit.word for hit in find(text)] == []
