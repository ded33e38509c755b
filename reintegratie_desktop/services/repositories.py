"""The repositories of one open data file. The first page needs five of them; the others are made when asked for."""
# ruff: noqa: PLC0415 - that is what this module is for

from functools import cached_property
from typing import TYPE_CHECKING

from reintegratie_desktop.store.cases import CaseRepository
from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.own_steps import OwnStepRepository
from reintegratie_desktop.store.papers import PaperRepository
from reintegratie_desktop.store.records import RecordRepository

if TYPE_CHECKING:
    from reintegratie_desktop.store.attachments import AttachmentRepository
    from reintegratie_desktop.store.calendar_events import CalendarEventRepository
    from reintegratie_desktop.store.journal import Journal
    from reintegratie_desktop.store.settings import GuardChoices, SettingsRepository


class Repositories:
    """Everything that can be read from and written to one file."""

    def __init__(self, file: DataFile) -> None:
        self.file = file
        self.records = RecordRepository(file)
        self.cases = CaseRepository(file)
        self.drafts = DraftRepository(file)
        self.papers = PaperRepository(file)
        self.own_steps = OwnStepRepository(file)

    @cached_property
    def attachments(self) -> "AttachmentRepository":
        """Return the files kept with papers."""
        from reintegratie_desktop.store.attachments import AttachmentRepository

        return AttachmentRepository(self.file)

    @cached_property
    def calendar_events(self) -> "CalendarEventRepository":
        """Return what was given to a calendar."""
        from reintegratie_desktop.store.calendar_events import CalendarEventRepository

        return CalendarEventRepository(self.file)

    @cached_property
    def journal(self) -> "Journal":
        """Return the journal."""
        from reintegratie_desktop.store.journal import Journal

        return Journal(self.file)

    @cached_property
    def settings(self) -> "SettingsRepository":
        """Return what the file remembers besides cases."""
        from reintegratie_desktop.store.settings import SettingsRepository

        return SettingsRepository(self.file)

    @cached_property
    def guard_choices(self) -> "GuardChoices":
        """Return what was chosen about remarks of the guard."""
        from reintegratie_desktop.store.settings import GuardChoices

        return GuardChoices(self.file)
