"""Whether a finished paper only misses the day that says its step is done: then that day is all there is to ask."""

from typing import TYPE_CHECKING

from reintegratie_desktop.forms.document_table import document

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader


def paper_to_complete(reader: "CaseReader", form: str) -> str:
    """Return the id of the newest paper of a form when its day can be noted beside it; empty when it cannot.

    The form has a finished paper in this case.
    """
    from reintegratie_desktop.services.later import questions_of  # noqa: PLC0415 - few steps stand this way

    newest = reader.newest(form)
    assert newest is not None  # it was asked because there is one
    open_now = {question.field.key for question in questions_of(newest) if question.is_open}
    return newest.id if open_now & set(document(form).done_by) else ""
