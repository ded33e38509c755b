from typing import Any

import pytest

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.model import ColumnKind, FieldBlock, Options, Spread, State, Subheading, TableBlock
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotField, SnapshotOption
from tests.documents.papers import field, options, paper
from tests.documents.reading import all_words, letters, pages_text

KLEUR = options("rood", "groen", "blauw")
KOLOMMEN = (field("wat", "Wat"), field("dag", "Wanneer", "day"), field("uren", "Uren", "number"))
UREN = {
    "contract": "36",
    "phases": [
        {"van": "2026-03-02", "tot": "2026-03-29", "uren": "12"},
        {"van": "2026-03-30", "tot": None, "uren": "16"},
    ],
    "ceilings": [{"van": "2026-03-02", "tot": None, "uren": "16", "advies": "2026-02-20"}],
    "worked": [{"week": "2026-03-02", "uren": "10.5"}, {"week": "2026-03-09", "uren": "0"}],
    "eerste_ziektedag": "2026-01-05",
    "evaluations": ["2026-03-27"],
}

FILLED: list[tuple[str, Any, dict[str, Any], list[str]]] = [
    ("text", "Magazijn", {}, ["Magazijn"]),
    ("long_text", "Een.\n\nTwee.", {}, ["Een.", "Twee."]),
    ("day", "2026-03-06", {}, ["06-03-2026"]),
    ("day_time", "2026-03-06T10:30", {}, ["vr 06-03-2026 om 10.30 uur"]),
    ("time", "09:05", {}, ["09.05 uur"]),
    ("number", "7.60", {"unit": "uur"}, ["7,6 uur"]),
    ("number", "1250", {}, ["1.250"]),
    ("percent", "70", {}, ["70%"]),
    ("amount", "1250", {}, ["€ 1.250,00"]),
    ("yes_no", True, {}, ["[x] ja", "[ ] nee"]),
    ("yes_no", False, {}, ["[ ] ja", "[x] nee"]),
    ("tick", True, {}, ["[x] ja"]),
    ("tick", False, {"options": options("De werknemer mag bellen.")}, ["[ ] De werknemer mag bellen."]),
    ("choice", "groen", {"options": KLEUR}, ["[ ] rood", "[x] groen", "[ ] blauw"]),
    ("choice", "paars_en_wit", {"options": KLEUR}, ["[ ] rood", "[x] paars en wit"]),
    ("many", ["rood", "blauw"], {"options": KLEUR}, ["[x] rood", "[ ] groen", "[x] blauw"]),
    ("lines", ["Een", "", "Twee"], {}, ["– Een – Twee"]),
    (
        "table",
        [{"wat": "Boeken", "dag": "2026-03-06", "uren": "7.5"}, {"wat": "Tellen", "dag": None, "uren": "4"}],
        {"columns": KOLOMMEN},
        ["Wat Wanneer Uren", "Boeken 06-03-2026 7,50", "Tellen niet ingevuld 4,00"],
    ),
    ("rows", [{"wat": "Boeken", "uren": "4"}], {"columns": KOLOMMEN}, ["Boeken niet ingevuld 4"]),
    (
        "person",
        {"naam": "Joyce Brands", "functie": "bedrijfsleider", "telefoon": "06 0000 0011", "email": ""},
        {},
        ["Joyce Brands, bedrijfsleider, 06 0000 0011"],
    ),
    ("address", {"straat": "Weg 4", "postcode": "9999 ZZ", "plaats": "Demodorp"}, {}, ["Weg 4, 9999 ZZ Demodorp"]),
    ("work_pattern", ["8", "8", "", "7.5", "0", "", ""], {}, ["ma di wo do vr za zo", "8 8 0 7,5 0 0 0"]),
    ("limited", {"beperkt": True, "toelichting": "Tot 5 kg."}, {}, ["[x] ja", "[ ] nee", "Tot 5 kg."]),
    ("limited", {"beperkt": None, "toelichting": "Nog vragen."}, {}, ["Geen keuze gemaakt", "Nog vragen."]),
    (
        "signature",
        {"naam": "Joyce Brands", "datum": "2026-03-06", "status": "getekend"},
        {},
        ["Joyce Brands", "Getekend.", "06-03-2026"],
    ),
    (
        "reference",
        {"soort": "opbouwschema", "versie": 1, "datum": "2026-02-17"},
        {},
        ["Opbouwschema, versie 1 van 17-02-2026"],
    ),
    (
        "attachment",
        {"naam": "stuk.pdf", "grootte": 20480, "sha256": "0123456789abcdef" * 4},
        {},
        ["stuk.pdf (20 kB)", "SHA-256", "0123 4567 89ab cdef"],
    ),
    ("chart_hours", UREN, {}, ["uren per week", "contract: 36 uur", "02-03-2026 12,00 10,50 16,00", "evaluatie 27-03"]),
    ("iets_nieuws", {"a": "een", "b": ["twee", True]}, {}, ["een, twee, ja"]),
]
KINDS = sorted({kind for kind, *_rest in FILLED})


def of_kind(kind: str, answer: Any = None, **more: Any) -> SnapshotField:
    extra = next(item[2] for item in FILLED if item[0] == kind)
    return field("a", "De vraag", kind, answer, **{**extra, **more})


def shown(item: SnapshotField, *, by_hand: bool = False) -> str:
    return all_words(render(paper(item), by_hand=by_hand))


@pytest.mark.parametrize(("kind", "answer", "more", "expected"), FILLED)
def test_filled(kind: str, answer: Any, more: dict[str, Any], expected: list[str]) -> None:
    text = shown(field("a", "De vraag", kind, answer, state=FieldState.ANSWERED, **more))
    assert "De vraag" in text
    for part in expected:
        assert part in text
    assert "Niet ingevuld" not in text


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "signature"])
def test_empty(kind: str) -> None:
    item = of_kind(kind)
    text = shown(item)
    assert "De vraag" in text
    if kind == "tick":
        assert "[ ]" in text
    elif kind in {"choice", "many", "yes_no", "limited"}:
        assert "Geen keuze gemaakt" in text
        assert "[ ]" in text
        assert "[x]" not in text
    else:
        assert "Niet ingevuld" in text
    for option in item.options:
        assert option.label in text


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "signature"])
def test_not_asked(kind: str) -> None:
    text = shown(of_kind(kind, state=FieldState.NOT_ASKED, not_asked_because="Het plan is op tijd."))
    assert "De vraag" in text
    assert "Niet van toepassing: het plan is op tijd." in text
    assert "Niet ingevuld" not in text
    assert "[ ]" not in text


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "signature"])
def test_by_hand_leaves_room_and_says_nothing(kind: str) -> None:
    text = shown(of_kind(kind), by_hand=True)
    assert letters("De vraag") in letters(text)
    assert "Niet ingevuld" not in text
    assert "Geen keuze" not in text


def test_the_citizen_number_is_never_printed() -> None:
    item = field("bsn", "Burgerservicenummer", state=FieldState.NOT_PRINTED)
    assert "Niet afgedrukt. Alleen nodig op de versie voor UWV." in shown(item)
    assert "Niet afgedrukt" not in shown(item, by_hand=True)


def test_not_asked_without_reason_and_with_an_abbreviation() -> None:
    assert shown(field("a", "V", state=FieldState.NOT_ASKED)).count("Niet van toepassing") == 1
    text = shown(field("a", "V", state=FieldState.NOT_ASKED, not_asked_because="UWV vraagt dit niet."))
    assert "Niet van toepassing: UWV vraagt dit niet." in text


def test_help_own_words_and_source_stand_under_the_question() -> None:
    text = shown(field("a", "Vraag", answer="x", help="Korte hulp", own_words=True, carried_from="plan_van_aanpak"))
    assert "Korte hulp" in text
    assert "Eigen woorden van de werknemer. De werkgever kan deze tekst niet wijzigen." in text
    assert "Uit: plan van aanpak" in text
    assert "Uit:" not in shown(field("a", "Vraag", answer="x", carried_from="werknemer"))


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("day", "ooit"),
        ("day_time", "dinsdag"),
        ("time", "vroeg"),
        ("number", "veel"),
        ("percent", "bijna alles"),
        ("amount", "gratis"),
        ("person", "Joyce"),
        ("address", ["Weg 4"]),
        ("reference", "plan"),
        ("limited", "soms"),
        ("work_pattern", ["acht", "8", "8", "8", "8", "0", "0"]),
        ("work_pattern", "maandag"),
        ("lines", "los"),
        ("attachment", "stuk.pdf"),
        ("text", 12),
        ("text", ["a", "b"]),
    ],
)
def test_an_answer_of_an_odd_shape_is_printed_as_it_is(kind: str, answer: Any) -> None:
    text = shown(field("a", "Vraag", kind, answer))
    said = answer if isinstance(answer, str) else str(answer[0]) if isinstance(answer, list) else str(answer)
    if kind == "limited":
        assert "Geen keuze gemaakt" in text
    else:
        assert said in text


def test_notes_never_print() -> None:
    assert "lezen" not in shown(field("a", "Even lezen", "note", "tekst"))


def spread_of(*labels: str) -> Spread:
    document = build(paper(field("a", "Vraag", "choice", options=options(*labels))))
    block = document.sections[0].blocks[0]
    assert isinstance(block, FieldBlock)
    found = block.parts[0]
    assert isinstance(found, Options)
    return found.spread


def test_options_stand_side_by_side_in_columns_or_in_a_list() -> None:
    assert spread_of("voor", "op", "achter", "nog geen opbouw") is Spread.ROW
    assert spread_of(*(f"taak nummer {number}" for number in range(7))) is Spread.COLUMNS
    assert (
        spread_of("een heel lange keuze die de hele regel vult", "nog een lange keuze met veel woorden") is Spread.LIST
    )
    assert spread_of(*(f"een keuze van meer dan dertig letters {number}" for number in range(5))) is Spread.LIST


def test_a_choice_without_options_says_so() -> None:
    assert "Geen keuze gemaakt" in shown(field("a", "Taken", "many"))
    assert "Geen keuze" not in shown(field("a", "Taken", "many"), by_hand=True)


def blocks_of(item: SnapshotField, *, by_hand: bool = False) -> tuple[Any, ...]:
    return build(paper(item), by_hand=by_hand).sections[0].blocks


CODES = (SnapshotOption("a", "7A Inhoud"), SnapshotOption("b", "7B Omstandigheden"))


def test_coded_choices_print_the_code_in_each_row_and_the_words_above() -> None:
    item = field("t", "Taken", "rows", [{"c": "a", "w": "x"}], columns=(
        field("c", "Soort", "choice", options=CODES), field("w", "Wat")))  # fmt: skip
    heading, table = blocks_of(item)
    assert isinstance(heading, Subheading)
    assert heading.help == ("Soort: 7A Inhoud, 7B Omstandigheden",)
    assert isinstance(table, TableBlock)
    assert table.columns[0].kind is ColumnKind.CODE
    assert table.rows[0][0].lines[0].text == "7A"


def test_what_does_not_fit_beside_moves_under_the_text() -> None:
    columns = tuple(field(f"k{number}", f"Kolom nummer {number}") for number in range(8))
    row = {column.key: "een stuk tekst van een paar woorden" for column in columns}
    heading, table = blocks_of(field("t", "Breed", "table", [row], columns=columns))
    assert isinstance(heading, Subheading)
    assert isinstance(table, TableBlock)
    assert 1 <= len(table.columns) < 8
    said = [line.text for cell in table.rows[0] for line in cell.lines]
    assert any(text.startswith("Kolom nummer 7: een stuk") for text in said)
    text = shown(field("t", "Breed", "table", [row], columns=columns))
    assert text.count("een stuk tekst van een paar woorden") >= 1
    assert all(column.label in text for column in columns)


def test_many_columns_without_a_name_run_on_under_the_row() -> None:
    columns = (
        field("fase", "Fase", "number"),
        *(field(f"k{number}", f"Keuze {number}", "many", options=KLEUR) for number in range(9)),
        field("tot", "Tot en met", "day"),
    )
    row = {"fase": "1", "tot": "2026-03-06", **{f"k{number}": ["rood", "blauw"] for number in range(9)}}
    _heading, table = blocks_of(field("t", "Fasen", "rows", [row, row], columns=columns))
    assert isinstance(table, TableBlock)
    assert len(table.details) == 2
    assert "Keuze 8: rood, blauw" in table.details[0]
    text = shown(field("t", "Fasen", "rows", [row, row], columns=columns))
    assert text.count("Keuze 8: rood, blauw") == 2


def test_not_asked_is_never_said_twice() -> None:
    text = shown(field("a", "V", state=FieldState.NOT_ASKED, not_asked_because="Niet van toepassing: het is op tijd."))
    assert text.count("iet van toepassing") == 1


def test_own_words_are_not_said_twice() -> None:
    said = "Eigen woorden van de werknemer. De werkgever kan deze tekst niet wijzigen."
    assert shown(field("a", "V", answer="x", own_words=True, help=said)).count("Eigen woorden") == 1


def test_long_cells_become_records() -> None:
    rows = [{"wat": "woord " * 100, "dag": "2026-03-06"}, {"wat": "kort"}]
    blocks = blocks_of(field("t", "Taken", "table", rows, columns=KOLOMMEN))
    assert [block.text for block in blocks if isinstance(block, Subheading)] == [
        "Taken",
        "Taken, nummer 1",
        "Taken, nummer 2",
    ]
    text = shown(field("t", "Taken", "table", rows, columns=KOLOMMEN))
    assert text.count("woord") == 100
    assert text.count("Niet ingevuld") == 3


def test_tables_to_fill_in_have_rows_boxes_and_the_list_of_choices() -> None:
    item = field(
        "t",
        "Afspraken",
        "table",
        columns=(
            field("wat", "Wat"),
            field("na", "Nagekomen", "choice", options=options("ja", "deels", "nee")),
            field("wie", "Wie", "choice", options=options("werkgever", "leidinggevende", "werknemer")),
            field("ok", "Gezien", "tick"),
        ),
    )
    heading, table = blocks_of(item, by_hand=True)
    assert isinstance(table, TableBlock)
    assert len(table.rows) == 5
    assert heading.help == ("Wie: werkgever, leidinggevende, werknemer",)
    assert [option.text for option in table.rows[0][1].options] == ["ja", "deels", "nee"]
    text = shown(item, by_hand=True)
    assert text.count("[ ] deels") == 5


def test_rows_filled_in_before_keep_their_boxes_by_hand() -> None:
    item = field(
        "t",
        "Vorige afspraken",
        "table",
        [{"wat": "Elke week bellen"}],
        columns=(field("wat", "Wat"), field("na", "Nagekomen", "yes_no"), field("waarom", "Waarom niet")),
    )
    text = shown(item, by_hand=True)
    assert "Elke week bellen [ ] ja [ ] nee" in text
    assert "niet ingevuld" not in text
    assert "niet ingevuld" in shown(item)


def test_wide_tables_to_fill_in_become_records() -> None:
    five = options("een", "twee", "drie", "vier", "vijf")
    columns = tuple(field(f"k{number}", f"Kolom {number}", "choice", options=five) for number in range(9))
    blocks = blocks_of(field("t", "Fasen", "rows", columns=columns), by_hand=True)
    assert [block.text for block in blocks if isinstance(block, Subheading)] == [
        "Fasen",
        "Fasen, nummer 1",
        "Fasen, nummer 2",
    ]
    assert len(blocks) == 3 + 18


def test_a_table_without_columns_is_a_plain_field() -> None:
    (block,) = blocks_of(field("t", "Leeg", "table"))
    assert isinstance(block, FieldBlock)
    assert block.parts == (State("Niet ingevuld"),)


def test_signatures_print_with_frames_also_without_a_section_for_them() -> None:
    one = field("hand", "Handtekening bedrijfsarts", "signature", {"naam": "I. Vermeulen", "status": "nog_niet"})
    text = shown(one)
    assert "I. Vermeulen" in text
    assert "Handtekening bedrijfsarts" in text
    assert len(pages_text(render(paper(*(field(f"h{n}", f"Naam {n}", "signature") for n in range(12)))))) >= 2
