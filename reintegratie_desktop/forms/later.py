"""What can only be known after a paper is finished: when it was read, confirmed, or handed over.

A field says so with `later=True`. Left open at finishing, it can be answered afterwards as a note beside the paper.
The snapshot never changes; the next print shows the note with the day it was made.
"""

from collections.abc import Iterator
from typing import Final

from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotField
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import Choice, Day, Field, Option
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.i18n import N_, _

HOW: Final = ".hoe"
"""How the key of a question ends that asks how a copy was given; it never has to be answered."""
WAYS: Final = (
    Option("gegeven", N_("In de hand gegeven")),
    Option("post", N_("Post")),
    Option("beveiligde_mail", N_("Beveiligde mail")),
    Option("portaal", N_("Portaal")),
)
KINDS: Final = ("day", "day_time", "time", "text", "long_text", "choice", "yes_no", "number", "amount")
"""The kinds a field with `later=True` can have: one answer that stands on its own."""


def has_later(flow: Flow) -> bool:
    """Tell whether a paper of this form can be completed afterwards at all."""
    return bool(flow.copies_field) or any(field.later for field in flow.fields)


def later_fields(flow: Flow, snapshot: FormSnapshot) -> tuple[Field, ...]:
    """Return the questions of a finished paper that can be answered afterwards, in the order of the form.

    These are the fields with `later=True` that were asked and left open, and of the copies for each receiver the day,
    with the key `kopie_aan.werknemer`, and how it went there: `kopie_aan.werknemer.hoe`.
    """
    known = {field.key: field for field in snapshot.fields()}
    found: list[Field] = []
    for field in flow.fields:
        frozen = known.get(field.key)
        if frozen is None:
            continue
        if field.later and frozen.state is FieldState.EMPTY:
            found.append(field)
        elif field.key == flow.copies_field:
            found.extend(_copies(frozen))
    return tuple(found)


def _copies(frozen: SnapshotField) -> Iterator[Field]:
    chosen = frozen.answer if isinstance(frozen.answer, list) else []
    for option in frozen.options:
        if option.value in chosen:
            who = option.label[:1].lower() + option.label[1:]
            key = f"{frozen.key}.{option.value}"
            yield Day(key=key, label=_("Afschrift gegeven aan: {wie}").format(wie=who))
            label = _("Hoe gegeven aan: {wie}").format(wie=who)
            yield Choice(key=key + HOW, label=label, help=N_("Mag leeg blijven."), options=WAYS)


def later_problems(flow: Flow, answers: Answers, noted: Answers, context: Context) -> dict[str, str]:
    """Return what is wrong with answers noted afterwards: a sentence per key.

    `answers` are those of the paper with all that was noted, `noted` the new ones among them.
    """
    found: dict[str, str] = {}
    merged = {**answers, **{key: value for key, value in noted.items() if "." not in key}}
    for finding in flow.findings(merged, context):
        if finding.level is Level.BLOCK and finding.field in noted:
            found.setdefault(finding.field, finding.message)
    for key, value in noted.items():
        if "." in key and not key.endswith(HOW) and value is not None:
            day = as_day(value)
            wrong = next((sentence for _place, sentence in Day(key=key, label="").problems(value)), "")
            if day is not None and day > context.today:
                wrong = _("Deze dag moet nog komen.")
            if wrong:
                found[key] = wrong
    return found
