"""A text in two languages, as the tree of a paper holds it."""

from typing import Final

BETWEEN: Final = " / "


class Two(str):
    """A Dutch text that knows what it is called in another language."""

    other: str

    def __new__(cls, text: str, other: str) -> "Two":
        """Return the text with its other."""
        made = super().__new__(cls, text)
        made.other = other
        return made


def other(text: str) -> str:
    """Return a text in the second language; empty when it has none of its own."""
    return text.other if isinstance(text, Two) else ""


def in_line(text: str) -> str:
    """Return a text with its other behind it: "Ja / Yes"."""
    return f"{text}{BETWEEN}{text.other}" if isinstance(text, Two) else text


def joined(first: str, second: str) -> str:
    """Return one text of two with a space between, in each language."""
    if not (first and second):
        return first or second
    both = f"{first} {second}"
    if isinstance(first, Two) or isinstance(second, Two):
        return Two(both, f"{other(first) or first} {other(second) or second}")
    return both
