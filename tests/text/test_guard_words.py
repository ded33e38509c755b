"""The word lists themselves: complete, without contradictions, and every expression sound."""

import re

import pytest

from reintegratie_desktop.text import guard_words
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.text.guard_context import _after, _before
from reintegratie_desktop.text.guard_match import distance, matcher, sound
from reintegratie_desktop.text.guard_words import CLEAN, KINDS, lexicon


def test_the_lists_are_large_enough_to_mean_something() -> None:
    lists = lexicon()

    assert sum(kind == "medicijn" for kind in lists.words.values()) >= 250
    assert len(lists.words) >= 2000
    assert len(lists.clean) >= 2000
    assert set(lists.words.values()) | {"bsn", "oorzaak"} == set(KINDS)


def test_no_word_is_both_forbidden_and_fine() -> None:
    lists = lexicon()

    assert sorted(set(lists.words) & lists.clean) == []


def test_every_rule_and_phrase_names_a_known_kind_and_group() -> None:
    lists = lexicon()
    for rule in lists.rules.values():
        assert rule.kind in KINDS
        assert {*rule.clean_first, *rule.hit_with, *rule.clean_with} <= set(lists.groups)
        assert rule.advice in {"", "tillen", "uren", "dag", "deadline", "verlof"}
    assert {kind for found in lists.phrases.values() for kind, _steps in found} <= {*KINDS, CLEAN}


def test_every_expression_compiles_and_holds_no_open_name() -> None:
    for rule in lexicon().rules.values():
        for expression in (rule.clean_before, rule.hit_before):
            assert not re.search(r"\{[a-z]+\}", expression)
            assert _before(expression)
        for expression in (rule.clean_after, rule.hit_after):
            assert not re.search(r"\{[a-z]+\}", expression)
            assert _after(expression)


def test_no_listed_work_word_is_taken_for_a_word_of_health() -> None:
    judge = matcher()

    assert [word for word in sorted(lexicon().clean) if judge.kind(word)] == []


def test_every_strong_word_is_found_as_it_stands() -> None:
    judge = matcher()
    lists = lexicon()

    assert [word for word in lists.words if word not in lists.rules and not judge.kind(word)] == []


def test_a_list_with_an_unknown_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard_words, "_entries", lambda name: iter([("onzin", "griep")]))
    guard_words.lexicon.cache_clear()
    try:
        with pytest.raises(BugError, match="onzin"):
            guard_words.lexicon()
    finally:
        guard_words.lexicon.cache_clear()


@pytest.mark.parametrize(
    ("one", "other", "limit", "wanted"),
    [
        ("griep", "griep", 1, 0),
        ("griep", "grep", 1, 1),
        ("griep", "gtiep", 1, 1),
        ("griep", "gripe", 1, 1),
        ("griep", "groep", 2, 1),
        ("griep", "kanker", 2, 3),
        ("griep", "griepjes", 2, 3),
        ("abcdef", "ghijkl", 2, 3),
    ],
)
def test_the_distance_between_two_words_stops_at_its_limit(one: str, other: str, limit: int, wanted: int) -> None:
    assert distance(one, other, limit) == wanted


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("fisio", "fysio"),
        ("psygiater", "psychiater"),
        ("sikenhuis", "ziekenhuis"),
        ("terapie", "therapie"),
        ("migrene", "migraine"),
        ("overspanne", "overspannen"[:-1]),
        ("medicijnen", "medisijnen"),
    ],
)
def test_words_that_sound_alike_have_one_sound(wrong: str, right: str) -> None:
    assert sound(wrong) == sound(right)
