"""A whole case out of one file and into another: nothing is lost, and what is wrong is refused with its place."""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import all_flows
from reintegratie_desktop.services import case_in as bringing
from reintegratie_desktop.services.case_in import case_in, read_case
from reintegratie_desktop.services.case_out import case_out, write_case
from reintegratie_desktop.services.case_schema import KIND, VERSION, schema
from reintegratie_desktop.services.hours import note_week
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import BugError, KnownError
from tests.example_file import example_file
from tests.services.desks import WERKNEMER, ZIEKMELDING, Calendar, add_employee, make_desk, report_sick

TODAY = date(2026, 11, 25)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)


def empty_file(folder: Path) -> Workspace:
    folder.mkdir(exist_ok=True)
    return make_desk(folder, Calendar(TODAY))


def by_hand(**changes: Any) -> dict[str, Any]:
    """Return a case as somebody writes it from the schema alone."""
    return {
        "soort": KIND,
        "versie": VERSION,
        "werknemer": dict(WERKNEMER),
        "dossier": {"eerste_ziektedag": "2026-01-05"},
        "papieren": [
            {
                "soort": "ziekmelding",
                "antwoorden": {**ZIEKMELDING, "eerste_ziektedag": "2026-01-05"},
                "gemaakt_op": "2026-01-05",
            }
        ],
        **changes,
    }


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("voorbeeld") / "voorbeeld.reintegratie"
    desk = example_file(path, Calendar(TODAY))
    yield desk
    desk.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    made = empty_file(tmp_path / "doel")
    yield made
    made.close()


def test_the_schema_is_a_schema_and_covers_every_form() -> None:
    Draft202012Validator.check_schema(schema())
    kinds = schema()["$defs"]["papier"]["properties"]["soort"]["enum"]
    assert kinds == [flow.key for flow in all_flows() if flow.scope is Scope.CASE]
    for flow in all_flows():
        if flow.key != "werkgever":
            asked = {field.key for field in flow.fields if field.kept and field.kind != "note"}
            assert set(schema()["$defs"][flow.key]["properties"]) == asked


def test_the_examples_lose_nothing(examples: Workspace, tmp_path: Path, desk: Workspace) -> None:
    for case in examples.store.cases.all():
        target = tmp_path / "uit" / f"{case.nummer}.json"
        target.parent.mkdir(exist_ok=True)
        before = case_out(examples, case.id)
        assert not list(Draft202012Validator(schema()).iter_errors(before.data))
        write_case(examples, case.id, target)
        found = read_case(desk, str(target), BytesIO())
        after = case_out(desk, found.case_id)
        assert after.data == before.data
        assert after.files == before.files
        assert (found.frozen, found.joined, found.nummer) == (0, False, case.nummer)
        for mine, theirs in zip(desk.store.papers.all(found.case_id), examples.store.papers.all(case.id), strict=True):
            assert (mine.sha256, mine.snapshot) == (theirs.sha256, theirs.snapshot)
    assert desk.store.journal.verify() is None
    assert "overdracht" in [row.kind for row in examples.store.journal.rows(case.id)]


ENTRIES = st.lists(
    st.one_of(
        st.tuples(st.just("step"), st.text(max_size=30), st.integers(0, 60), st.sampled_from(["", "done", "gone"])),
        st.tuples(st.just("line"), st.text(max_size=60), st.integers(0, 60), st.booleans()),
        st.tuples(st.just("draft"), st.text(max_size=60), st.sampled_from(["contactplan", "gesprek"]), st.none()),
        st.tuples(st.just("sign"), st.sampled_from(["getekend", "geweigerd", "later"]), st.integers(0, 60), st.none()),
        st.tuples(st.just("tick"), st.sampled_from(["contact_1", "evaluatie"]), st.integers(0, 60), st.none()),
        st.tuples(st.just("word"), st.text("abcdef", min_size=1, max_size=8), st.none(), st.none()),
        st.tuples(st.just("file"), st.text(max_size=20), st.booleans(), st.none()),
    ),
    max_size=8,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=ENTRIES, recovered=st.booleans(), number=st.integers(1, 10**9))
def test_any_case_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[str, Any, Any, Any]], recovered: bool, number: int
) -> None:
    folder = tmp_path_factory.mktemp("zaak")
    first = date(2026, 3, 2)
    one, two = empty_file(folder / "een"), empty_file(folder / "twee")
    try:
        case_id = report_sick(one, add_employee(one, personeelsnr=str(number)), first)
        paper = one.store.papers.all(case_id)[0]
        for kind, text, value, more in entries:
            day = first + timedelta(days=value) if isinstance(value, int) and not isinstance(value, bool) else first
            if kind == "step":
                step = one.store.own_steps.add(case_id, text, day, "", one.clock())
                if more == "done":
                    one.store.own_steps.set_done(step.id, day, one.clock())
                elif more == "gone":
                    one.store.own_steps.remove(step.id, one.clock())
            elif kind == "line":
                about = paper.id if more else ""
                one.journal(case_id, "contact", text, day=day, paper=about)
            elif kind == "draft":
                one.store.drafts.save(
                    case_id, value, {}, {"step": text}, one.clock(), slot="ab12" * (value == "gesprek")
                )
            elif kind == "sign":
                data = {"veld": "regres", "antwoord": "nee"} if text == "later" else {"rol": "Werknemer"}
                one.store.papers.add_event(paper.id, text, day, data, one.clock())
            elif kind == "tick":
                one.tick(case_id, text, day)
            elif kind == "word":
                one.allow_word(case_id, text)
            else:
                sha = one.store.attachments.add(PNG)
                one.store.attachments.link(case_id, sha, text, paper.id if value else "logo", one.clock())
        if recovered:
            one.report_recovery(case_id, date(2026, 9, 7), own_work=True)
        out = case_out(one, case_id)
        write_case(one, case_id, folder / "zaak.json")
        found = read_case(two, str(folder / "zaak.json"), BytesIO())
        again = case_out(two, found.case_id)
        assert again.data == out.data
        assert again.files == out.files
        assert two.store.journal.verify() is None
    finally:
        one.close()
        two.close()


def test_a_case_written_by_hand_comes_in_and_prints(desk: Workspace, tmp_path: Path) -> None:
    found = case_in(desk, by_hand(), tmp_path)

    assert (found.papers, found.frozen, found.joined) == (1, 1, False)
    (paper,) = desk.papers.views(found.case_id)
    assert paper.made_on == date(2026, 1, 5)
    assert desk.papers.pdf(paper.id).startswith(b"%PDF-")
    assert "Ziekmelding vastgesteld bij het inlezen, versie 1" in [
        row.description for row in desk.store.journal.rows(found.case_id)
    ]
    assert desk.case(found.case_id).eerste_ziektedag == date(2026, 1, 5)


def attached(desk: Workspace, case_id: str, folder: Path) -> dict[str, Any]:
    """Put the files of a case in a folder, and return what is told about the case."""
    out = case_out(desk, case_id)
    for place, content in out.files.items():
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_bytes(content)
    return dict(out.data)


def test_every_paper_of_the_examples_can_be_frozen_anew(examples: Workspace, desk: Workspace, tmp_path: Path) -> None:
    for case in examples.store.cases.all():
        data = case_out(examples, case.id).data
        write_case(examples, case.id, tmp_path / "voorbeeld.json")
        keys = ("soort", "plaats", "antwoorden", "reden", "gemaakt_op")
        papers = [{key: paper[key] for key in keys} for paper in data["papieren"]]
        told = by_hand(
            werknemer=data["werknemer"],
            dossier={"eerste_ziektedag": case.eerste_ziektedag.isoformat()},
            papieren=papers,
            bijlagen=data["bijlagen"],
        )
        found = case_in(desk, told, tmp_path)
        assert found.frozen == len(papers)


def test_hours_by_hand_count(desk: Workspace, tmp_path: Path, examples: Workspace) -> None:
    case = next(case for case in examples.store.cases.all() if case.facts.get("gewerkte_uren"))
    data = case_out(examples, case.id).data
    write_case(examples, case.id, tmp_path / "voorbeeld.json")
    data["dossier"].pop("gewerkte_uren")
    for paper in data["papieren"]:
        for key in ("momentopname", "momentopname_sha256", "antwoorden_sha256"):
            paper.pop(key)
    found = case_in(desk, data, tmp_path)
    monday = date.fromisoformat(min(desk.store.cases.get(found.case_id).facts["gewerkte_uren"]))
    note_week(desk, found.case_id, monday, Decimal(3))
    assert desk.store.cases.get(found.case_id).facts["gewerkte_uren"][monday.isoformat()]["gewerkt"] == "3"


def test_an_employee_who_is_known_is_joined(desk: Workspace, tmp_path: Path) -> None:
    employee = add_employee(desk)
    found = case_in(desk, by_hand(), tmp_path)
    assert found.joined
    assert desk.store.cases.get(found.case_id).werknemer_id == employee


def test_a_number_that_is_taken_becomes_another_and_the_journal_says_so(desk: Workspace, tmp_path: Path) -> None:
    taken = case_in(desk, by_hand(), tmp_path)
    other = by_hand(werknemer={**WERKNEMER, "personeelsnr": "72"})
    other["dossier"]["nummer"] = taken.nummer
    found = case_in(desk, other, tmp_path)
    assert found.nummer != taken.nummer
    assert any(taken.nummer in row.description for row in desk.store.journal.rows(found.case_id))


def everything(desk: Workspace) -> tuple[object, ...]:
    tables = ("werknemers", "cases", "drafts", "papers", "paper_events", "attachments", "blobs", "journal", "own_steps")
    return tuple(desk.file.row(f"SELECT count(*) AS n FROM {name}") for name in tables)


def paper(**changes: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["papieren"][0].update(changes)

    return change


def answer(**changes: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["papieren"][0]["antwoorden"].update(changes)

    return change


def whole(**changes: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.update(changes)


def inside(key: str, **changes: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data[key].update(changes)


FILE = {"bestand": f"bijlagen/{'a' * 64}.pdf", "sha256": "a" * 64, "naam": "scan.pdf", "bij": 0}
LINE = {"dag": "2026-01-05", "soort": "contact", "tekst": "Gebeld"}
WRONG = [
    (whole(onzin=1), "onzin: deze sleutel kennen we niet"),
    (lambda data: data.pop("dossier"), "Hier ontbreekt 'dossier'"),
    (whole(soort="anders"), "soort: kies uit: reintegratie-dossier"),
    (whole(versie=2), "versie: kies uit: 1"),
    (inside("dossier", eerste_ziektedag="5-1-2026"), "dossier.eerste_ziektedag: dit is geen datum"),
    (inside("dossier", eerste_ziektedag="2026-02-30"), "dossier.eerste_ziektedag: deze datum bestaat niet"),
    (inside("dossier", hersteld_per="2026-01-05"), "dossier.hersteld_per: de eerste dag"),
    (inside("dossier", hersteld_per="2026-02-05", status="open"), "dossier.status: een dossier met"),
    (inside("dossier", gemaakt_op="gisteren"), "dossier.gemaakt_op: dit is geen datum met tijd"),
    (inside("dossier", gedaan={"contact_1": "2026-02-30"}), "dossier.gedaan.contact_1: deze datum bestaat niet"),
    (inside("dossier", gewerkte_uren={"2026-01-12": {"op": "x", "gewerkt": "tien"}}), "gewerkt: dit is geen getal"),
    (inside("dossier", gewerkte_uren={"maandag": {"op": "x"}}), "gewerkte_uren.maandag: deze sleutel"),
    (inside("dossier", nummer="1"), "dossier.nummer: dit is niet zo geschreven"),
    (inside("werknemer", schoenmaat="43"), "werknemer.schoenmaat: deze sleutel kennen we niet"),
    (inside("werknemer", contracturen="veertig"), "werknemer.contracturen: dit is geen getal"),
    (inside("werknemer", contracturen=40), "werknemer.contracturen: hier hoort tekst of null te staan"),
    (inside("werknemer", contracturen="400"), "werknemer.contracturen: "),
    (inside("werknemer", contractsoort="zomaar"), "werknemer.contractsoort: kies uit: "),
    (inside("werknemer", achternaam=""), "werknemer: hier ontbreekt 'achternaam'"),
    (inside("werknemer", achternaam="x" * 500), "werknemer.achternaam: dit is te lang"),
    (paper(soort="kookboek"), "papieren[0].soort: kies uit: ziekmelding"),
    (paper(versie=2), "papieren[0].versie: hier hoort versie 1 te staan"),
    (paper(versie="1"), "papieren[0].versie: hier hoort een heel getal te staan"),
    (paper(plaats="ab"), "papieren[0].plaats: van dit papier is er maar"),
    (paper(gemaakt_op="2026-13-01"), "papieren[0].gemaakt_op: dit is geen datum"),
    (answer(eerste_ziektedag="2026-01-32"), "papieren[0].antwoorden.eerste_ziektedag: dit is geen datum"),
    (answer(eerste_ziektedag="2026-01-06"), "papieren[0].antwoorden.eerste_ziektedag: dit is een andere dag"),
    (answer(onzin="x"), "papieren[0].antwoorden.onzin: deze sleutel kennen we niet"),
    (answer(vangnet="misschien"), "papieren[0].antwoorden.vangnet: kies uit: "),
    (answer(aangenomen_door="Noor"), "papieren[0].antwoorden.aangenomen_door: hier hoort"),
    (paper(momentopname={}), "papieren[0]: hier ontbreekt 'momentopname_sha256'"),
    (paper(gebeurtenissen=[{"soort": "later", "dag": "2026-01-06"}]), "gebeurtenissen[0].gegevens: hier ontbreekt"),
    (whole(bijlagen=[FILE]), "bijlagen[0].bestand: dit bestand is er niet"),
    (whole(bijlagen=[{**FILE, "bestand": "../geheim.pdf"}]), "bijlagen[0].bestand: schrijf de map"),
    (whole(bijlagen=[{**FILE, "sha256": "b" * 64}]), "bijlagen[0].bestand: de naam van het bestand"),
    (whole(bijlagen=[{**FILE, "sha256": "b"}]), "bijlagen[0].sha256: dit is geen SHA-256"),
    (whole(logboek=[{**LINE, "papier": 1}]), "logboek[0].papier: dit papier staat niet"),
    (whole(logboek=[{**LINE, "verbetert": 0}]), "logboek[0].verbetert: een regel kan"),
    (whole(logboek=[{**LINE, "dag": "2026-02-31"}]), "logboek[0].dag: deze datum bestaat niet"),
    (whole(concepten=[{"soort": "contactplan", "antwoorden": {"onzin": 1}}]), "antwoorden.onzin: deze sleutel"),
    (whole(concepten=[{"soort": "contactplan", "plaats": "x", "antwoorden": {}}]), "concepten[0].plaats: "),
    (whole(gegevens={"kosten": {"onzin": 1}}), "gegevens.kosten.onzin: deze sleutel"),
    (whole(papieren={}), "papieren: hier hoort een lijst te staan"),
]


@pytest.mark.parametrize(("change", "said"), WRONG, ids=[said for _change, said in WRONG])
def test_what_is_wrong_is_said_with_its_place(
    desk: Workspace, tmp_path: Path, change: Callable[[dict[str, Any]], None], said: str
) -> None:
    data = copy.deepcopy(by_hand())
    change(data)
    before = everything(desk)
    with pytest.raises(KnownError) as caught:
        case_in(desk, data, tmp_path)
    assert said in caught.value.message
    assert caught.value.next_step
    assert everything(desk) == before


def test_a_word_about_health_is_refused_unless_it_is_about_work(desk: Workspace, tmp_path: Path) -> None:
    talk = {"soort": "contactplan", "antwoorden": {}}
    flow = next(flow for flow in all_flows() if flow.key == "contactplan")
    field = next(field for field in flow.fields if field.guard and field.kind in ("text", "long_text"))
    talk["antwoorden"] = {field.key: "Bel niet over de hernia."}
    data = by_hand()
    data["papieren"].append(talk)
    before = everything(desk)
    with pytest.raises(KnownError, match=rf"papieren\[1\]\.antwoorden\.{field.key}: het woord 'hernia'"):
        case_in(desk, data, tmp_path)
    assert everything(desk) == before
    assert case_in(desk, {**data, "woorden_over_werk": ["hernia"]}, tmp_path).papers == 2


def test_the_same_case_twice_and_an_employee_with_other_data_are_refused(desk: Workspace, tmp_path: Path) -> None:
    case_in(desk, by_hand(), tmp_path)
    before = everything(desk)
    with pytest.raises(KnownError, match=r"^Dit dossier staat al in dit bestand \(dossier\.eerste_ziektedag\)"):
        case_in(desk, by_hand(), tmp_path)
    other = by_hand(dossier={"eerste_ziektedag": "2026-06-01"}, papieren=[])
    other["werknemer"]["functie"] = "Chauffeur"
    with pytest.raises(KnownError, match=r"werknemer\.functie: .*andere gegevens") as caught:
        case_in(desk, other, tmp_path)
    assert "personeelsnummer" in caught.value.next_step
    assert everything(desk) == before


@pytest.fixture
def frozen(tmp_path: Path) -> dict[str, Any]:
    one = empty_file(tmp_path / "bron")
    try:
        case_id = report_sick(one, add_employee(one), date(2026, 3, 2))
        return case_out(one, case_id).data
    finally:
        one.close()


FROZEN = [
    (answer(contact_wijze="onzin"), "papieren[0].antwoorden.contact_wijze: kies uit"),
    (answer(verwachte_duur="1_3_dagen"), "papieren[0].antwoorden: dit is niet meer"),
    (lambda data: data["papieren"][0]["momentopname"].update(title="X"), "papieren[0].momentopname: dit is niet meer"),
]


@pytest.mark.parametrize(("change", "said"), FROZEN, ids=["answer", "other answer", "snapshot"])
def test_a_frozen_paper_that_was_changed_is_refused(
    desk: Workspace, tmp_path: Path, frozen: dict[str, Any], change: Callable[[dict[str, Any]], None], said: str
) -> None:
    change(frozen)
    with pytest.raises(KnownError) as caught:
        case_in(desk, frozen, tmp_path)
    assert said in caught.value.message


@pytest.mark.parametrize("changes", [{"form": "gesprek"}, {"draft": True}, {"sections": 3}, {"nieuw": 1}])
def test_a_snapshot_that_is_no_paper_is_refused(
    desk: Workspace, tmp_path: Path, frozen: dict[str, Any], changes: dict[str, Any]
) -> None:
    from reintegratie_desktop.store.plain import as_json, sha256_hex

    told = frozen["papieren"][0]
    told["momentopname"].update(changes)
    told["momentopname_sha256"] = sha256_hex(as_json(told["momentopname"]))
    with pytest.raises(KnownError, match=r"papieren\[0\]\.momentopname: "):
        case_in(desk, frozen, tmp_path)


def test_a_changed_or_broken_file_is_refused(desk: Workspace, tmp_path: Path) -> None:
    from hashlib import sha256

    folder = tmp_path / "bijlagen"
    folder.mkdir()
    (folder / f"{'a' * 64}.pdf").write_bytes(b"%PDF-1.4 iets anders")
    with pytest.raises(KnownError, match=r"bijlagen\[0\]\.sha256: het bestand is niet wat hier staat"):
        case_in(desk, by_hand(bijlagen=[FILE]), tmp_path)
    program = b"MZ program"
    digest = sha256(program).hexdigest()
    (folder / f"{digest}.pdf").write_bytes(program)
    told = {**FILE, "sha256": digest, "bestand": f"bijlagen/{digest}.pdf"}
    with pytest.raises(KnownError, match=r"bijlagen\[0\]\.bestand: Dit is geen PDF"):
        case_in(desk, by_hand(bijlagen=[told]), tmp_path)
    assert desk.store.cases.all() == []


def test_what_goes_wrong_half_way_leaves_nothing(
    desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(desk)

    def fall(_self: object) -> None:
        raise BugError("half way")

    monkeypatch.setattr(bringing._Bringing, "_finish", fall)
    with pytest.raises(BugError):
        case_in(desk, by_hand(), tmp_path)
    assert everything(desk) == before


def test_the_target_is_json_and_nothing_stays_after_a_failure(
    desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = case_in(desk, by_hand(), tmp_path)
    for name in ("zaak.pdf", "zaak.reintegratie", "zaak.reintegratie.json"):
        with pytest.raises(KnownError, match="geen naam"):
            write_case(desk, found.case_id, tmp_path / name)
    sha = desk.store.attachments.add(PNG)
    desk.store.attachments.link(found.case_id, sha, "plaatje.png", "logo", desk.clock())
    target = tmp_path / "uit" / "zaak.json"
    target.parent.mkdir()
    (target).mkdir()  # a folder stands where the JSON must come
    with pytest.raises(KnownError):
        write_case(desk, found.case_id, target)
    assert [path.name for path in target.parent.iterdir()] == ["zaak.json"]


def test_a_large_case_is_read(desk: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "groot.json"
    data = by_hand(logboek=[{**LINE, "tekst": "x" * 1000}] * 9000)
    target.write_text(json.dumps(data), encoding="utf-8")
    assert target.stat().st_size > 8 * 1024 * 1024
    assert read_case(desk, str(target), BytesIO()).papers == 1
