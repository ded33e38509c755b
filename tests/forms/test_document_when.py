"""The list of new papers says when a paper is of use."""

from reintegratie_desktop.forms.document_table import DOCUMENTS
from reintegratie_desktop.forms.document_when import WHEN, when_of
from reintegratie_desktop.text.guard import find


def test_what_it_says_is_about_papers_that_exist_and_about_work() -> None:
    assert WHEN.keys() <= {document.key for document in DOCUMENTS}
    assert [hit.word for words in WHEN.values() for hit in find(words)] == []
    assert "eerstejaarsevaluatie" in when_of("evaluatie", ())
    assert when_of("nazorgplan", ()) == ""


def test_wage_is_not_held_before_a_warning() -> None:
    for letter in ("brief_loonopschorting", "brief_loonstop"):
        assert when_of(letter, ["brief_waarschuwing"]) == ""
        assert when_of(letter, ["gesprek"]).startswith("Begin met de waarschuwing.")
