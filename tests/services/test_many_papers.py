"""Many papers at once: all of them, in order, or nothing at all."""

import io
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from reintegratie_desktop.services import many_papers
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.example_file import example_file
from tests.services.desks import Calendar


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("veel") / "voorbeeld.reintegratie"
    made = example_file(path, Calendar(date(2026, 11, 25)))
    yield made
    made.close()


def some(desk: Workspace, count: int = 4) -> list[str]:
    return [kept.id for kept in desk.store.papers.all(desk.store.cases.all()[0].id)][:count]


def test_all_papers_come_in_a_folder_of_their_own(desk: Workspace, tmp_path: Path) -> None:
    ids, told = some(desk), []
    papers = many_papers.gather(desk, ids)
    case_id = desk.store.cases.all()[0].id
    name = many_papers.folder_name(desk, case_id)
    folder = many_papers.save_folder(papers, tmp_path, name, progress=lambda done, all_: told.append((done, all_)))
    assert folder == tmp_path / name
    assert {path.name for path in folder.iterdir()} == {paper.name for paper in papers}
    for paper, paper_id in zip(papers, ids, strict=True):
        assert (folder / paper.name).read_bytes() == desk.papers.pdf(paper_id)
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert many_papers.save_folder(papers[:1], tmp_path, name) != folder
    many_papers.note(desk, case_id, 4, printed=False)
    many_papers.note(desk, case_id, 1, printed=True)
    lines = [row.description for row in desk.store.journal.rows(case_id)][-2:]
    assert lines == ["4 papieren als PDF bewaard", "1 papier tegelijk afgedrukt"]


def test_two_papers_of_one_name_do_not_overwrite_each_other(desk: Workspace) -> None:
    (paper_id,) = some(desk, 1)
    names = [paper.name for paper in many_papers.gather(desk, [paper_id, paper_id, paper_id])]
    assert len(set(names)) == 3


@pytest.mark.parametrize("after", [0, 1, 4, 5, 6])
def test_stopping_leaves_nothing(desk: Workspace, tmp_path: Path, after: int) -> None:
    asked = iter(range(100))
    papers = many_papers.gather(desk, some(desk))
    assert many_papers.save_folder(papers, tmp_path, "papieren", stop=lambda: next(asked) >= after) is None
    assert list(tmp_path.iterdir()) == []


def test_one_print_job_holds_every_page_in_order(desk: Workspace) -> None:
    ids = some(desk)
    whole = many_papers.one_pdf(many_papers.gather(desk, ids))
    assert whole is not None
    pages = []
    for paper_id in ids:
        with pikepdf.open(io.BytesIO(desk.papers.pdf(paper_id))) as part:
            pages.append(len(part.pages))
    with pikepdf.open(io.BytesIO(whole)) as read:
        assert len(read.pages) == sum(pages)
        assert read.check_pdf_syntax() == [] if hasattr(read, "check_pdf_syntax") else not read.check()
    assert many_papers.one_pdf(many_papers.gather(desk, ids), stop=lambda: True) is None


def test_a_folder_that_cannot_be_written_is_said(desk: Workspace, tmp_path: Path) -> None:
    papers = many_papers.gather(desk, some(desk, 1))
    with pytest.raises(KnownError):
        many_papers.save_folder(papers, tmp_path / "weg", "papieren")


def test_a_case_with_two_hundred_papers_opens_at_once(desk: Workspace) -> None:
    """Measured where the window asks for it; the best of three, so that a busy machine does not fail it."""
    case = desk.store.cases.all()[0]
    kept = desk.store.papers.all(case.id)
    with desk.file.atomic():
        for number in range(200 - len(kept)):
            old = kept[number % len(kept)]
            version = desk.store.papers.next_version(case.id, old.form, old.slot)
            snapshot = {**old.snapshot, "version": version}
            add = desk.store.papers.add
            add(case.id, old.form, old.slot, old.answers, snapshot, old.made_on, "Nog eens", desk.clock())
    took = []
    for _number in range(3):
        start = time.perf_counter()
        assert len(desk.case(case.id).papers) == 200
        took.append(time.perf_counter() - start)
    assert min(took) < 0.3
