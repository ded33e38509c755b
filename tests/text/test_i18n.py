import gettext
import threading
from collections.abc import Iterator

import pytest

from reintegratie_desktop.text import i18n
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import N_, _, current_language, ngettext, pgettext, set_language, speaking

original = i18n.load_catalogue


class Shouting(gettext.NullTranslations):
    """A language that a test can hear."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper()

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}:{message}".upper()


@pytest.fixture
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(i18n, "load_catalogue", lambda language: Shouting() if language == "en" else original(language))
    yield


@pytest.mark.usefixtures("_english")
def test_every_kind_of_sentence_follows_the_language() -> None:
    set_language("en")
    assert current_language() == "en"
    assert (_("een zin"), _(""), N_("een zin")) == ("EEN ZIN", "", "een zin")
    assert (ngettext("dag", "dagen", 1), ngettext("dag", "dagen", 2)) == ("DAG", "DAGEN")
    assert pgettext("klok", "slaan") == "KLOK:SLAAN"


@pytest.mark.usefixtures("_english")
def test_speaking_lasts_as_long_as_its_block_also_when_that_fails() -> None:
    with speaking("en"):
        assert (current_language(), _("zin")) == ("en", "ZIN")
        with speaking("nl"):
            assert (current_language(), _("zin")) == ("nl", "zin")
        with speaking("en"):
            assert _("zin") == "ZIN"
        assert pgettext("a", "b") == "A:B"
        assert ngettext("a", "b", 2) == "B"
    assert (current_language(), _("zin")) == ("nl", "zin")
    with pytest.raises(ZeroDivisionError), speaking("en"):
        raise ZeroDivisionError
    assert current_language() == "nl"


@pytest.mark.usefixtures("_english")
def test_threads_do_not_hear_each_other() -> None:
    """Two papers at once, each in its own language, while the screen changes its mind."""
    together = threading.Barrier(3, timeout=10)
    heard: dict[str, set[str]] = {"nl": set(), "en": set()}

    def make(language: str) -> None:
        with speaking(language):
            together.wait()
            for _round in range(300):
                heard[language].add(_("zin"))
            together.wait()

    threads = [threading.Thread(target=make, args=(language,)) for language in heard]
    for thread in threads:
        thread.start()
    together.wait()
    assert _("zin") == "zin"
    together.wait()
    for thread in threads:
        thread.join()
    assert heard == {"nl": {"zin"}, "en": {"ZIN"}}


@pytest.mark.usefixtures("_english")
def test_a_block_that_speaks_the_language_of_the_screen_keeps_it_when_the_screen_changes() -> None:
    with speaking("nl"):
        set_language("en")
        assert _("zin") == "zin"
    assert _("zin") == "ZIN"


def test_an_unknown_language_is_said_and_changes_nothing() -> None:
    with pytest.raises(KnownError, match="kennen we niet"), speaking("fr"):
        raise AssertionError("never here")
    with pytest.raises(KnownError, match="kennen we niet"):
        set_language("fr")
    assert current_language() == "nl"


def test_dutch_works_without_a_catalogue_and_english_asks_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_parts: str) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(i18n, "bundled_path", nothing)
    assert original("nl").gettext("zin") == "zin"
    with pytest.raises(KnownError, match="nog niet klaargezet"):
        original("en")
