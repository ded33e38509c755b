"""A letter as a draft of an e-mail: it opens as one that is not sent, tells nothing, and holds the letter as PDF."""

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any, cast

import pytest

from reintegratie_desktop.services.letter_mail import is_letter, mail_draft, mail_name, save_mail_draft
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.guard import find
from tests.forms.letter_answers import TYPED
from tests.services.desks import WERKGEVER, Calendar, add_employee, finish, make_desk, report_sick

DAY = date(2026, 3, 16)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    calendar = Calendar(date(2026, 1, 5))
    opened = make_desk(tmp_path, calendar)
    report_sick(opened, add_employee(opened, email="jasper@houten.example"), date(2026, 1, 5))
    calendar.go_to(DAY)
    yield opened
    opened.close()


def case_of(desk: Workspace) -> str:
    return desk.store.cases.all()[0].id


def write(desk: Workspace, form: str = "brief_uitnodiging", **changes: Any) -> str:
    """Finish a letter and return the id of the paper."""
    session = desk.open_form(form, case_of(desk))
    session.answer({**TYPED[form], **changes})
    return finish(session)


def change_employer(desk: Workspace, **changes: Any) -> None:
    desk.store.records.save_werkgever({**WERKGEVER, **changes}, desk.clock())


def read(data: bytes) -> EmailMessage:
    return cast(EmailMessage, message_from_bytes(data, policy=default))


def test_a_draft_is_read_back_whole(desk: Workspace) -> None:
    change_employer(desk, contact={**WERKGEVER["contact"], "email": "noor@dekist.example"})
    paper = write(desk)
    data = mail_draft(desk, paper)
    mail = read(data)
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == "Brief van Groothandel De Kist B.V."
    assert mail["From"] == "Noor Blom <noor@dekist.example>"
    (receiver,) = mail["To"].addresses
    assert (receiver.display_name, receiver.addr_spec) == ("J. van Houten", "jasper@houten.example")
    assert mail["MIME-Version"] == "1.0"
    body = mail.get_body(("plain",))
    assert body is not None
    assert body["Content-Transfer-Encoding"] == "quoted-printable"
    assert body.get_content_charset() == "utf-8"
    assert body.get_content().splitlines() == [
        "Beste Jasper,",
        "",
        "Een brief van Groothandel De Kist B.V. zit bij deze mail.",
        "Vragen? Bel 0600000071.",
        "",
        "Met vriendelijke groet,",
        "Noor Blom",
        "bedrijfsleider",
    ]
    (attached,) = mail.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == "brief-2026-001-2026-03-16.pdf"
    assert attached.get_content() == desk.papers.pdf(paper)


def test_every_line_ends_as_mail_asks_and_is_plain_ascii(desk: Workspace) -> None:
    change_employer(desk, handelsnaam="Café ’t Hoekje & Zn.")
    data = mail_draft(desk, write(desk))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    mail = read(data)
    assert mail["Subject"] == "Brief van Café ’t Hoekje & Zn."
    body = mail.get_body()
    assert body is not None
    assert "Café ’t Hoekje & Zn." in body.get_content()


@pytest.mark.parametrize(
    "name",
    [
        "De Kist\r\nBcc: iedereen@overal.example",
        "De Kist\nX-Unsent: 0\n\nIets anders",
        "De Kist\x00\x1b[31m",
        "De Kist\u202egnp.exe",
        'De "Kist" <kist@dekist.example>, B.V.',
        "\u2028De Kist\u2029",
        "Kist " * 60,
    ],
)
def test_a_name_cannot_write_a_header(desk: Workspace, name: str) -> None:
    change_employer(
        desk, handelsnaam=name, contact={**WERKGEVER["contact"], "naam": name, "email": "noor@dekist.example"}
    )
    mail = read(mail_draft(desk, write(desk, antwoord="0600000071")))
    assert mail["Bcc"] is None
    assert mail["X-Unsent"] == "1"
    assert mail.get_all("X-Unsent") == ["1"]
    assert len(mail.keys()) == 6
    assert str(mail["From"].addresses[0].addr_spec) == "noor@dekist.example"
    assert not set(str(mail["Subject"])) & set("\r\n\x00\x1b\u202e\u2028\u2029")
    assert len(list(mail.iter_attachments())) == 1


@pytest.mark.parametrize(
    "address", ["", "geen adres", "a@b\r\nBcc: c@d.example", "noor@dekist", "a b@c.example", "x@y.example,z@y.example"]
)
def test_an_address_that_is_none_is_left_out(desk: Workspace, address: str) -> None:
    change_employer(desk, contact={**WERKGEVER["contact"], "email": address})
    employee = desk.store.cases.all()[0].werknemer_id
    desk.store.records.save_werknemer(employee, {**desk.employee(employee), "email": address}, desk.clock())
    mail = read(mail_draft(desk, write(desk)))
    assert mail["From"] is mail["To"] is mail["Bcc"] is None


def test_no_word_about_absence_stands_outside_the_letter(desk: Workspace) -> None:
    session = desk.open_form("brief_oproep", case_of(desk))
    session.answer(TYPED["brief_oproep"])
    paper = finish(session)
    mail = read(mail_draft(desk, paper))
    body = mail.get_body()
    assert body is not None
    outside = " ".join((mail["Subject"], body.get_content(), mail_name(desk, paper)))
    assert find(outside) == ()
    for word in ("ziek", "verzuim", "oproep", "loon", "re-integratie", "arts"):
        assert word not in outside.casefold()


def test_a_letter_to_others_tells_no_case_and_goes_to_nobody_by_itself(desk: Workspace) -> None:
    change_employer(desk, or_vorm="pvt")
    paper = write(desk, "brief_instemming_or")
    assert mail_name(desk, paper) == "brief-2026-03-16.eml"
    mail = read(mail_draft(desk, paper))
    assert mail["To"] is None
    body = mail.get_body()
    assert body is not None
    assert body.get_content().startswith("Geachte leden,")
    assert "Houten" not in body.get_content()


def test_an_employer_without_a_person_still_makes_a_draft(desk: Workspace) -> None:
    paper = write(desk)
    change_employer(desk, contact=None)
    body = read(mail_draft(desk, paper)).get_body()
    assert body is not None
    assert "Vragen?" not in body.get_content()


def test_a_word_about_health_stops_the_draft(desk: Workspace) -> None:
    paper = write(desk, ondertekenaar={"naam": "Noor Blom", "functie": "migraine-adviseur"})
    with pytest.raises(KnownError) as told:
        mail_draft(desk, paper)
    assert told.value.code == "woord"


def test_saving_writes_the_file_and_a_line_in_the_journal(desk: Workspace, tmp_path: Path) -> None:
    paper = write(desk)
    target = tmp_path / mail_name(desk, paper)
    save_mail_draft(desk, paper, target)
    assert read(target.read_bytes())["X-Unsent"] == "1"
    assert sorted(item.suffix for item in tmp_path.iterdir() if item.suffix == ".deel") == []
    last = desk.store.journal.rows()[-1]
    assert last.description == "Brief: uitnodiging gesprek als concept-e-mail bewaard"


def test_a_draft_never_overwrites_a_data_file(desk: Workspace, tmp_path: Path) -> None:
    paper = write(desk)
    before = desk.path.stat().st_size
    for target in (desk.path, tmp_path / "ander.reintegratie", tmp_path / "ander.reintegratie.eml"):
        with pytest.raises(KnownError) as told:
            save_mail_draft(desk, paper, target)
        assert told.value.code == "gegevensbestand"
    assert desk.path.stat().st_size == before


def test_only_letters_have_a_draft() -> None:
    assert is_letter("brief_uitnodiging")
    assert not is_letter("plan_van_aanpak")


# --- letters in the file ----------------------------------------------------------------------------------------------


def test_a_letter_is_confirmed_from_the_newest_talk_and_exists_more_than_once(desk: Workspace) -> None:
    first, second = write(desk), write(desk, datumtijd="2026-03-24T10:00")
    assert first != second
    papers = [paper for paper in desk.papers.views(case_of(desk)) if paper.form == "brief_uitnodiging"]
    assert [(paper.version, paper.is_newest) for paper in papers] == [(1, True), (1, True)]
    context = desk.context(case_of(desk))
    assert len(context.history["brief_uitnodiging"]) == len(context.issues["brief_uitnodiging"]) == 2
    assert context.reference("brief_uitnodiging") == {
        "soort": "brief_uitnodiging",
        "versie": "1",
        "datum": "2026-03-16",
    }
    assert context.get("zaak", "termijnen")["wia_aanvraag"] == "2027-10-17"


def test_a_next_version_of_a_letter_follows_the_answers_again(desk: Workspace) -> None:
    paper = desk.store.papers.get(write(desk))
    session = desk.open_form("brief_uitnodiging", case_of(desk), slot=paper.slot)
    session.answer({"datumtijd": "2026-03-25T14:00"})
    finish(session, "Op die dag kan Jasper niet")
    newest = desk.papers.snapshot(next(item.id for item in desk.papers.views(case_of(desk)) if item.version == 2))
    assert "woensdag 25 maart 2026 om 14.00 uur" in newest.field("tekst").answer
    assert newest.layout == "letter"
    assert newest.replaces == "versie 1 van 16-03-2026"


def test_a_draft_of_a_letter_prints_as_a_letter(desk: Workspace) -> None:
    session = desk.open_form("brief_uitnodiging", case_of(desk))
    assert session.sheet().layout == "letter"
    assert session.render_pdf().startswith(b"%PDF-")
    assert session.render_pdf(by_hand=True).startswith(b"%PDF-")
