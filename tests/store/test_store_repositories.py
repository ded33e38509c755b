"""Records, cases, drafts, papers, attachments and settings: what goes in comes out."""

import statistics
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reintegratie_desktop.store.attachments import AttachmentRepository
from reintegratie_desktop.store.cases import Case, CaseOrder, CaseRepository, CaseStatus
from reintegratie_desktop.store.connection import DataFile, open_file
from reintegratie_desktop.store.drafts import DraftRepository
from reintegratie_desktop.store.errors import DraftChanged
from reintegratie_desktop.store.papers import PaperRepository
from reintegratie_desktop.store.plain import as_json, folded, storable
from reintegratie_desktop.store.records import RecordRepository
from reintegratie_desktop.store.settings import GuardChoices, SettingsRepository
from reintegratie_desktop.text.errors import BugError

NAMES = (("de Vries", "Bo"), ("Öztürk", "Ayşe"), ("Oztas", "Can"), ("Vries", "Ed"), ("vries", "Al"))
any_text = st.text(st.characters(), max_size=30)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | any_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=12,
)
json_objects = st.dictionaries(any_text, json_values, max_size=6)
shared_file = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


# records


@given(json_objects)
@shared_file
def test_any_answers_come_back_from_a_record(data_file: DataFile, answers: dict[str, Any]) -> None:
    now, records = datetime(2026, 11, 23, 10, tzinfo=UTC), RecordRepository(data_file)
    answers.pop("id", None)
    records.save_werkgever(answers, now)
    assert records.werkgever() == answers
    werknemer = records.add_werknemer({}, now)
    records.save_werknemer(werknemer, {**answers, "id": "iets anders"}, now)
    assert records.werknemer(werknemer) == {**answers, "id": werknemer}


def test_a_new_file_has_no_employer_and_no_employees(data_file: DataFile) -> None:
    assert RecordRepository(data_file).werkgever() == {}
    assert RecordRepository(data_file).werknemers() == []


def test_employees_come_by_name_without_regard_to_accents_and_capitals(data_file: DataFile, now: datetime) -> None:
    records = RecordRepository(data_file)
    for achternaam, roepnaam in [
        ("de Vries", "Bo"),
        ("Öztürk", "Ayşe"),
        ("Oztas", "Can"),
        ("Vries", "Ed"),
        ("vries", "Al"),
    ]:
        records.add_werknemer({"achternaam": achternaam, "roepnaam": roepnaam, "functie": "verkoper"}, now)
    assert [w["roepnaam"] for w in records.werknemers()] == ["Bo", "Can", "Ayşe", "Al", "Ed"]
    assert [name.roepnaam for name in records.names("oztürk ayse")] == ["Ayşe"]
    assert [name.roepnaam for name in records.names("VRIES verko")] == ["Bo", "Al", "Ed"]
    assert records.names("%") == records.names("_") == records.names("!") == []
    assert len(records.names("  ")) == 5


def test_the_columns_follow_the_answers(data_file: DataFile, now: datetime) -> None:
    records = RecordRepository(data_file)
    werknemer = records.add_werknemer({"achternaam": "Visser", "roepnaam": None, "functie": 5}, now)
    assert [(n.achternaam, n.roepnaam, n.functie) for n in records.names()] == [("Visser", "", "")]
    records.save_werknemer(werknemer, {"achternaam": "Bakker", "functie": "kok"}, now)
    assert [(n.achternaam, n.functie) for n in records.names("bakker")] == [("Bakker", "kok")]
    assert records.names("visser") == []


def test_an_employee_that_is_not_there(data_file: DataFile, case: Case, now: datetime) -> None:
    records = RecordRepository(data_file)
    for attempt in (records.werknemer, records.remove_werknemer, lambda i: records.save_werknemer(i, {}, now)):
        with pytest.raises(BugError):
            attempt("onbekend")
    with pytest.raises(BugError):
        records.remove_werknemer(case.werknemer_id)
    assert records.werknemer(case.werknemer_id)["achternaam"] == "Visser"


def test_removing_an_employee_removes_the_draft_of_the_form_too(data_file: DataFile, now: datetime) -> None:
    records, drafts = RecordRepository(data_file), DraftRepository(data_file)
    werknemer = records.add_werknemer({"achternaam": "Visser"}, now)
    drafts.save("", "werknemer", {"achternaam": "Visser"}, {}, now, slot=werknemer)
    drafts.save("", "werknemer", {"achternaam": "Nieuw"}, {}, now, slot="nieuw")
    records.remove_werknemer(werknemer)
    assert [draft.slot for draft in drafts.list("")] == ["nieuw"]


# cases


def test_a_case_gets_the_next_number_of_the_year(data_file: DataFile, case: Case, now: datetime) -> None:
    cases = CaseRepository(data_file)
    assert case.nummer == "2026-001"
    assert case.status is CaseStatus.OPEN
    assert case.hersteld_per is None
    assert case.facts == {}
    assert cases.add(case.werknemer_id, date(2026, 3, 1), now).nummer == "2026-002"
    assert cases.add(case.werknemer_id, date(2026, 3, 1), now.replace(year=2027)).nummer == "2027-001"
    assert cases.add(case.werknemer_id, date(2025, 3, 1), now, nummer="2025-044").nummer == "2025-044"
    assert cases.add(case.werknemer_id, date(2025, 3, 1), now, nummer="2026-003").nummer == "2026-003"
    assert cases.add(case.werknemer_id, date(2025, 3, 1), now, nummer="2026-003").nummer == "2026-004"


def test_a_case_needs_an_employee(data_file: DataFile, now: datetime) -> None:
    with pytest.raises(BugError):
        CaseRepository(data_file).add("onbekend", date(2026, 1, 5), now)
    assert data_file.rows("SELECT * FROM case_numbers") == []


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)), json_objects)
@shared_file
def test_what_is_set_on_a_case_comes_back(
    data_file: DataFile, case: Case, first: date, recovered: date, facts: dict[str, Any]
) -> None:
    cases, later = CaseRepository(data_file), datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert cases.set_eerste_ziektedag(case.id, first, later).eerste_ziektedag == first
    assert cases.set_facts(case.id, facts, later).facts == facts
    closed = cases.close(case.id, recovered, later)
    assert (closed.status, closed.hersteld_per, closed.saved_at) == (CaseStatus.HERSTELD, recovered, later)
    reopened = cases.reopen(case.id, later)
    assert (reopened.status, reopened.hersteld_per) == (CaseStatus.OPEN, None)
    assert cases.set_status(case.id, CaseStatus.NAZORG, later).status is CaseStatus.NAZORG
    assert cases.get(case.id).nummer == case.nummer


def test_a_case_that_is_not_there(data_file: DataFile, now: datetime) -> None:
    cases = CaseRepository(data_file)
    with pytest.raises(BugError):
        cases.get("onbekend")
    with pytest.raises(BugError):
        cases.close("onbekend", date(2026, 1, 5), now)


def test_an_unknown_status_is_refused(data_file: DataFile, case: Case, now: datetime) -> None:
    with pytest.raises(ValueError, match="zomaar"):
        CaseRepository(data_file).set_status(case.id, "zomaar", now)  # type: ignore[arg-type]


def test_lists_of_cases_are_ordered_searched_and_cut_in_the_file(data_file: DataFile, now: datetime) -> None:
    records, cases = RecordRepository(data_file), CaseRepository(data_file)
    for index, name in enumerate(["Visser", "Bakker", "Çelik", "Aydın", "Mulder"]):
        werknemer = records.add_werknemer({"achternaam": name, "roepnaam": "Jo", "functie": f"werk{index % 2}"}, now)
        cases.add(werknemer, date(2026, 5, 5) - timedelta(days=index), now + timedelta(hours=-index))
    assert [c.nummer for c in cases.all()] == [f"2026-00{n}" for n in range(1, 6)]
    assert [line.achternaam for line in cases.listed(CaseOrder.NAAM)] == [
        "Aydın",
        "Bakker",
        "Çelik",
        "Mulder",
        "Visser",
    ]
    assert [c.nummer for c in cases.all(CaseOrder.EERSTE_ZIEKTEDAG)] == [f"2026-00{n}" for n in range(5, 0, -1)]
    assert [c.nummer for c in cases.all(CaseOrder.SAVED_AT, descending=True)] == [f"2026-00{n}" for n in range(1, 6)]
    assert [c.nummer for c in cases.all(CaseOrder.STATUS, limit=2, offset=1)] == ["2026-002", "2026-003"]
    assert [line.achternaam for line in cases.listed(search="jo werk1")] == ["Bakker", "Aydın"]
    assert [line.functie for line in cases.listed(search="2026-003")] == ["werk0"]
    assert cases.all(search="celik")[0].nummer == "2026-003"
    assert (cases.count(), cases.count("bakker"), cases.count("nergens")) == (5, 1, 0)
    assert cases.for_employee(cases.all()[0].werknemer_id) == [cases.all()[0]]


def test_a_thousand_cases_are_listed_and_searched_at_once(data_file: DataFile, now: datetime) -> None:
    records, cases = RecordRepository(data_file), CaseRepository(data_file)
    with data_file.atomic():
        for index in range(1000):
            werknemer = records.add_werknemer({"achternaam": f"Naam{index:04d}", "roepnaam": "Jo"}, now)
            cases.add(werknemer, date(2026, 1, 5), now)
    began = time.perf_counter()
    assert len(cases.listed(CaseOrder.NAAM, limit=50, offset=900)) == 50
    assert [line.achternaam for line in cases.listed(search="naam0777")] == ["Naam0777"]
    assert time.perf_counter() - began < 0.3


# drafts


@given(json_objects, json_objects, st.sampled_from(["", "1", "2"]))
@shared_file
def test_a_draft_comes_back_as_it_was(
    data_file: DataFile, case: Case, answers: dict[str, Any], meta: dict[str, Any], slot: str
) -> None:
    now, drafts = datetime(2026, 11, 23, 10, 30, 5, 123456, tzinfo=UTC), DraftRepository(data_file)
    saved = drafts.save(case.id, "gesprek", answers, meta, now, slot)
    assert drafts.load(case.id, "gesprek", slot) == saved
    assert (saved.answers, saved.meta, saved.saved_at, saved.slot) == (answers, meta, now, slot)


def test_drafts_stand_apart_and_count_their_saves(data_file: DataFile, case: Case, now: datetime) -> None:
    drafts = DraftRepository(data_file)
    assert drafts.load(case.id, "gesprek") is None
    assert drafts.save(case.id, "gesprek", {"a": 1}, {}, now).version == 1
    assert drafts.save(case.id, "gesprek", {"a": 2}, {}, now).version == 2
    drafts.save(case.id, "gesprek", {"a": 3}, {}, now + timedelta(minutes=1), slot="2")
    drafts.save("", "werkgever", {"a": 4}, {}, now)
    assert [(d.form, d.slot, d.answers["a"]) for d in drafts.list(case.id)] == [("gesprek", "2", 3), ("gesprek", "", 2)]
    assert [d.form for d in drafts.list("")] == ["werkgever"]
    drafts.delete(case.id, "gesprek")
    drafts.delete(case.id, "gesprek")
    assert [d.slot for d in drafts.list(case.id)] == ["2"]


def test_a_draft_saved_elsewhere_is_not_overwritten(data_file: DataFile, case: Case, now: datetime) -> None:
    drafts = DraftRepository(data_file)
    first = drafts.save(case.id, "gesprek", {"a": 1}, {}, now, expected_version=0)
    drafts.save(case.id, "gesprek", {"a": 2}, {}, now, expected_version=first.version)
    for stale in (0, first.version):
        with pytest.raises(DraftChanged):
            drafts.save(case.id, "gesprek", {"a": 3}, {}, now, expected_version=stale)
    found = drafts.load(case.id, "gesprek")
    assert found is not None
    assert (found.answers, found.version) == ({"a": 2}, 2)


def test_a_draft_needs_its_case(data_file: DataFile, now: datetime) -> None:
    with pytest.raises(BugError):
        DraftRepository(data_file).save("onbekend", "gesprek", {}, {}, now)


def test_a_save_is_one_commit_and_quick(data_file: DataFile, case: Case, now: datetime) -> None:
    drafts, took = DraftRepository(data_file), []
    seen: list[str] = []
    answers = {f"veld_{number}": "een zin van een gewone lengte in een formulier" for number in range(60)}
    data_file.db.conn.set_trace_callback(seen.append)
    drafts.save(case.id, "plan_van_aanpak", answers, {}, now)
    data_file.db.conn.set_trace_callback(None)
    # The trigger that looks for the case shows the statement a second time.
    kinds = [statement.split(maxsplit=1)[0] for statement in seen]
    assert kinds[0] == "BEGIN"
    assert set(kinds[1:-1]) == {"INSERT"}
    assert kinds[-1] == "COMMIT"
    assert len(set(seen)) == 3
    for _again in range(40):
        began = time.perf_counter()
        drafts.save(case.id, "plan_van_aanpak", answers, {}, now)
        took.append(time.perf_counter() - began)
    assert statistics.median(took) < 0.05


def test_only_plain_json_is_saved(data_file: DataFile, now: datetime) -> None:
    for odd in (float("nan"), {1, 2}, date(2026, 1, 5), object()):
        with pytest.raises(BugError):
            DraftRepository(data_file).save("", "werkgever", {"a": odd}, {}, now)


# papers


def test_papers_count_per_case_form_and_slot(data_file: DataFile, case: Case, now: datetime) -> None:
    papers, day = PaperRepository(data_file), date(2026, 11, 23)
    assert papers.latest(case.id, "gesprek") is None
    assert papers.next_version(case.id, "gesprek") == 1
    made = [
        papers.add(case.id, form, slot, {"a": form}, {"slot": slot}, day, reason, now)
        for form, slot, reason in [
            ("pva", "", ""),
            ("pva", "", "einddoel bijgesteld"),
            ("gesprek", "1", ""),
            ("gesprek", "2", ""),
        ]
    ]
    assert [paper.version for paper in made] == [1, 2, 1, 1]
    assert papers.all(case.id) == made
    assert [(i.id, i.sha256) for i in papers.infos(case.id)] == [(paper.id, paper.sha256) for paper in made]
    assert papers.all_infos() == papers.infos(case.id)
    assert papers.latest(case.id, "pva") == made[1]
    assert papers.get(made[0].id) == made[0]
    assert made[1].reason == "einddoel bijgesteld"
    assert made[0].made_on == day
    assert made[0].at == now


@given(json_objects, json_objects)
@shared_file
def test_a_frozen_paper_comes_back_as_it_was(
    data_file: DataFile, case: Case, answers: dict[str, Any], content: dict[str, Any]
) -> None:
    content.pop("version", None)
    papers = PaperRepository(data_file)
    paper = papers.add(
        case.id, "pva", "", answers, content, date(2026, 11, 23), "", datetime(2026, 11, 23, 10, tzinfo=UTC)
    )
    assert (papers.get(paper.id).answers, papers.get(paper.id).snapshot) == (answers, content)


def test_who_signs_is_read_without_the_rest_of_the_snapshot(data_file: DataFile, case: Case, now: datetime) -> None:
    papers = PaperRepository(data_file)
    content = {
        "employee": 'Zoë ‘Jip’ "B" Voorbeeld',
        "signatures": [{"role": "Werknemer", "means": '"signatures":[]', "may_refuse": True, "signed_on": None}],
        "sections": [{"signatures": ["nee"]}],
    }
    full = papers.add(case.id, "pva", "", {}, content, date(2026, 11, 23), "", now)
    bare = papers.add(case.id, "pva", "", {}, {"version": 2}, date(2026, 11, 23), "", now)
    assert papers.signing_of(case.id) == {
        full.id: {"employee": content["employee"], "signatures": content["signatures"]},
        bare.id: {"employee": None, "signatures": []},
    }
    assert papers.signing_of("weg") == {}


def test_a_form_snapshot_survives_and_must_carry_its_version(
    data_file: DataFile, case: Case, now: datetime, password: str
) -> None:
    papers, path = PaperRepository(data_file), data_file.path
    with pytest.raises(BugError):
        papers.add(case.id, "pva", "", {}, {"version": 2}, date(2026, 11, 23), "", now)
    paper = papers.add(case.id, "pva", "", {}, {"version": 1, "fout": False}, date(2026, 11, 23), "", now)
    data_file.close()
    with open_file(path, password, now=now) as opened:
        assert PaperRepository(opened).get(paper.id) == paper


def test_papers_and_their_events_can_only_grow(data_file: DataFile, case: Case, now: datetime) -> None:
    papers, day = PaperRepository(data_file), date(2026, 11, 23)
    paper = papers.add(case.id, "pva", "", {"a": 1}, {"b": 2}, day, "", now)
    event = papers.add_event(paper.id, "getekend", day, {"wie": "werknemer"}, now)
    later = papers.add_event(paper.id, "scan", day, {}, now)
    for attempt in (
        "UPDATE papers SET snapshot = '{}'",
        "UPDATE papers SET reason = 'x'",
        "DELETE FROM papers",
        "DELETE FROM paper_events",
        "UPDATE paper_events SET kind = 'x'",
        "INSERT OR REPLACE INTO paper_events SELECT nr, paper_id, 'x', day, data, at FROM paper_events",
        "INSERT OR REPLACE INTO papers SELECT id, case_id, form, slot, version, made_on, 'x', at, answers, "
        "answers_sha256, snapshot, sha256 FROM papers",
    ):
        with pytest.raises(BugError, match="append-only"):
            data_file.write(attempt)
    assert papers.all(case.id) == [paper]
    assert papers.events(paper.id) == papers.events_of_case(case.id) == [event, later]
    assert event.data == {"wie": "werknemer"}


def test_a_paper_or_event_without_what_it_belongs_to(data_file: DataFile, now: datetime) -> None:
    papers = PaperRepository(data_file)
    with pytest.raises(BugError):
        papers.add("onbekend", "pva", "", {}, {}, date(2026, 1, 5), "", now)
    with pytest.raises(BugError):
        papers.add_event("onbekend", "scan", date(2026, 1, 5), {}, now)
    with pytest.raises(BugError):
        papers.get("onbekend")


# attachments


@given(st.binary(max_size=3000))
@shared_file
def test_bytes_come_back_as_they_were(data_file: DataFile, data: bytes) -> None:
    attachments = AttachmentRepository(data_file)
    assert attachments.read(attachments.add(data)) == data


def test_the_same_bytes_are_stored_once_and_stay_while_needed(data_file: DataFile, case: Case, now: datetime) -> None:
    attachments = AttachmentRepository(data_file)
    sha256 = attachments.add(b"scan")
    assert attachments.add(b"scan") == sha256
    first = attachments.link(case.id, sha256, "getekend plan.pdf", "papier1", now)
    second = attachments.link(case.id, sha256, "nog eens\x00.pdf", "papier2", now)
    assert (first.size, first.name, second.name) == (4, "getekend plan.pdf", "nog eens.pdf")
    assert attachments.for_case(case.id) == [first, second]
    assert attachments.for_paper("papier1") == attachments.for_paper("papier1", case.id) == [first]
    assert attachments.for_paper("papier1", "ander geval") == []
    attachments.unlink(first.id)
    assert attachments.read(sha256) == b"scan"
    attachments.unlink(second.id)
    with pytest.raises(BugError):
        attachments.read(sha256)
    with pytest.raises(BugError):
        attachments.unlink(second.id)
    with pytest.raises(BugError):
        attachments.link(case.id, sha256, "weg.pdf", "papier1", now)


def test_bytes_without_a_link_are_removed_when_asked(data_file: DataFile) -> None:
    attachments = AttachmentRepository(data_file)
    attachments.add(b"los")
    assert attachments.remove_unlinked() == 1
    assert attachments.remove_unlinked() == 0


# settings


@given(any_text.map(storable), json_values)
@shared_file
def test_a_setting_comes_back(data_file: DataFile, key: str, value: Any) -> None:
    values, now = SettingsRepository(data_file), datetime(2026, 11, 23, tzinfo=UTC)
    values.set(key, value, now)
    assert values.get(key) == value
    assert values.all()[key] == value
    values.remove(key)
    assert values.get(key, "niets") == "niets"


def test_words_about_the_work_are_kept_per_case(data_file: DataFile, case: Case, now: datetime) -> None:
    choices = GuardChoices(data_file)
    choices.add(case.id, "  HR-Specialist ", now)
    choices.add(case.id, "hr-specialist", now)
    choices.add("ander geval", "operatie", now)
    assert choices.words(case.id) == {"hr-specialist"}
    choices.remove(case.id, "HR-specialist")
    assert choices.words(case.id) == frozenset()
    assert choices.words("ander geval") == {"operatie"}


# plain


@given(st.text(st.characters()))
def test_storable_text_can_be_stored(text: str) -> None:
    clean = storable(text)
    clean.encode()
    assert "\x00" not in clean
    assert storable(clean) == clean


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_equal_data_is_equal_text() -> None:
    assert as_json({"b": 1, "a": [None, True]}) == as_json({"a": (None, True), "b": 1}) == '{"a":[null,true],"b":1}'
