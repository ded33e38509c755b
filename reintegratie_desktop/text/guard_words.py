"""Loads the word lists of the guard, once, when the first text is read."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.text.guard_text import fold

KINDS: Final = (
    "aandoening",
    "klacht",
    "behandeling",
    "medicijn",
    "zorgverlener",
    "zorginstelling",
    "zwangerschap",
    "gemoed",
    "middelen",
    "oorzaak",
    "prive",
    "bsn",
)
"""Every kind of hit: stable words for the command line, never shown on screen."""

CLEAN: Final = "schoon"
_SLIP_LENGTH: Final = {
    "klacht": 8,
    "gemoed": 8,
    "prive": 9,
    "middelen": 8,
    "zorginstelling": 7,
    "medicijn": 7,
    "oorzaak": 9,
}
"""From how many letters a misspelling of a word counts; shorter words of these kinds look too much like others."""
_DAYS: Final = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_MONTHS: Final = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)


@dataclass(slots=True)
class Affixes:
    """Words found by how they begin, end, or what they hold."""

    starts: dict[str, str] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)

    def kind(self, word: str) -> str:
        """Return the kind of the longest beginning or end that fits, or an empty text."""
        for length in range(len(word), 2, -1):
            if found := self.starts.get(word[:length]):
                return found
            if length + 2 < len(word) and (found := self.ends.get(word[-length:])):
                return found
        return ""


@dataclass(frozen=True, slots=True)
class CueGroup:
    """Words that say what a sentence is about."""

    words: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]

    def holds(self, word: str) -> bool:
        """Return whether a word belongs to this group."""
        return word in self.words or word.startswith(self.starts) or word.endswith(self.ends)


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides about a word that may be about health or about work. Expressions are raw; see guard_context."""

    kind: str
    hit: bool
    advice: str
    clean_before: str
    clean_after: str
    clean_first: tuple[str, ...]
    hit_before: str
    hit_after: str
    hit_with: tuple[str, ...]
    clean_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a phrase: the words that may stand there, the gap before it, and whether it may be missing."""

    words: frozenset[str]
    starts: tuple[str, ...]
    gap: int
    optional: bool

    def fits(self, word: str) -> bool:
        """Return whether a word may stand in this place."""
        return word in self.words or (bool(self.starts) and word.startswith(self.starts))


@dataclass(slots=True)
class Lexicon:
    """All lists together. `words` are whole words by kind; `strong` are those that count with a slip of the pen too."""

    words: dict[str, str] = field(default_factory=dict)
    strong: dict[str, str] = field(default_factory=dict)
    fixed: set[str] = field(default_factory=set)
    """Words that count only as they stand, not with an ending behind them."""
    capitals: dict[str, str] = field(default_factory=dict)
    affixes: Affixes = field(default_factory=Affixes)
    clean: set[str] = field(default_factory=set)
    clean_affixes: Affixes = field(default_factory=Affixes)
    parts: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    weak: set[str] = field(default_factory=set)
    medicine_ends: tuple[str, ...] = ()
    phrases: dict[str, list[tuple[str, tuple[Step, ...]]]] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    groups: dict[str, CueGroup] = field(default_factory=dict)


def _sections(name: str) -> Iterator[tuple[str, str]]:
    """Yield each line of a list with the name of its section; lines that begin with # are remarks."""
    section = ""
    for raw in bundled_path("resources", "woordwachter", name).read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            yield section, line


def _entries(name: str) -> Iterator[tuple[str, str]]:
    for section, line in _sections(name):
        for entry in line.split(","):
            if word := entry.strip():
                yield section, word


@cache
def lexicon() -> Lexicon:
    """Return all word lists, read and checked once per process.

    Raises:
        BugError: a list names a kind we do not know.
    """
    lists = Lexicon()
    for name in ("gezondheid.txt", "medicijnen.txt", "engels.txt"):
        for kind, entry in _entries(name):
            if kind not in KINDS:
                raise BugError(f"{name}: unknown kind {kind}")
            _add(lists, kind, entry, ends_are_medicines=name == "medicijnen.txt", fuzzy=name != "engels.txt")
    for _section, entry in _entries("schoon.txt"):
        word = fold(entry)
        if word.endswith("*"):
            lists.clean_affixes.starts[word[:-1]] = CLEAN
        elif word.startswith("*"):
            lists.clean_affixes.ends[word[1:]] = CLEAN
        else:
            lists.clean.add(word)
            if "-" in word:
                lists.clean.add(word.replace("-", ""))
    targets = {"delen": lists.parts, "koppen": lists.heads, "zwak": lists.weak}
    for section, entry in _entries("lijf.txt"):
        targets[section].add(fold(entry).replace("-", ""))
    _load_rules(lists)
    return lists


def _add(lists: Lexicon, kind: str, entry: str, *, ends_are_medicines: bool, fuzzy: bool) -> None:
    word = fold(entry)
    if word.endswith("!"):
        lists.capitals[word[:-1]] = kind
    elif word.endswith("*"):
        lists.affixes.starts[word[:-1]] = kind
    elif word.startswith("*") and ends_are_medicines:
        lists.medicine_ends = (*lists.medicine_ends, word[1:])
    elif word.startswith("*"):
        lists.affixes.ends[word[1:]] = kind
    elif word.startswith("="):
        lists.words.setdefault(word[1:], kind)
        lists.fixed.add(word[1:])
    else:
        if "-" in word:
            _add_phrase(lists, kind, word.replace("-", " "), {})
            word = word.replace("-", "")
        lists.words.setdefault(word, kind)
        if fuzzy and len(word) >= _SLIP_LENGTH.get(kind, 5):
            lists.strong.setdefault(word, kind)


def _load_rules(lists: Lexicon) -> None:
    with bundled_path("resources", "woordwachter", "dubbelzinnig.toml").open("rb") as file:
        raw = tomllib.load(file)
    macros: dict[str, str] = raw["macro"]
    for name, members in raw["groep"].items():
        folded = [fold(member) for member in members]
        lists.groups[name] = CueGroup(
            frozenset(word for word in folded if "*" not in word),
            tuple(word[:-1] for word in folded if word.endswith("*")),
            tuple(word[1:] for word in folded if word.startswith("*")),
        )
    for table in raw["regel"]:
        rule = _rule(table, macros)
        for word in table["woorden"]:
            lists.rules[fold(word)] = rule
    for word in raw["tikfout"]["woorden"]:
        lists.strong.setdefault(word, lists.rules[word].kind)
    classes = {name: _plain_alternatives(macros[name]) for name in ("bez", "fam", "lijf")}
    classes["dag"], classes["maand"] = _DAYS.split("|"), _MONTHS.split("|")
    for section, line in _sections("zinsdelen.txt"):
        _add_phrase(lists, section, fold(line), classes)


def _rule(table: dict[str, Any], macros: dict[str, str]) -> Rule:
    def filled(key: str) -> str:
        text: str = table.get(key, "")
        for name, macro in macros.items():
            text = text.replace("{" + name + "}", macro)
        return text

    return Rule(
        table["soort"],
        table["raak"],
        table.get("advies", ""),
        filled("schoon_voor"),
        filled("schoon_na"),
        tuple(table.get("schoon_eerst", ())),
        filled("raak_voor"),
        filled("raak_na"),
        tuple(table.get("raak_bij", ())),
        tuple(table.get("schoon_bij", ())),
    )


def _plain_alternatives(macro: str) -> list[str]:
    """Spell out the simple alternatives of a macro: `knie(?:en)?` becomes knie and knieen."""
    found: list[str] = []
    for piece in re.sub(r"\((?!\?:)", "(?:", macro[3:-1]).replace(".?", "'").split("|"):
        ending = re.search(r"\(\?:(\w+)\)\?$", piece)
        if ending:
            found += [piece[: ending.start()], piece[: ending.start()] + ending[1]]
        elif "(" not in piece and ")" not in piece:
            found += [piece[:-1], piece[:-2]] if piece.endswith("?") else [piece]
    return found


def _add_phrase(lists: Lexicon, kind: str, line: str, classes: dict[str, list[str]]) -> None:
    steps: list[Step] = []
    gap = 0
    for raw in line.split():
        if raw == "..":
            gap = 4
            continue
        optional = raw.endswith("?")
        words: list[str] = []
        for choice in raw.removesuffix("?").split("|"):
            name = choice.strip("<>")
            words += classes[name] if choice.startswith("<") and name in classes else [choice]
        steps.append(
            Step(
                frozenset(word for word in words if not word.endswith("*")),
                tuple(word[:-1] for word in words if word.endswith("*")),
                gap,
                optional,
            )
        )
        gap = 0
    for word in steps[0].words:
        lists.phrases.setdefault(word, []).append((kind, tuple(steps)))
