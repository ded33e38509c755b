"""In another language nothing of the law data stays behind in Dutch: every word of it goes through the translations."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typing_extensions import override

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import catalogue

from reintegratie_desktop.domain.explanations import EXPLANATIONS
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.costs_refunds import refund_view
from reintegratie_desktop.services.explained import explanations
from reintegratie_desktop.services.rules import RuleLine, rules_view
from reintegratie_desktop.services.rules_data import as_data
from reintegratie_desktop.text import i18n
from reintegratie_desktop.text.errors import KnownError
from tests.domain.costs.cost_tools import costs

TODAY = date(2026, 11, 23)
LAW = load_law()


class Marked:
    """A language in which every sentence is its own between marks: what has no mark was never translated."""

    @staticmethod
    def gettext(message: str) -> str:
        return f"«{message}»"

    @staticmethod
    def ngettext(singular: str, plural: str, number: int) -> str:
        return f"«{singular if number == 1 else plural}»"

    @staticmethod
    def pgettext(_context: str, message: str) -> str:
        return f"«{message}»"


@pytest.fixture(autouse=True)
def _marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(i18n._State, "language", "en")
    monkeypatch.setattr(i18n._State, "catalogue", Marked())
    for basis in LAW.bases.values():
        monkeypatch.setattr(basis, "_lines", {})
    yield


def known() -> set[str]:
    """Return every sentence a translator gets to see."""
    return {str(message.id) for message in catalogue.extract() if message.id and isinstance(message.id, str)}


def lines() -> dict[str, RuleLine]:
    return {line.key: line for line in rules_view(TODAY).lines}


def test_translators_see_every_word_of_the_law_data() -> None:
    wanted = {parameter.label for parameter in LAW.parameters.values()}
    wanted |= {source.title for source in LAW.sources.values()}
    wanted |= {text for doubt in LAW.doubts.values() for text in (doubt.question, doubt.default, doubt.where)}
    wanted |= {lid for basis in LAW.bases.values() for _source, lid in basis.parts if lid and not lid.isdigit()}
    wanted |= {lid for one in EXPLANATIONS.values() for _source, lid in one.sources if lid and not lid.isdigit()}
    assert wanted - known() == set()


OTHER_STYLES = re.compile(
    r"artikel \d|, art\. \d|Burgerlijk Wetboek[, ]|Wet WIA, a|Ziektewet, a|eerste en tweede ziektejaar"
)
IN_A_SENTENCE_OF_A_LETTER = ("op grond van artikel 6:107a BW", "het protocol, artikel 4")


def test_every_article_is_cited_in_one_style() -> None:
    """`BW 7:629 lid 1` and `ZW art. 38 lid 1`: in forms, on papers and on every page."""
    titles = {source.title for source in LAW.sources.values()}
    cited = {text for text in known() - titles if not any(part in text for part in IN_A_SENTENCE_OF_A_LETTER)}
    assert [text for text in cited if OTHER_STYLES.search(text.replace("{titel}, art. ", ""))] == []


def test_every_rule_on_the_page_is_translated() -> None:
    shown = lines()
    for key, parameter in LAW.parameters.items():
        line = shown[key]
        assert line.label == f"«{parameter.label}»"
        assert line.subject.startswith("«")
        for value, dated in zip(line.values, reversed(parameter.values), strict=True):
            assert value.source == LAW.sources[dated.source].cite()
            assert value.whole_name == (
                f"«{LAW.sources[dated.source].title}»" if LAW.sources[dated.source].short else ""
            )
            assert value.since.startswith("«") and value.checked.startswith("«")


def test_every_doubt_is_translated() -> None:
    shown = lines()
    for key, doubt in LAW.doubts.items():
        assert shown[key].label == f"«{doubt.question}»"
        assert shown[key].source == f"«{doubt.where}»"
        assert [text for _heading, text in shown[key].parts] == [f"«{doubt.default}»", f"«{doubt.where}»"]


def test_the_command_tells_the_same_words() -> None:
    data = as_data(rules_view(TODAY), TODAY)
    assert all(rule["label"].startswith("«") for rule in data["regels"])
    assert all(value["bron"]["naam"].startswith("«") for rule in data["regels"] for value in rule["waarden"])
    assert all(doubt[key].startswith("«") for doubt in data["twijfels"] for key in ("vraag", "keuze", "waar"))


def test_an_article_is_cited_in_the_language_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    class English(Marked):
        @staticmethod
        @override
        def gettext(message: str) -> str:
            return {
                "Wet WIA": "Wet WIA (Work and Income Act)",
                "{titel}, art. {artikel}": "{titel}, art. {artikel}",
                "{wet} art. {artikel}": "{wet} art. {artikel}",
                "{bron} lid {lid}": "{bron} paragraph {lid}",
                "12 tot en met 14": "12 to 14",
            }[message]

    monkeypatch.setattr(i18n._State, "catalogue", English())
    assert LAW.basis("einde_loonsanctie_bekort").text == "WIA art. 25 paragraph 12 to 14"
    assert LAW.sources["wia-25"].whole("9") == "Wet WIA (Work and Income Act), art. 25 paragraph 9"
    with i18n.speaking("nl"):
        assert LAW.basis("einde_loonsanctie_bekort").text == "WIA art. 25 lid 12 tot en met 14"


def test_an_explanation_and_its_doubt_are_translated() -> None:
    told = {one.id: one for place in ("loon", "kosten", "toets", "regels") for one in explanations(place, TODAY)}
    for key, one in EXPLANATIONS.items():
        assert told[key].title == f"«{one.title}»"
        assert all("«" in paragraph for paragraph in told[key].paragraphs)
        if one.doubt:
            assert f"«{LAW.doubts[one.doubt].default}»" in told[key].paragraphs[-1]


def test_money_that_may_come_back_says_its_doubt_in_the_language_of_the_reader() -> None:
    views = [refund_view(refund, LAW) for refund in costs().refunds]
    asked = [view.open_question for view in views if view.open_question]
    assert asked and all(words.startswith("«") for words in asked)


def test_a_missing_amount_is_named_in_the_language_of_the_reader() -> None:
    with pytest.raises(KnownError) as caught:
        LAW.on(date(2027, 3, 1)).value("lkv_arbeidsgehandicapt_uur")
    assert f"«{LAW.parameters['lkv_arbeidsgehandicapt_uur'].label}»" in caught.value.message
