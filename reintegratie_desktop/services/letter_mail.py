"""A finished letter as a draft of an e-mail: a file that Outlook, Apple Mail and Thunderbird open to be sent by hand.

The program sends nothing. Subject, words and names of files tell nothing about a person or about absence: ordinary mail
can be read on the way.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.letters import LAYOUT, OUTSIDE
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.services.files import SUFFIX, write_file
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.guard import find
from reintegratie_desktop.text.i18n import _, speaking

if TYPE_CHECKING:
    from email.message import EmailMessage

    from reintegratie_desktop.domain.snapshot import FormSnapshot
    from reintegratie_desktop.services.workspace import Workspace

ENDING: Final = ".eml"
_LONGEST_NAME: Final = 200
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_ADDRESS: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def is_letter(form: str) -> bool:
    """Tell whether the papers of a form are letters."""
    return flow_of(form).layout == LAYOUT


def mail_name(desk: "Workspace", paper_id: str) -> str:
    """Return a neutral name for the draft: `brief-2026-003-2026-02-16.eml`."""
    return _plain_name(desk, paper_id) + ENDING


def mail_draft(desk: "Workspace", paper_id: str) -> bytes:
    """Return a letter as a draft: neutral words, and the letter itself as PDF.

    Raises:
        KnownError: a word in the mail is about health.
    """
    snapshot = desk.papers.snapshot(paper_id)
    pdf = desk.papers.pdf(paper_id)
    with speaking(snapshot.language):
        subject, body = _subject(snapshot), _body(desk, snapshot)
    name = f"{_plain_name(desk, paper_id)}.pdf"
    paper = desk.store.papers.get(paper_id)
    if any(find(text, allowed=desk.allowed_words(paper.case_id)) for text in (subject, body, name)):
        raise KnownError(
            _("In de e-mail staat een woord over gezondheid."),
            _("Kijk naar de naam van je bedrijf en van de ondertekenaar, en pas die aan."),
            code="woord",
        )
    return bytes(_message(desk, snapshot, subject, body, name, pdf, case_id=paper.case_id))


def save_mail_draft(desk: "Workspace", paper_id: str, target: Path) -> None:
    """Write the draft to a place the user chose, and note in the journal that it went out of the program.

    Raises:
        KnownError: the disk is full, the folder cannot be written, or the place is that of a data file.
    """
    if SUFFIX in (suffix.casefold() for suffix in target.suffixes) or target.resolve() == desk.path.resolve():
        raise KnownError(
            _("{pad} is de naam van een gegevensbestand.").format(pad=target),
            _("Kies een naam die eindigt op .eml."),
            code="gegevensbestand",
        )
    write_file(target, mail_draft(desk, paper_id))
    paper = desk.store.papers.get(paper_id)
    words = _("{papier} als concept-e-mail bewaard").format(papier=desk.papers.title(paper))
    desk.journal(paper.case_id, "overdracht", words, paper=paper_id)


def _message(
    desk: "Workspace", snapshot: "FormSnapshot", subject: str, body: str, name: str, pdf: bytes, *, case_id: str
) -> "EmailMessage":
    from email.headerregistry import Address  # noqa: PLC0415 - only when a draft is made
    from email.message import EmailMessage  # noqa: PLC0415 - see above
    from email.policy import SMTP  # noqa: PLC0415 - see above

    def address(person: Mapping[str, Any], shown: str) -> Address | None:
        mail = str(person.get("email") or "").strip()
        return Address(_one_line(shown), addr_spec=mail) if _ADDRESS.fullmatch(mail) else None

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = subject
    contact = desk.employer.get("contact")
    person: Mapping[str, Any] = contact if isinstance(contact, Mapping) else {}
    if sender := address(person, str(person.get("naam") or "")):
        message["From"] = sender
    employee = desk.employee(desk.store.cases.get(case_id).werknemer_id)
    if flow_of(snapshot.form).about_employee and (receiver := address(employee, snapshot.employee)):
        message["To"] = receiver
    message.set_content(body, charset="utf-8", cte="quoted-printable")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return message


def _subject(snapshot: "FormSnapshot") -> str:
    return _("Brief van {bedrijf}").format(bedrijf=_one_line(snapshot.employer))


def _body(desk: "Workspace", snapshot: "FormSnapshot") -> str:
    contact = desk.employer.get("contact")
    person: Mapping[str, Any] = contact if isinstance(contact, Mapping) else {}
    outside = snapshot.extra.get(OUTSIDE)
    greeting = str(outside.get("aanhef") or "") if isinstance(outside, Mapping) else ""
    signer = snapshot.field("ondertekenaar").answer
    names = (
        [_one_line(str(signer.get(part) or "")) for part in ("naam", "functie")] if isinstance(signer, Mapping) else []
    )
    lines = [
        _one_line(greeting),
        "",
        _("Een brief van {bedrijf} zit bij deze mail.").format(bedrijf=_one_line(snapshot.employer)),
    ]
    if person.get("telefoon"):
        lines.append(_("Vragen? Bel {nummer}.").format(nummer=_one_line(str(person["telefoon"]))))
    lines += ["", _("Met vriendelijke groet,"), *(name for name in names if name)]
    return "\n".join(lines).strip() + "\n"


def _plain_name(desk: "Workspace", paper_id: str) -> str:
    """Return the name without its ending: the number of the case, unless that must not be known, and the date."""
    paper = desk.store.papers.get(paper_id)
    number = desk.store.cases.get(paper.case_id).nummer if flow_of(paper.form).about_employee else ""
    return "-".join(part for part in ("brief", number, paper.made_on.isoformat()) if part)


def _one_line(text: str) -> str:
    """Return a text that fits in one line of a mail: no line ends, no marks that turn the direction around."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())[:_LONGEST_NAME]
