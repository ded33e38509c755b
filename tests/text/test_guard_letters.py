"""No letter the program writes itself holds a word the guard would stop, in Dutch and in English."""

import pytest

from reintegratie_desktop.domain.letters import LAYOUT, TEXT
from reintegratie_desktop.forms.fields import Choice
from reintegratie_desktop.forms.flows import all_flows, flow
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import set_language
from tests.documents.test_every_paper import Filler
from tests.forms.spoor_answers import full_context

LETTERS = [form.key for form in all_flows() if form.layout == LAYOUT]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", LETTERS)
def test_the_guard_is_silent_about_a_letter(key: str, language: str) -> None:
    set_language(language)
    form, context = flow(key), full_context()
    most = max((len(field.options) for field in form.fields if isinstance(field, Choice)), default=1)
    for place in range(most):
        filler = Filler()
        answers = {field.key: filler.answer(field, context) for field in form.fields if field.key != TEXT}
        for field in form.fields:
            if isinstance(field, Choice) and field.options:
                answers[field.key] = field.options[min(place, len(field.options) - 1)].value
        text = form.computed(answers, context)[TEXT]
        assert isinstance(text, str)
        assert [hit.word for hit in find(text)] == []
        assert [hit.word for hit in find("\n".join(form.start(context)[0].get("bijlagen") or []))] == []


@pytest.mark.parametrize(
    "words", ["We follow the company doctor's advice.", "The company doctor’s opinion of work.", "We intend to talk."]
)
def test_words_of_the_law_stay_clean_in_english(words: str) -> None:
    assert find(words) == ()


@pytest.mark.parametrize("words", ["He went to the doctor.", "It is his doctor's advice."])
def test_a_doctor_of_ones_own_is_still_found(words: str) -> None:
    assert find(words)
