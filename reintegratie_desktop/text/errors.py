"""The two kinds of error: a known situation the user can solve, and a mistake of ours."""

from reintegratie_desktop.text.declaring import override


class KnownError(Exception):
    """A situation we expect: one calm sentence that says what it is, and one that says what to do next.

    Both texts are already translated and hold no personal data beyond a path the user chose.
    """

    def __init__(self, message: str, next_step: str, *, code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step
        self.code = code

    @override
    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()


class BugError(Exception):
    """A mistake of ours: it is reported without personal data, never shown as the user's fault."""
