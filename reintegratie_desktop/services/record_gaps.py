"""What the records of the firm and the employee still miss, for the papers that need it and for the list of tasks."""

from typing import TYPE_CHECKING

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.record_needs import NEEDS, RECORDS, record_gaps
from reintegratie_desktop.services.places import record_title
from reintegratie_desktop.services.views import RecordGapView
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.session import FormSession
    from reintegratie_desktop.services.workspace import Workspace


def gaps_of(form: Flow, context: Context) -> tuple[RecordGapView, ...]:
    """Return what has to be asked about the firm or the employee before the paper of a form is finished."""
    if form.key not in NEEDS:
        return ()
    found = record_gaps(form, {key: flow_of(key) for key in RECORDS}, context)
    return tuple(
        RecordGapView(gap.form, record_title(gap.form), gap.keys[0], labels(gap.form, gap.keys)) for gap in found
    )


def labels(record: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the answers of a record are called."""
    form = flow_of(record)
    return tuple(_(form.field(key).label) for key in keys)


def keep_begun_firm(desk: "Workspace") -> "FormSession | None":
    """Keep what was typed about the firm so far, when its name is there; a sick call needs no more.

    Returns:
        The form where something has to be put right first; None when the name of the firm is kept.
    """
    if desk.employer_name:
        return None
    session = desk.open_form("werkgever")
    if not session.check().ready:
        return session
    session.finish()
    return None
