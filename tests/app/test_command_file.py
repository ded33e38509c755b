"""The commands on a data file, as a script calls them: what they print, their exit codes, and what they leave alone."""

import gettext
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import click
import pypdfium2
import pytest
from typing_extensions import override

from reintegratie_desktop import __version__
from reintegratie_desktop.app import command_file
from reintegratie_desktop.app.cli import main
from reintegratie_desktop.app.command_words import in_words, language_of
from reintegratie_desktop.services import examples
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.listing import case_lines, list_cases
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.text import i18n
from reintegratie_desktop.text.i18n import load_catalogue
from tests.example_file import example_file

NOW = datetime(2026, 11, 25, 14, 5)
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
KINDS = ("ziekmelding", "melding_arbodienst", "taakprofiel", "probleemanalyse", "plan_van_aanpak", "opbouwschema")


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Answer]


class NoTerminal(io.StringIO):
    def isatty(self) -> bool:
        return False


@pytest.fixture(scope="module")
def bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("opdracht") / "voorbeeld.reintegratie"
    example_file(path, lambda: NOW).close()
    return path


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No terminal, the password of the examples in the environment, a fixed day, and a fast key."""
    monkeypatch.setattr(sys, "stdin", NoTerminal())
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, EXAMPLE_PASSWORD)
    monkeypatch.setattr(command_file, "now", lambda: NOW)
    monkeypatch.setattr("reintegratie_desktop.services.workspace.DEFAULT_KDF", KdfParams.for_tests())
    yield


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> Answer:
        with pytest.raises(SystemExit) as leave:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        code = leave.value.code
        assert isinstance(code, int)
        return Answer(code, printed.out, printed.err)

    return call


def assert_one_sentence(answer: Answer) -> None:
    """Unusable input: exit code 2, a plain Dutch line on standard error, nothing on standard output."""
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert answer.err.strip().endswith(".")
    assert "Traceback" not in answer.err
    assert "Error" not in answer.err


# --- dossiers ---------------------------------------------------------------------------------------------------------


def test_the_cases_as_json_have_the_promised_shape(run: Run, bestand: Path) -> None:
    answer = run("dossiers", bestand, "--json")

    assert (answer.code, answer.err) == (0, "")
    data = json.loads(answer.out)
    assert list(data) == ["dossiers"]
    assert [case["werknemer"] for case in data["dossiers"]] == [
        "Petra Lammers",
        "Karim Haddou",
        "Marloes Teunissen",
    ]
    for case in data["dossiers"]:
        assert list(case) == [
            "id", "werknemer", "functie", "eerste_ziektedag", "ziekteweek", "volgende_stap", "documenten",
        ]  # fmt: skip
        assert date.fromisoformat(case["eerste_ziektedag"]).weekday() == 0
        for paper in case["documenten"]:
            assert list(paper) == ["soort", "versie", "status"]
            assert paper["status"] in ("vastgesteld", "concept")


def test_the_next_step_is_a_deadline_with_its_safe_date(run: Run, bestand: Path) -> None:
    cases = {case["werknemer"]: case for case in json.loads(run("dossiers", bestand, "--json").out)["dossiers"]}

    # Both agreed in the last evaluation to look back again before the report to UWV has to be there.
    assert cases["Marloes Teunissen"]["ziekteweek"] == 39
    assert cases["Marloes Teunissen"]["eerste_ziektedag"] == "2026-03-02"
    assert cases["Marloes Teunissen"]["volgende_stap"] == {"id": "evaluatie_5", "streefdatum": "2026-11-30"}
    assert cases["Karim Haddou"]["volgende_stap"] is None
    assert cases["Petra Lammers"]["ziekteweek"] == 104


def test_versions_and_the_open_draft_are_listed(run: Run, bestand: Path) -> None:
    cases = {case["werknemer"]: case for case in json.loads(run("dossiers", bestand, "--json").out)["dossiers"]}

    papers = [(paper["soort"], paper["versie"], paper["status"]) for paper in cases["Marloes Teunissen"]["documenten"]]
    assert papers[0] == ("ziekmelding", 1, "vastgesteld")
    assert [version for kind, version, _status in papers if kind == "opbouwschema"] == [1, 2, 3, 4]
    assert [item for item in papers if item[2] == "concept"] == [("gesprek", 0, "concept")]


def test_the_cases_as_text_are_words_of_people(run: Run, bestand: Path) -> None:
    answer = run("dossiers", bestand)

    lines = answer.out.splitlines()
    assert answer.code == 0
    place = next(i for i, line in enumerate(lines) if "Marloes Teunissen" in line)
    assert lines[place].endswith("Marloes Teunissen, Teamleider planning en service: ziekteweek 39 van 104")
    assert lines[place + 1] == "    Volgende stap: Evaluatie van het plan, maandag 30 november 2026"
    assert re.fullmatch(r"    Gesprek 1: [a-z]+dag \d+ [a-z]+ 2026", lines[place + 2])
    (recovered,) = (line for line in lines if "Karim Haddou" in line)
    assert re.search(r": hersteld gemeld op [a-z]+dag \d+ [a-z]+ 2026$", recovered)
    assert "uwv_42e_week" not in answer.out


def test_a_file_without_cases_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "leeg.reintegratie"
    Workspace.create(path, EXAMPLE_PASSWORD, lambda: NOW, kdf=KdfParams.for_tests()).close()

    assert run("dossiers", path).out == "Er staan nog geen dossiers in dit bestand.\n"


def test_the_last_day_of_the_wage_is_the_next_step_when_nothing_else_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bijna.reintegratie"
    moment = NOW
    desk = example_file(path, lambda: moment)
    try:
        case = next(case for case in desk.store.cases.all() if desk.case(case.id).employee_name == "Petra Lammers")
        last = desk.case(case.id).last_day
        (listed,) = (item for item in list_cases(desk) if item["werknemer"] == "Petra Lammers")
        assert listed["volgende_stap"] == {"id": "einde_loondoorbetaling", "streefdatum": last.isoformat()}
        assert any("Volgende stap: Laatste dag van de loondoorbetaling" in line for line in case_lines(desk))
        moment = datetime.combine(last + timedelta(days=1), NOW.time())
        (listed,) = (item for item in list_cases(desk) if item["werknemer"] == "Petra Lammers")
        assert listed["volgende_stap"] is None
        assert "    Geen volgende stap" in list(case_lines(desk))
    finally:
        desk.close()


def test_reading_changes_nothing(run: Run, bestand: Path) -> None:
    before = bestand.read_bytes()

    run("dossiers", bestand, "--json")
    run("document", bestand, "2026-001", "ziekmelding", "--uit", bestand.with_name("ziekmelding.pdf"))

    assert bestand.read_bytes() == before


# --- the password -----------------------------------------------------------------------------------------------------


def test_the_password_may_come_from_a_marked_file(
    run: Run, bestand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(command_file.PASSWORD_VARIABLE)
    kept = tmp_path / "wachtwoord.txt"
    kept.write_bytes(b"\xef\xbb\xbf" + EXAMPLE_PASSWORD.encode() + b"\r\nnog een regel\r\n")

    assert run("dossiers", bestand, "--wachtwoord-bestand", kept).code == 0


def test_a_wrong_password_is_one_sentence(run: Run, bestand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, "iets anders")

    answer = run("dossiers", bestand, "--json")

    assert_one_sentence(answer)
    assert "wachtwoord" in answer.err


def test_no_password_and_nobody_to_ask(run: Run, bestand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(command_file.PASSWORD_VARIABLE)

    answer = run("dossiers", bestand)

    assert_one_sentence(answer)
    assert "--wachtwoord-bestand" in answer.err
    assert command_file.PASSWORD_VARIABLE in answer.err


def test_an_empty_password_is_no_password(run: Run, bestand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, "")

    answer = run("dossiers", bestand)

    assert_one_sentence(answer)
    assert "Er is geen wachtwoord gegeven." in answer.err


def test_at_a_terminal_the_password_is_asked_without_showing_it(
    run: Run, bestand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    asked = []
    monkeypatch.delenv(command_file.PASSWORD_VARIABLE)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("click.prompt", lambda text, **ways: asked.append(ways) or EXAMPLE_PASSWORD)

    assert run("dossiers", bestand).code == 0
    assert asked == [{"hide_input": True, "err": True}]


@pytest.mark.parametrize("content", [None, b"", b"\nregel twee", b"\xff\xfe\xff"])
def test_a_password_file_that_cannot_be_read(run: Run, bestand: Path, tmp_path: Path, content: bytes | None) -> None:
    kept = tmp_path / "wachtwoord.txt"
    if content is not None:
        kept.write_bytes(content)

    answer = run("dossiers", bestand, "--wachtwoord-bestand", kept)

    assert_one_sentence(answer)
    assert "wachtwoord.txt" in answer.err


def test_the_password_is_no_argument(run: Run, bestand: Path) -> None:
    assert_one_sentence(run("dossiers", bestand, "--wachtwoord", EXAMPLE_PASSWORD))


# --- what is not there ------------------------------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_not_made(run: Run, tmp_path: Path) -> None:
    answer = run("dossiers", tmp_path / "weg.reintegratie")

    assert_one_sentence(answer)
    assert "weg.reintegratie" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_program(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "brief.txt"
    other.write_text("Beste Sem,\n", encoding="utf-8")

    answer = run("dossiers", other)

    assert_one_sentence(answer)
    assert "brief.txt" in answer.err
    assert other.read_text(encoding="utf-8") == "Beste Sem,\n"


def test_a_command_that_does_not_exist_names_those_that_do(run: Run) -> None:
    answer = run("dossier")

    assert_one_sentence(answer)
    assert "dossiers" in answer.err
    assert "documentsoorten" in answer.err


def test_no_command_at_all(run: Run) -> None:
    assert_one_sentence(run())


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("dossiers",), "BESTAND"),
        (("dossiers", "x", "--jsn"), "--jsn"),
        (("document", "x", "2026-001", "gesprek"), "--uit"),
        (("document", "x", "2026-001"), "SOORT"),
        (("dossiers", "x", "extra"), "'extra'"),
        (("dossiers", "x", "--taal"), "Na --taal ontbreekt de waarde."),
        (("dossiers", "x", "--json=ja"), "Bij --json hoort geen waarde."),
        (("document", "x", "y", "gesprek", "--uit", "x.pdf", "--nummer", "0"), "--nummer"),
        (("dosier",), "'dosier'"),
        (("dossiers", "x", "--taal", "fr"), "fr"),
        (("schema", "onzin"), "feiten"),
    ],
)
def test_a_wrong_call_names_what_is_wrong(run: Run, arguments: tuple[str, ...], named: str) -> None:
    answer = run(*arguments)

    assert_one_sentence(answer)
    assert named in answer.err


@pytest.mark.parametrize(
    "command",
    [(), ("termijnen",), ("privacy",), ("demo",), ("dossiers",), ("document",), ("documentsoorten",), ("schema",)],
)
def test_help_is_in_dutch(run: Run, command: tuple[str, ...]) -> None:
    answer = run(*command, "--help")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Gebruik: reintegratie ")
    assert "\nOpties:\n" in answer.out
    assert "Toon deze uitleg en stop." in answer.out
    assert ("\nOpdrachten:\n" in answer.out) == (command == ())
    assert not re.search(r"Usage|Options|Commands|Show|exit|required|default|TEXT|PATH|\bx>=", answer.out)
    assert "..." not in answer.out.partition("\n")[2], "no explanation is cut off"


def test_a_complaint_we_did_not_foresee_still_shows_the_way() -> None:
    assert in_words(click.UsageError("Something else"), ()) == (
        "Deze opdracht kunnen we zo niet uitvoeren. Kijk met --help hoe de opdracht eruitziet."
    )
    assert in_words(click.MissingParameter(), ()).startswith("Er ontbreekt iets: een waarde.")


def test_the_version(run: Run) -> None:
    assert run("--version") == Answer(0, f"Re-integratie Desktop {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("dossiers", "--taal", "en"), "ER ONTBREEKT IETS: BESTAND."),
        (("document", "x", "--taal=en", "--help"), "GEBRUIK:"),
        (("dossiers", "x", "y", "--taal", "en"), "MET 'y' KUNNEN WE HIER NIETS."),
    ],
)
def test_complaints_about_the_call_are_in_the_language_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    class Loud(gettext.NullTranslations):
        @override
        def gettext(self, message: str) -> str:
            return re.sub(r"[^{}]+(?![^{]*})", lambda piece: piece[0].upper(), message)

    monkeypatch.setattr(
        i18n, "load_catalogue", lambda language: Loud() if language == "en" else gettext.NullTranslations()
    )

    answer = run(*arguments)

    assert said in answer.out + answer.err


@pytest.mark.parametrize(
    ("arguments", "language"),
    [((), "nl"), (("x", "--taal", "en"), "en"), (("--taal=en",), "en"), (("--taal", "fr"), "nl"), (("--taal",), "nl")],
)
def test_the_language_of_a_call(arguments: tuple[str, ...], language: str) -> None:
    assert language_of(arguments) == language


# --- document ---------------------------------------------------------------------------------------------------------


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(pdf[number].get_textpage().get_text_range() for number in range(len(pdf)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_newest_version_of_each_kind_becomes_a_pdf(run: Run, bestand: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"{kind}.pdf"

    answer = run("document", bestand, "2026-002", kind, "--uit", target)

    assert (answer.code, answer.err) == (0, "")
    assert target.name in answer.out
    text = text_of(target)
    assert "M. Teunissen" in text
    assert "CONCEPT" not in text


def test_the_newest_schedule_is_the_fourth(run: Run, bestand: Path, tmp_path: Path) -> None:
    run("document", bestand, "2026-002", "opbouwschema", "--uit", tmp_path / "schema.pdf")

    assert "versie 4 van" in text_of(tmp_path / "schema.pdf")


def test_the_newest_adjustment_of_the_plan_is_the_second(run: Run, bestand: Path, tmp_path: Path) -> None:
    run("document", bestand, "2026-002", "bijstelling_plan_van_aanpak", "--uit", tmp_path / "plan.pdf")

    text = " ".join(text_of(tmp_path / "plan.pdf").split())
    assert "10 uur vanaf week 35" in text
    assert "De stap naar 16 uur was te groot" in text


def test_a_finished_paper_stays_in_its_own_language(run: Run, bestand: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"

    answer = run("document", bestand, "2026-002", "plan_van_aanpak", "--uit", target, "--taal", "en")

    assert answer.code == 0
    assert answer.out.count("\n") == 1
    with_english = load_catalogue("en")
    assert (
        with_english.gettext("Dit papier is af in het {taal} en blijft in die taal.").format(
            taal=with_english.gettext("Nederlands")
        )
        in answer.out
    )
    assert "Plan van aanpak" in text_of(target)
    dutch = run("document", bestand, "2026-002", "plan_van_aanpak", "--uit", target)
    assert dutch.out == f"De PDF staat in {target}.\n"


def test_each_talk_has_a_number_oldest_first(run: Run, bestand: Path, tmp_path: Path) -> None:
    lines = run("dossiers", bestand).out.splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith("2026-002"))
    talks = []
    for line in lines[place + 2 :]:
        if not line.startswith("    Gesprek "):
            break
        talks.append(line.strip())
    assert len(talks) > 1

    for number, talk in enumerate(talks, 1):
        target = tmp_path / f"{number}.pdf"
        assert run("document", bestand, "2026-002", "gesprek", "--uit", target, "--nummer", number).code == 0
        found = re.fullmatch(rf"Gesprek {number}: [a-z]+dag (\d+) ([a-z]+) (\d+)", talk)
        assert found is not None
        day = f"{int(found[1]):02d}-{MONTHS.index(found[2]) + 1:02d}-{found[3]}"
        assert re.search(rf"Datum en tijd \w+ {day}", text_of(target).replace("\xa0", " "))

    answer = run("document", bestand, "2026-002", "gesprek", "--uit", tmp_path / "x.pdf", "--nummer", len(talks) + 1)
    assert_one_sentence(answer)
    assert f"dit dossier heeft er {len(talks)}" in answer.err
    assert not (tmp_path / "x.pdf").exists()


def test_a_paper_replaces_an_older_pdf(run: Run, bestand: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"oud")

    assert run("document", bestand, "2026-001", "plan_van_aanpak", "--uit", target).code == 0
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("case", "kind", "named"),
    [("2099-999", "gesprek", "2099-999"), ("2026-001", "plannetje", "plannetje"), ("2026-001", "", "''")],
)
def test_an_unknown_case_or_kind_writes_nothing(
    run: Run, bestand: Path, tmp_path: Path, case: str, kind: str, named: str
) -> None:
    answer = run("document", bestand, case, kind, "--uit", tmp_path / "x.pdf")

    assert_one_sentence(answer)
    assert named in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_never_overwrites_a_data_file(run: Run, bestand: Path, tmp_path: Path) -> None:
    before = bestand.read_bytes()
    other = tmp_path / "ander.reintegratie"
    other.write_bytes(b"van iemand anders")
    key = bestand.with_name(bestand.name + ".sleutel")
    locked = key.read_bytes()

    for target in (bestand, key, other, other.with_name("ander.reintegratie.sleutel")):
        assert_one_sentence(run("document", bestand, "2026-001", "ziekmelding", "--uit", target))

    assert bestand.read_bytes() == before
    assert key.read_bytes() == locked
    assert other.read_bytes() == b"van iemand anders"


def test_a_pdf_needs_a_name_and_a_folder(
    run: Run, bestand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    for target in (".", tmp_path, tmp_path / "weg" / "x.pdf"):
        assert_one_sentence(run("document", bestand, "2026-001", "ziekmelding", "--uit", target))
    assert list(tmp_path.iterdir()) == []


def test_a_draft_is_printed_with_its_marks_when_nothing_is_finished(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "concept.reintegratie"
    desk = example_file(path, lambda: NOW)
    try:
        employee = desk.open_form("werknemer")
        employee.answer({**examples.read_example("a")["werknemer"], "personeelsnr": "9", "roepnaam": "Sam"})
        case_id = desk.start_case(employee.finish())
        report = desk.open_form("ziekmelding", case_id)
        report.answer({"verwachte_duur": "langer"})
        report.save()
        number = desk.case(case_id).number
        listed = [case for case in list_cases(desk) if case["id"] == number]
    finally:
        desk.close()
    assert listed[0]["documenten"] == [{"soort": "ziekmelding", "versie": 0, "status": "concept"}]

    assert run("document", path, number, "ziekmelding", "--uit", tmp_path / "zm.pdf").code == 0
    assert "CONCEPT" in text_of(tmp_path / "zm.pdf")

    answer = run("document", path, number, "taakprofiel", "--uit", tmp_path / "tp.pdf")
    assert_one_sentence(answer)
    assert not (tmp_path / "tp.pdf").exists()


# --- lists ------------------------------------------------------------------------------------------------------------


def test_the_kinds_in_the_order_of_the_law(run: Run) -> None:
    answer = run("documentsoorten", "--json")

    kinds = json.loads(answer.out)["documentsoorten"]
    assert answer.code == 0
    assert [kind["soort"] for kind in kinds][: len(KINDS)] != []
    assert {*KINDS, "gesprek"} <= {kind["soort"] for kind in kinds}
    assert all(list(kind) == ["soort", "code", "titel"] and all(kind.values()) for kind in kinds)
    assert [line.split()[0] for line in run("documentsoorten").out.splitlines()] == [kind["soort"] for kind in kinds]


def test_the_schema_is_json(run: Run) -> None:
    answer = run("schema", "feiten")

    assert answer.code == 0
    assert json.loads(answer.out)["$schema"].startswith("https://json-schema.org/")


# --- demo -------------------------------------------------------------------------------------------------------------


def test_demo_without_a_password_says_which_one_it_took(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(command_file.PASSWORD_VARIABLE)
    target = tmp_path / "demo.reintegratie"

    answer = run("demo", target)

    assert answer.code == 0
    assert f"Het wachtwoord is: {EXAMPLE_PASSWORD}" in answer.out
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, EXAMPLE_PASSWORD)
    assert run("dossiers", target).code == 0


def test_demo_keeps_a_given_password_to_itself(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, "vier gewone woorden samen")

    answer = run("demo", tmp_path / "demo.reintegratie")

    assert answer.code == 0
    assert "woorden" not in answer.out + answer.err
    assert run("dossiers", tmp_path / "demo.reintegratie", "--json").code == 0


def test_demo_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "demo.reintegratie"
    target.write_bytes(b"van iemand anders")

    answer = run("demo", target)

    assert_one_sentence(answer)
    assert target.read_bytes() == b"van iemand anders"
    assert [path.name for path in tmp_path.iterdir()] == ["demo.reintegratie"]


@pytest.mark.parametrize("target", ["weg/demo.reintegratie", "."])
def test_demo_in_an_impossible_place(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    monkeypatch.chdir(tmp_path)

    assert_one_sentence(run("demo", target))
    assert list(tmp_path.iterdir()) == []


def test_demo_that_breaks_off_leaves_nothing_behind(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(examples, "fill_with_examples", stop)

    answer = run("demo", tmp_path / "demo.reintegratie")

    assert answer.code == 2
    assert answer.err.strip() == "Afgebroken. Er is niets veranderd."
    assert list(tmp_path.iterdir()) == []


def test_demo_with_a_password_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    answer = run("demo", tmp_path / "demo.reintegratie", "--wachtwoord-bestand", tmp_path / "weg.txt")

    assert_one_sentence(answer)
    assert list(tmp_path.iterdir()) == []


# --- as a program of its own ------------------------------------------------------------------------------------------


def test_as_a_separate_program(bestand: Path) -> None:
    """One real process: exit code, streams, and no terminal to ask on."""
    surroundings = {key: value for key, value in os.environ.items() if key != command_file.PASSWORD_VARIABLE}

    done = subprocess.run(
        [sys.executable, "-c", "from reintegratie_desktop.app.cli import main; main()", "dossiers", str(bestand)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=surroundings,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert_one_sentence(Answer(done.returncode, done.stdout, done.stderr))
