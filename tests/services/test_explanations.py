"""What is explained and not computed: every word has a source, and every number in it comes from a dated value."""

import re
from datetime import date

import pytest

from reintegratie_desktop.domain.check.rules import RULES
from reintegratie_desktop.domain.explaining import PLACES
from reintegratie_desktop.domain.explanations import EXPLANATIONS
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.explained import Explanation, explanations, explanations_of_point
from reintegratie_desktop.text.guard import find

TODAY = date(2026, 11, 25)
LAW = load_law()


def told(key: str, day: date = TODAY) -> Explanation:
    place = EXPLANATIONS[key].places[0]
    return next(one for one in explanations(place, day) if one.id == key)


def words(key: str, day: date = TODAY) -> str:
    return " ".join(told(key, day).paragraphs).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("key", EXPLANATIONS)
def test_every_explanation_is_declared_whole(key: str) -> None:
    one = EXPLANATIONS[key]
    assert one.id == key
    assert one.places and set(one.places) <= set(PLACES)
    assert set(one.points) <= set(RULES)
    assert bool(one.points) == ("toets" in one.places), "at the check it stands at a point"
    assert not one.doubt or one.doubt in LAW.doubts
    assert one.sources and all(source in LAW.sources for source, _lid in one.sources)
    for paragraph in one.paragraphs:
        assert paragraph.text.endswith((".", "?"))
        assert "!" not in paragraph.text
        assert set(re.findall(r"{(\w+)}", paragraph.text)) == set(paragraph.values)
        assert all(name in LAW.parameters for name in paragraph.values)
        assert not re.search(r"\d", re.sub(r"{\w+}", "", paragraph.text).replace("2023", "")), (
            "numbers are dated values"
        )
        assert len(max(re.split(r"[.?:;]", paragraph.text), key=lambda part: len(part.split())).split()) <= 24


@pytest.mark.parametrize("key", EXPLANATIONS)
def test_no_explanation_names_health(key: str) -> None:
    assert [hit.word for hit in find(words(key))] == []


@pytest.mark.parametrize("key", EXPLANATIONS)
def test_every_explanation_shows_filled_in_with_its_sources(key: str) -> None:
    one = told(key)
    assert "{" not in " ".join((one.title, *one.paragraphs, one.source))
    first = LAW.sources[EXPLANATIONS[key].sources[0][0]]
    assert one.source.startswith(first.short or first.title)


def test_an_explanation_says_what_the_law_says() -> None:
    assert "deskundigenoordeel van UWV" in words("naar_de_rechter")
    assert told("naar_de_rechter").source == "BW 7:629a"
    assert "nettoloon" in words("verhaal") and "behalve bij opzet of roekeloosheid" in words("verhaal")
    assert told("verhaal").source == "BW 6:107a"
    assert "loonsanctie, dan betaalt hij die" in words("verzuimverzekering")
    assert "10 tot 50 mensen" in words("medezeggenschap")
    assert "2 keer per jaar" in words("medezeggenschap")
    assert "binnen 1 maand" in words("medezeggenschap")
    assert "op papier weten: de reden, de regel, vanaf welke dag" in words("werkt_niet_mee")
    assert "70%" in words("cao")
    assert "WIA te laat aanvragen" in words("loon_stoppen")
    assert "betaal je alles na" in words("loon_opschorten")
    assert "niet over eens" in words("loon_gewerkte_uren")


def test_the_end_after_two_years_names_the_amounts() -> None:
    text = words("transitievergoeding")
    assert "gedeeld door 3" in text and "€ 102.000,00" in text
    assert told("transitievergoeding").source.endswith("Nagekeken op 21-11-2026. Kijk na of dit nog klopt.")
    assert "binnen 6 maanden" in words("compensatie")
    assert "in 8 weken" in words("compensatie") and "binnen 5 werkdagen" in words("compensatie")
    later = words("compensatie_later")
    assert "alle werkgevers kunnen compensatie aanvragen" in later
    assert "€ 1.082.500,00" in later and "niet ingegaan" in later


def test_help_with_the_costs_names_the_amounts() -> None:
    text = words("lkv")
    for part in ("€ 3,05 per uur", "€ 6.000,00 per jaar", "1 jaar lang", "3 jaar lang", "€ 1,01", "gedaan? Ja."):
        assert part in text, part
    assert "verklaring nodig? Nee." in text
    assert "6,27%" in words("premiekorting") and "7,63%" in words("premiekorting")


def test_an_amount_nobody_knows_is_left_out_and_said() -> None:
    before, after = told("lkv"), told("lkv", date(2027, 6, 1))
    assert "€" not in " ".join(after.paragraphs)
    assert len(after.paragraphs) < len(before.paragraphs)
    assert after.paragraphs[-1].startswith("Een bedrag voor vandaag staat in geen bron.")
    assert "Nagekeken op" not in after.source


def test_a_point_explains_more_while_something_is_asked() -> None:
    asked = [one.id for one in explanations_of_point("plan_getekend", TODAY, asked=True)]
    assert asked == ["werkt_niet_mee", "loon_opschorten", "loon_stoppen", "naar_de_rechter", "deskundigenoordeel"]
    assert explanations_of_point("plan_getekend", TODAY, asked=False) == ()
    assert [one.id for one in explanations_of_point("verslag", TODAY, asked=False)] == [
        "transitievergoeding",
        "compensatie",
        "na_de_wia_aanvraag",
    ]
    assert explanations_of_point("casemanager", TODAY, asked=True) == ()


def test_what_uwv_sends_and_decides_is_told_with_its_days() -> None:
    """Weeks 44 and 88 for the letters; then 3 weeks, 6 weeks and 6 weeks for what UWV decides."""
    letters = words("brieven_uwv")
    assert "Tussen 301 en 307 dagen" in letters and (301 // 7 + 1, 307 // 7 + 1) == (44, 44)
    assert "Tussen 609 en 615 dagen" in letters and (609 // 7 + 1, 615 // 7 + 1) == (88, 88)
    after = words("na_de_wia_aanvraag")
    assert "voor er 685 ziektedagen zijn geteld" in after
    assert "tot 42 dagen na het besluit" in after
    assert "binnen 21 dagen of het in orde is" in after
    assert "binnen 42 dagen over de WIA" in after
    assert "hoogstens 52 weken terug" in after
    assert "WIA art. 25 lid 10 tot en met 15" in told("na_de_wia_aanvraag").source


def test_an_expert_opinion_has_its_price() -> None:
    text = words("deskundigenoordeel")
    assert "Jij betaalt € 400,00" in text and "werknemer € 100,00" in text
    assert "na 2 tot 4 weken" in text
    assert told("deskundigenoordeel").source.endswith("Kijk na of dit nog klopt.")


@pytest.mark.parametrize("key", [key for key, one in EXPLANATIONS.items() if one.doubt])
def test_where_the_law_leaves_room_it_is_said_with_what_we_do(key: str) -> None:
    doubt = LAW.doubts[EXPLANATIONS[key].doubt]
    assert told(key).paragraphs[-1] == f"De wet laat hier ruimte. {doubt.question} {doubt.default}"
