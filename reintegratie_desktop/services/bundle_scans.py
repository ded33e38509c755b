"""The files that came in with a paper: part of the report, and sometimes the very paper the report is about."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from reintegratie_desktop.store.attachments import Attachment
from reintegratie_desktop.store.papers import Paper

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


def attached_to(desk: "Workspace", paper: Paper) -> list[Attachment]:
    """Return the files of a paper: those it was answered with, then what was scanned in; each once."""
    attachments = desk.store.attachments
    wanted = list(_digests(paper.answers_now))
    found: list[Attachment] = []
    if wanted:
        of_form = {kept.sha256: kept for kept in attachments.for_paper(paper.form, paper.case_id)}
        found = [of_form[sha] for sha in wanted if sha in of_form]
    found += attachments.for_paper(paper.id)
    return list({kept.sha256: kept for kept in reversed(found)}.values())[::-1]


def _digests(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(value, Mapping):
        if isinstance(value.get("sha256"), str):
            yield value["sha256"]
        for item in value.values():
            yield from _digests(item)
    elif isinstance(value, list):
        for item in value:
            yield from _digests(item)
