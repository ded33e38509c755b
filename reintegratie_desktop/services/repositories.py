"""The repositories of one open data file, made once."""

from dataclasses import dataclass

from reintegratie_desktop.store.attachments import AttachmentRepository
from reintegratie_desktop.store.cases import CaseRepository
from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.journal import Journal
from reintegratie_desktop.store.papers import PaperRepository
from reintegratie_desktop.store.records import RecordRepository
from reintegratie_desktop.store.settings import GuardChoices, SettingsRepository


@dataclass(frozen=True)
class Repositories:
    """Everything that can be read from and written to one file."""

    file: DataFile
    records: RecordRepository
    cases: CaseRepository
    drafts: DraftRepository
    papers: PaperRepository
    attachments: AttachmentRepository
    journal: Journal
    settings: SettingsRepository
    guard_choices: GuardChoices

    @classmethod
    def of(cls, file: DataFile) -> "Repositories":
        """Make the repositories of a file."""
        return cls(
            file=file,
            records=RecordRepository(file),
            cases=CaseRepository(file),
            drafts=DraftRepository(file),
            papers=PaperRepository(file),
            attachments=AttachmentRepository(file),
            journal=Journal(file),
            settings=SettingsRepository(file),
            guard_choices=GuardChoices(file),
        )
