"""From a person's text to lines that fit: the one place where text is made safe, broken and put in reading order.

Nothing on a paper is parsed as markup, so `<b>`, `&copy` and `R&D` print as they were typed. What no paper can hold
(control characters, halves of surrogate pairs) is taken out in `clean`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from reintegratie_desktop.documents.styles import (
    Style,
    code_box,
    font_for,
    is_invisible,
    letters,
    text_width,
    width_at_one,
    widths,
)

REPLACEMENT: Final = "\ufffd"
_ENDINGS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED: Final = {code: None for code in (*range(9), *range(14, 32), *range(127, 160)) if code != 0x85}
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "RLE", "RLO", "RLI"})
_WORD: Final = re.compile(r"[^ ]+ *| +")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_]{3}-)(?=[^\W\d_])|(?<=[^\W\d_]{2}/)(?=[^\W\d_]{2})")
_SPACES: Final = " \u00a0"
_BREAK_AFTER: Final = "-/@._,;:?&="


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    r"""Return a text as it can be printed: line ends as `\n`, accents composed, no control characters.

    Tabs become four spaces; half a surrogate pair becomes the replacement sign.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _ENDINGS.sub("\n", text).translate(_DROPPED).replace("\t", "    ")
    text = "".join(REPLACEMENT if "\ud800" <= char <= "\udfff" else char for char in text)
    return unicodedata.normalize("NFC", text)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text that was typed; empty lines only separate."""
    return tuple(part.rstrip() for part in clean(text).split("\n") if part.strip())


@dataclass(frozen=True)
class Run:
    """A piece of a line in one font. `instead` is the sign that a code in brackets stands for."""

    font: str
    text: str
    instead: str = ""

    def width(self, style: Style) -> float:
        """Return how far the next piece stands from this one in a line of that style."""
        return text_width(self.instead or self.text, style)


def break_lines(text: str, style: Style, width: float) -> list[str]:
    """Break a paragraph into lines no wider than `width`; only a word longer than a line is cut.

    A line keeps one space at its end where it was broken there: whoever listens hears two words. Returns at least one
    line, so that an empty text takes its room.
    """
    return list(_broken_lines(text, style.font, style.size, width))


def forget() -> None:
    """Forget the texts of the paper before: nothing a person wrote stays in memory longer than its paper."""
    _broken_lines.cache_clear()
    width_at_one.cache_clear()
    widest_word.cache_clear()
    clean.cache_clear()


@lru_cache(maxsize=2048)
def widest_word(text: str, font: str) -> float:
    """Return the width of the widest word of a text at size 1."""
    look = widths(font).__getitem__
    return max((sum(map(look, word)) for word in text.split(" ")), default=0.0)


@lru_cache(maxsize=2048)
def _broken_lines(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    look = widths(font)
    limit = width / size + 0.0001
    if width_at_one(text, font) <= limit:
        return (text.rstrip(" "),)
    lines: list[str] = []
    line, used = "", 0.0
    for word in _words(text):
        bare = sum(map(look.__getitem__, word.rstrip(" ")))
        if line and used + bare > limit:
            lines.append(_broken(line))
            line, used = "", 0.0
        if bare > limit:
            *whole, word = _cut(word, font, limit)  # noqa: PLW2901 - the rest goes on below
            lines.extend(whole)
        line += word
        used += sum(map(look.__getitem__, word))
    lines.append(line.rstrip(" "))
    return tuple(lines)


def _broken(line: str) -> str:
    bare = line.rstrip(" ")
    return bare if len(bare) == len(line) else bare + " "


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if "-" in word or "/" in word:
            yield from filter(None, _HYPHEN.split(word))
        elif word.isascii() or not any(_breaks_anywhere(char) for char in word):
            yield word
        else:
            yield from _wide_words(word)


def _wide_words(word: str) -> Iterator[str]:
    """Chinese and Japanese may break between any two signs."""
    part = ""
    for char in word:
        if part and char != " " and (_breaks_anywhere(char) or _breaks_anywhere(part[-1])):
            yield part
            part = ""
        part += char
    yield part


@cache
def _breaks_anywhere(char: str) -> bool:
    return char > "\u2e7f" and unicodedata.east_asian_width(char) in {"W", "F"} and not unicodedata.combining(char)


def _cut(word: str, font: str, limit: float) -> list[str]:
    """Cut a word that is longer than a line, behind a sign such as `/` or `@` when one is near the end."""
    look = widths(font)
    parts: list[str] = []
    start, used = 0, 0.0
    for index, char in enumerate(word):
        step = look[char]
        # Twice when the first cut fell far back, behind a sign: the rest may still be too long.
        while used + step > limit and index > start and not _hangs_on(char, font):
            end = index
            for back in range(index, max(start, index - 12), -1):
                if word[back - 1] in _BREAK_AFTER:
                    end = back
                    break
            parts.append(word[start:end])
            used = sum(map(look.__getitem__, word[end:index]))
            start = end
        used += step
    parts.append(word[start:])
    return parts


def _hangs_on(char: str, font: str) -> bool:
    """Tell whether a sign is drawn on the letter before it; a mark that no font holds prints as its own code."""
    return is_invisible(char) or (bool(unicodedata.combining(char)) and font_for(font, char) is not None)


def cut_to_fit(text: str, style: Style, width: float) -> str:
    """Return a text on one line; what does not fit ends in three dots."""
    text = text.replace("\n", " ")
    if text_width(text, style) <= width:
        return text
    while text and text_width(text + "…", style) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def is_plain(text: str, font: str) -> bool:
    """Tell whether a text runs from left to right and is wholly in one font."""
    return text.isascii() or (letters(font).issuperset(text) and not _has_right_to_left(text))


def _has_right_to_left(text: str) -> bool:
    return any(char > "\u0590" and unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def runs_right_to_left(text: str) -> bool:
    """Tell whether a paragraph starts from the right: its first letter with a direction says so."""
    if text.isascii():
        return False
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def in_drawing_order(line: str, *, right_to_left: bool) -> str:
    """Return a line from left to right as the eye meets it, with Arabic letters joined."""
    if not _has_right_to_left(line):
        return line
    # Only the few papers that need it load these two.
    from bidi import get_display  # noqa: PLC0415

    return str(get_display(_joiner().reshape(line), base_dir="R" if right_to_left else "L"))


@cache
def _joiner() -> Any:  # noqa: ANN401 - an untyped library
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415

    return ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})


def runs(text: str, font: str) -> list[Run]:
    """Split a line in drawing order into pieces of one font each."""
    pieces: list[Run] = []
    current, holder = "", font
    for char in text:
        if is_invisible(char):
            continue
        if char in _SPACES and current and holder != font:
            # A space ends the piece it is in: the next word gets its own place, whatever the width of this space.
            pieces.append(Run(holder, current + " "))
            current, holder = "", font
            continue
        # A mark stays with its letter when that font has it too.
        stays = unicodedata.combining(char) and char in letters(holder)
        found = holder if stays else font_for(font, char)
        if found is None and (base := unicodedata.normalize("NFKC", char)) != char and len(base) == 1:
            char, found = base, font_for(font, base)  # noqa: PLW2901 - no such shape: the letter itself
        if found is not None and found == holder:
            current += char
            continue
        if current:
            pieces.append(Run(holder, current))
            current = ""
        if found is None:
            pieces.append(Run(font, code_box(char), char))
            holder = font
        else:
            current, holder = char, found
    if current:
        pieces.append(Run(holder, current))
    return pieces
