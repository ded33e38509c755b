"""A paper to fill in with a pen has no answers on it."""

from dataclasses import replace

from reintegratie_desktop.documents.blank import blank
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotFact, SnapshotSignature
from tests.documents.papers import field, options, paper
from tests.documents.reading import all_words

COLUMNS = (
    field("afspraak", "Afspraak", by="Programma"),
    field("nagekomen", "Nagekomen", "choice", options=options("ja", "nee", "deels", "vervallen")),
)


def test_what_a_person_answers_is_empty_and_what_the_case_tells_stays() -> None:
    form = paper(
        field("naam", "Naam", answer="K. Haddou", by="Programma"),
        field("functie", "Functie", answer="Monteur", carried_from="Taakprofiel", by="Werkgever"),
        field("soort", "Soort", "choice", "nazorg", options=options("nazorg", "anders"), by="Programma"),
        field("akkoord", "Akkoord", "yes_no", answer=True, carried_from="Taakprofiel"),
        field("werk", "Werk", "long_text", "Gaat goed", by="Werkgever"),
        field("vraag", "Vraag", state=FieldState.NOT_ASKED, not_asked_because="Er is geen vraag.", by="Werkgever"),
        field("eind", "Einddatum", "day", state=FieldState.NOT_ASKED, not_asked_because="Geen einde.", by="Programma"),
        field("bsn", "Nummer", state=FieldState.NOT_PRINTED),
    )
    answers = {item.key: (item.answer, item.state) for item in blank(form).fields()}
    assert answers["naam"] == ("K. Haddou", FieldState.ANSWERED)
    assert answers["functie"] == ("Monteur", FieldState.ANSWERED)
    assert answers["eind"][1] is FieldState.NOT_ASKED
    assert answers["bsn"][1] is FieldState.NOT_PRINTED
    for key in ("soort", "akkoord", "werk", "vraag"):
        assert answers[key] == (None, FieldState.EMPTY), key
    text = all_words(render(form, by_hand=True))
    assert "[x]" not in text
    assert "Er is geen vraag" not in text


def test_rows_keep_what_was_agreed_and_lose_what_came_of_it() -> None:
    rows = [{"afspraak": "Elke week bellen", "nagekomen": "ja"}, {"afspraak": "", "nagekomen": "nee"}]
    (table,) = blank(paper(field("t", "Vorige afspraken", "table", rows, columns=COLUMNS))).fields()
    assert table.answer == [{"afspraak": "Elke week bellen", "nagekomen": None}]
    text = all_words(render(paper(field("t", "Vorige afspraken", "table", rows, columns=COLUMNS)), by_hand=True))
    assert "Elke week bellen [ ] ja [ ] nee [ ] deels [ ] vervallen" in text
    typed = tuple(replace(column, by="Werkgever") for column in COLUMNS)
    (table,) = blank(paper(field("t", "Nieuwe afspraken", "table", rows, columns=typed))).fields()
    assert (table.answer, table.state) == (None, FieldState.EMPTY)


def test_the_head_and_the_foot_of_an_empty_form_promise_nothing() -> None:
    form = paper(
        field("a", "Vraag"),
        facts=(SnapshotFact("Eerste ziektedag", "2026-02-17"), SnapshotFact("Opgesteld op", "2026-02-17")),
        signatures=(SnapshotSignature("Werkgever", "Joyce Brands", "Betekent: gezien.", "getekend", "2026-02-17"),),
        reason="Nieuw advies",
        replaces="versie 1",
    )
    empty = blank(form)
    assert [fact.label for fact in empty.facts] == ["Eerste ziektedag"]
    assert [(item.name, item.status, item.signed_on) for item in empty.signatures] == [("Joyce Brands", "nog_niet", "")]
    text = all_words(render(form, by_hand=True))
    assert "leeg formulier" in text
    assert not any(word in text for word in ("logboekkop", "versie 1 van", "Vervangt", "Nieuw advies", "Getekend"))


def test_who_gets_a_copy_is_named_and_ticked_when_it_is_given() -> None:
    who = options("werknemer", "casemanager", "bedrijfsarts", "werkgever", "anders")
    told = [{"aan": "casemanager", "naam": "Joyce", "datum": "2026-02-18"}]
    form = paper(
        field("casemanager", "Casemanager", "person", {"naam": "Joyce Brands"}),
        field("bedrijfsarts", "Bedrijfsarts", answer="I. Vermeulen"),
        field("kopie_aan", "Afschrift gaat naar", "many", ["werknemer", "casemanager", "bedrijfsarts"], options=who),
    )
    text = all_words(render(form))
    assert "[ ] werknemer K. Haddou" in text
    assert "[ ] casemanager Joyce Brands" in text
    assert "[ ] bedrijfsarts I. Vermeulen" in text
    assert "anders" not in text
    assert "[x] casemanager Joyce 18-02-2026" in all_words(render(replace(form, extra={"kopieen": told})))
    everyone = all_words(render(replace(form, extra={"kopieen": told}), by_hand=True))
    assert "18-02-2026" not in everyone
    assert "[ ] anders" in everyone
    assert "[ ] werkgever Bouwmaterialen" in everyone


def test_mobile_numbers_stand_in_groups_and_a_week_reads_as_a_sentence() -> None:
    person = {"naam": "Joyce Brands", "telefoon": "0600000021"}
    form = paper(
        field("p", "Contact", "person", person),
        field("t", "Bellen met", answer="Anja, 06-00000022 of 0101234567"),
        field("w", "Rooster", "work_pattern", ["7.6", "7.6", "7.6", "7.6", "7.6", "4", "0"]),
        field("v", "Vrij", "work_pattern", ["0"] * 7),
    )
    text = all_words(render(form)).replace("\u00a0", " ")
    for part in ("06 0000 0021", "06 0000 0022", "0101234567", "ma t/m vr 7,6 uur; za 4 uur", "geen vaste uren"):
        assert part in text
