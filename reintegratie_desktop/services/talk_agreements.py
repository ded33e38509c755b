"""What people agree in a talk, and when they talk again: answers of the form itself, so there is nothing to copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.services.talk_words import moment_words, present_names
from reintegratie_desktop.services.views import DraftMeta

if TYPE_CHECKING:
    from reintegratie_desktop.services.session import FormSession

AGREEMENTS: Final = "afspraken_nieuw"


@dataclass(frozen=True)
class Agreement:
    """One agreement of this talk; `index` is its row in the form. `when` is a day in words, or what was typed."""

    index: int
    what: str
    who: str
    when: str
    in_plan: bool


class TalkAgreements:
    """The agreements and the next date of one talk."""

    def __init__(self, session: "FormSession") -> None:
        self.session = session

    @property
    def _meta(self) -> DraftMeta:
        return self.session.meta

    def _touch(self) -> None:
        self.session.is_dirty = True

    # --- agreements -------------------------------------------------------------------------------------------------

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the agreements of this talk, in order."""
        return tuple(
            Agreement(
                index=index,
                what=str(row.get("wat") or ""),
                who=str(row.get("wie") or ""),
                when=moment_words(row.get("wanneer"), short=True) or str(row.get("wanneer") or ""),
                in_plan=row.get("hoort_bij_plan") is True,
            )
            for index, row in enumerate(self._rows())
            if isinstance(row, Mapping)
        )

    def agreement_row(self, index: int) -> dict[str, Any]:
        """Return an agreement as the form keeps it."""
        row = self._rows()[index]
        return dict(row) if isinstance(row, Mapping) else {}

    def _rows(self) -> list[Any]:
        known = self.session.answers.get(AGREEMENTS)
        return list(known) if isinstance(known, list) else []

    def _set_rows(self, rows: list[Any]) -> None:
        values: dict[str, Any] = {AGREEMENTS: rows}
        if rows and self.session.answers.get("geen_afspraken") is True:
            # Saying that there are none was before this one was made.
            values["geen_afspraken"] = False
        self.session.answer(values)

    def add_agreement(self, what: str) -> int:
        """Add an agreement and return its row."""
        rows = [*self._rows(), {"wat": what.strip()}]
        self._set_rows(rows)
        self._meta.agreement = ""
        return len(rows) - 1

    def change_agreement(self, index: int, key: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Change one part of an agreement: `wat`, `wie`, `wanneer` or `hoort_bij_plan`."""
        rows = self._rows()
        rows[index] = {**self.agreement_row(index), key: value}
        self._set_rows(rows)

    def remove_agreement(self, index: int) -> Any:  # noqa: ANN401 - a JSON value
        """Remove an agreement and return it, to be put back."""
        rows = self._rows()
        gone = rows.pop(index)
        self._set_rows(rows)
        return gone

    def put_back(self, index: int, row: Any) -> None:  # noqa: ANN401 - a JSON value
        """Put a removed agreement back at its place."""
        rows = self._rows()
        rows.insert(index, row)
        self._set_rows(rows)

    @property
    def half_agreement(self) -> str:
        """Return an agreement that is still being typed."""
        return self._meta.agreement

    def type_agreement(self, text: str) -> None:
        """Keep an agreement that is still being typed."""
        self._meta.agreement = text
        self._touch()

    def people(self) -> tuple[str, ...]:
        """Return the names of who is there, to choose who does something; the employee by the first name."""
        return present_names(self.session.answers.get("aanwezig"), self.session.person)

    # --- the next talk ----------------------------------------------------------------------------------------------

    @property
    def has_next(self) -> bool:
        """Tell whether there is a day for the next talk."""
        return as_day(self.session.answers.get("volgende")) is not None

    @property
    def next_words(self) -> str:
        """Return `maandag 14 december, 16.00 uur`, or nothing."""
        return moment_words(self.session.answers.get("volgende"))

    def set_next(self, value: Any) -> None:  # noqa: ANN401 - a JSON value
        """Set the day and time of the next talk, as the form keeps them."""
        self.session.answer({"volgende": value})

    def next_problem(self) -> str:
        """Return what is wrong with the next day, in a sentence; nothing when it can be."""
        found = (item for item in self.session.wizard.findings() if item.key == "volgende")
        return next((item.message for item in found if item.level is Level.BLOCK), "")

    @property
    def may_call(self) -> bool:
        """Tell whether it was agreed that the employee may always call earlier."""
        return self.session.answers.get("eerder") is True

    def set_may_call(self, *, on: bool) -> None:
        """Note that it was agreed that the employee may always call earlier, or that nothing was said about it."""
        self.session.answer({"eerder": True if on else None})
