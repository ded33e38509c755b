from dataclasses import replace
from typing import Any

import pytest

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.model import (
    ColumnKind,
    FieldBlock,
    Options,
    Record,
    Spread,
    State,
    Subheading,
    TableBlock,
)
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FieldState, SnapshotField, SnapshotOption, SnapshotSection
from tests.documents.papers import field, options, paper
from tests.documents.reading import all_words, letters, pages_text, words

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
    ("day_time", "2026-12-01T", {}, ["1 december 2026"]),
    ("day_time", "T10:30", {}, ["10.30 uur"]),
    ("day_time", "2026-02-31T10:30", {}, ["2026-02-31, 10.30 uur"]),
    ("time", "09:05", {}, ["09.05 uur"]),
    ("number", "7.60", {"unit": "uur"}, ["7,6 uur"]),
    ("number", "1250", {}, ["1.250"]),
    ("percent", "70", {}, ["70%"]),
    ("amount", "1250", {}, ["€ 1.250,00"]),
    ("yes_no", True, {}, ["[x] Ja", "[ ] Nee"]),
    ("yes_no", False, {}, ["[ ] Ja", "[x] Nee"]),
    ("tick", True, {}, ["[x] Ja"]),
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
    (
        "rows",
        [{"wat": "Boeken", "uren": "4"}, {"wat": "Tellen", "dag": "2026-03-06", "uren": "2"}],
        {"columns": KOLOMMEN},
        ["Boeken niet ingevuld 4"],
    ),
    (
        "person",
        {"naam": "Joyce Brands", "functie": "bedrijfsleider", "telefoon": "06 0000 0011", "email": ""},
        {},
        ["Joyce Brands, bedrijfsleider, 06 0000 0011"],
    ),
    ("address", {"straat": "Weg 4", "postcode": "9999 ZZ", "plaats": "Demodorp"}, {}, ["Weg 4, 9999 ZZ Demodorp"]),
    ("work_pattern", ["8", "8", "", "7.5", "0", "", ""], {}, ["ma en di 8 uur; do 7,5 uur"]),
    ("limited", {"beperkt": True, "toelichting": "Tot 5 kg."}, {}, ["[x] Ja", "[ ] Nee", "Tot 5 kg."]),
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
    ("iets_nieuws", {"a": "een", "b": ["twee", True]}, {}, ["een, twee, Ja"]),
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


def test_only_the_help_for_paper_and_own_words_stand_under_the_question() -> None:
    text = shown(
        field("a", "Vraag", answer="x", help="Hulp", paper_help="Op papier", own_words=True, carried_from="ziekmelding")
    )
    assert "Vraag Op papier Eigen woorden van de werknemer. De werkgever kan deze tekst niet wijzigen. x" in text
    assert "Hulp" not in text
    assert "Uit" not in text


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
    columns = tuple(field(f"k{number}", f"Kolom nummer {number}") for number in range(7))
    row = {column.key: "een stuk tekst van een paar woorden" for column in columns}
    heading, table = blocks_of(field("t", "Breed", "table", [row], columns=columns))
    assert isinstance(heading, Subheading)
    assert isinstance(table, TableBlock)
    assert 1 <= len(table.columns) < 7
    said = [line.text for cell in table.rows[0] for line in cell.lines]
    assert any(text.startswith("Kolom nummer 6: een stuk") for text in said)
    text = shown(field("t", "Breed", "table", [row], columns=columns))
    assert text.count("een stuk tekst van een paar woorden") >= 1
    assert all(column.label in text for column in columns)


def test_columns_without_a_name_run_on_under_the_row() -> None:
    shades = options("hoofdverantwoordelijkheden", "magazijnwerkzaamheden")
    columns = (
        field("fase", "Fase", "number"),
        *(field(f"k{number}", f"Keuze {number}", "many", options=shades) for number in range(5)),
        field("tot", "Tot en met", "day"),
    )
    chosen = [option.value for option in shades]
    row = {"fase": "1", "tot": "2026-03-06", **{f"k{number}": chosen for number in range(5)}}
    _heading, table = blocks_of(field("t", "Fasen", "rows", [row, row], columns=columns))
    assert isinstance(table, TableBlock)
    assert len(table.details) == 2
    assert "Keuze 4: hoofdverantwoordelijkheden, magazijnwerkzaamheden" in table.details[0]
    text = shown(field("t", "Fasen", "rows", [row, row], columns=columns))
    assert text.count("Keuze 4: hoofd") == 2


def test_a_table_is_set_so_that_it_is_lowest() -> None:
    columns = (
        field("soort", "Soort", "choice", options=CODES),
        field("wat", "Activiteit"),
        field("doel", "Resultaat"),
        field("wie", "Wie", "choice", options=options("de leidinggevende zelf")),
        field("van", "Start", "day"),
        field("tot", "Gereed op", "day"),
    )
    long = {
        "wat": "Voorraad boeken en retouren verwerken aan bureau drie bij het raam, samen met een collega",
        "doel": "Elke dag leeg om vijf uur",
    }
    row = {"soort": "a", **long, "wie": "de_leidinggevende_zelf", "van": "2026-03-06", "tot": "2026-03-20"}
    _heading, table = blocks_of(field("t", "Afspraken", "rows", [row] * 3, columns=columns))
    assert [column.label for column in table.columns] == ["", "Activiteit", "Wie", "Start", "Gereed op"]
    assert [line.text for line in table.rows[0][1].lines][1] == "Resultaat: Elke dag leeg om vijf uur"
    # A table by code looks the same whatever its texts are; another one is set so that it is lowest.
    _heading, same = blocks_of(
        field("t", "Afspraken", "rows", [{**row, "wat": "Boeken", "doel": "Leeg"}] * 3, columns=columns)
    )
    assert [column.label for column in same.columns] == [column.label for column in table.columns]
    columns = (field("soort", "Soort"), *columns[1:])
    short = {**row, "wat": "Boeken", "doel": "Leeg"}
    _heading, table = blocks_of(field("t", "Afspraken", "rows", [short] * 3, columns=columns))
    assert len(table.columns) == 6


def test_not_asked_is_never_said_twice() -> None:
    text = shown(field("a", "V", state=FieldState.NOT_ASKED, not_asked_because="Niet van toepassing: het is op tijd."))
    assert text.count("iet van toepassing") == 1


def test_own_words_are_not_said_twice() -> None:
    said = "Eigen woorden van de werknemer. De werkgever kan deze tekst niet wijzigen."
    assert shown(field("a", "V", answer="x", own_words=True, paper_help=said)).count("Eigen woorden") == 1


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
        columns=(
            field("wat", "Wat", by="Programma"), field("na", "Nagekomen", "yes_no"), field("waarom", "Waarom niet"),
        ),
    )  # fmt: skip
    text = shown(item, by_hand=True)
    assert "Elke week bellen [ ] Ja [ ] Nee" in text
    assert "niet ingevuld" not in text
    assert "Niet ingevuld: nagekomen, waarom niet." in shown(item)


DAGEN = options("ma", "di", "wo", "do", "vr")
FASE = (
    field("fase", "Fase", "number"),
    field("van_week", "Van verzuimweek", "number"),
    field("van", "Van", "day"),
    field("tot", "Tot en met", "day"),
    field("dagen", "Dagen", "many", options=DAGEN),
    field("uren", "Uren per week", "number", unit="uur"),
    field("pct", "Percentage van contract", "percent"),
    field("plek", "Plek", "choice", options=options("werk", "thuis")),
    field("voor", "Voorwaarde"),
    field("proef", "Uitproberen tot en met", "day", not_asked_because="Het werk heeft loonwaarde."),
)
EERSTE = {
    "fase": "1",
    "van_week": "7",
    "van": "2026-11-16",
    "tot": "2026-12-13",
    "dagen": ["ma", "wo"],
    "uren": "6",
    "pct": "15",
    "plek": "werk",
    "voor": None,
}


def records_of(*rows: dict[str, Any], columns: tuple[SnapshotField, ...] = FASE) -> list[Record]:
    _heading, *records = blocks_of(field("t", "Fasen", "rows", list(rows), columns=columns))
    assert all(isinstance(record, Record) for record in records)
    return records


def test_wide_rows_become_compact_blocks() -> None:
    (record,) = records_of(EERSTE)
    assert record.title == "Fase 1: week 7 t/m 10, 16-11-2026 t/m 13-12-2026"
    assert [(item.label, item.text) for item in record.figures] == [
        ("Dagen", "ma, wo"),
        ("Uren per week", "6,00"),
        ("Percentage van contract", "15%"),
        ("Plek", "werk"),
    ]
    assert record.items == ()
    assert record.remarks == (
        "Niet ingevuld: voorwaarde.",
        "Niet van toepassing: uitproberen tot en met. Het werk heeft loonwaarde.",
    )
    text = shown(field("t", "Fasen", "rows", [EERSTE], columns=FASE))
    assert "Fase 1: week 7 t/m 10, 16-11-2026 t/m 13-12-2026 Dagen ma, wo Uren per week 6,00" in text


def test_a_block_with_an_open_end_an_odd_week_or_a_question_left_open() -> None:
    odd = {**EERSTE, "van_week": "zeven", "proef": None}
    titles = [
        record.title
        for record in records_of(
            {**EERSTE, "tot": None}, {**EERSTE, "tot": "2026-11-20"}, odd, {**EERSTE, "van": None, "van_week": None}
        )
    ]
    assert titles == [
        "Fase 1: week 7, vanaf 16-11-2026",
        "Fase 1: week 7, 16-11-2026 t/m 20-11-2026",
        "Fase 1: week zeven, 16-11-2026 t/m 13-12-2026",
        "Fase 1",
    ]
    assert records_of(odd)[0].remarks == ("Niet ingevuld: voorwaarde, uitproberen tot en met.",)


def test_blocks_are_named_by_their_first_text_and_hold_long_answers_over_the_whole_line() -> None:
    columns = (field("taak", "Taak"), *FASE[4:], field("ok", "Gezien", "yes_no"), field("w", "Wat"), field("x", "Nog"))
    long = "Alleen zittend werk aan de tafel bij het raam, en na elk uur een kwartier iets anders doen. " * 2
    rows = [
        {"taak": "Boeken", "ok": True, "uren": "4", "voor": "kort", "w": long, "x": "los"},
        {"taak": None, "uren": "2", "voor": "een", "x": "twee"},
    ]
    named, unnamed = records_of(*rows, columns=columns)
    assert named.title == "Boeken"
    assert [item.label for item in named.figures] == ["Uren per week", "Gezien"]
    assert [item.label for item in named.items] == ["Voorwaarde", "Wat", "Nog"]
    assert unnamed.title == "Fasen 2"
    assert "taak" in unnamed.remarks[0]
    assert long.strip() in shown(field("t", "Fasen", "rows", rows, columns=columns))


def test_a_block_is_never_cut_and_never_alone_with_its_heading() -> None:
    for before in range(20, 60, 3):
        text = "\n".join("een regel" for _number in range(before))
        table = field("t", "Fasen", "rows", [{**EERSTE, "fase": str(n)} for n in range(1, 9)], columns=FASE)
        sections = tuple(
            SnapshotSection(key, title, fields=(item,))
            for key, title, item in (("a", "Eerst", field("l", "Lang", "long_text", text)), ("b", "Daarna", table))
        )
        pages = [words(page) for page in pages_text(render(paper(sections=sections)))]
        for number in range(1, 9):
            (page,) = [page for page in pages if f"Fase {number}: week 7" in page]
            assert page.index("uitproberen", page.index(f"Fase {number}: week 7"))
        (page,) = [page for page in pages if " Daarna" in page]
        assert "Fase 1: week 7" in page


def test_wide_tables_to_fill_in_have_boxes_and_room() -> None:
    five = options("een", "twee", "drie", "vier", "vijf")
    columns = (*FASE, *(field(f"k{number}", f"Kolom {number}", "choice", options=five) for number in range(3)))
    item = field("t", "Fasen", "rows", columns=columns)
    _heading, *records = blocks_of(item, by_hand=True)
    assert [record.title for record in records] == ["Fase 1", "Fase 2"]
    assert all(entry.writes for entry in records[0].figures)
    assert [entry.label for entry in records[0].items][:2] == ["Dagen", "Plek"]
    assert shown(item, by_hand=True).count("[ ] vijf") == 6
    assert "Niet" not in shown(item, by_hand=True)
    half = field("t", "Fasen", "rows", [{"fase": "1", "uren": "6", "voor": "Drie weken"}], columns=columns)
    assert [record.title for record in blocks_of(half, by_hand=True)[1:]] == ["Fase 1", "Fase 2"]
    columns = tuple(replace(item, by="Programma") if item.key == "voor" else item for item in columns)
    (record,) = blocks_of(replace(half, columns=columns), by_hand=True)[1:]
    assert record.remarks == ()
    assert [entry.text for entry in record.items if entry.label == "Voorwaarde"] == ["Drie weken"]


def test_narrow_tables_with_many_choices_to_fill_in_become_blocks_too() -> None:
    five = options("een hele lange keuze", "nog een lange keuze", "de derde lange keuze", "en dan nog een vierde")
    columns = tuple(field(f"k{number}", f"Kolom {number}", "choice", options=five) for number in range(7))
    heading, *records = blocks_of(field("t", "Taken", "rows", columns=columns), by_hand=True)
    assert isinstance(heading, Subheading)
    assert [record.title for record in records] == [f"Taken {number}" for number in range(1, 6)]


def test_a_cell_that_was_not_asked_is_not_an_empty_cell() -> None:
    columns = (field("wat", "Wat"), field("waarom", "Waarom niet", not_asked_because="Het is gelukt."))
    rows = [{"wat": "Bellen"}, {"wat": "Mailen", "waarom": None}]
    text = shown(field("t", "Afspraken", "table", rows, columns=columns))
    assert "Bellen niet van toepassing Mailen niet ingevuld" in text


def test_a_column_that_may_stay_open_says_nothing_where_it_is_open() -> None:
    free = replace(field("res", "Resultaat", not_asked_because="Niet gedaan."), state=FieldState.NOT_ASKED)
    columns = (field("wat", "Wat"), free)
    rows = [{"wat": "Bellen", "res": "Elke week"}, {"wat": "Mailen"}, {"wat": "Kijken", "res": None}]
    text = shown(field("t", "Afspraken", "table", rows, columns=columns))
    assert "Bellen Elke week Mailen – Kijken –" in text and "niet ingevuld" not in text
    _heading, none = blocks_of(field("t", "Afspraken", "table", [{"wat": "Bellen"}], columns=columns))
    assert [column.label for column in none.columns] == ["Wat"] and none.note == ""
    wide = tuple(field(f"k{number}", f"Kolom {number}") for number in range(8))
    many = {f"k{number}": "x" for number in range(8)}
    assert "esultaat" not in shown(field("t", "Afspraken", "table", [many], columns=(*wide, free)))
    assert "Elke week" in shown(field("t", "Afspraken", "table", [{**many, "res": "Elke week"}], columns=(*wide, free)))


def test_a_text_that_may_stay_open_leaves_no_line_under_the_name_of_its_row() -> None:
    free = replace(field("res", "Resultaat"), state=FieldState.NOT_ASKED)
    texts = tuple(field(f"k{number}", f"Kolom {number}") for number in range(4))
    long = {f"k{number}": "een tekst van een flinke lengte die ruimte vraagt " * 3 for number in range(4)}
    rows = [{**long, "res": "Elke week gedaan"}, long]
    text = shown(field("t", "Afspraken", "table", rows, columns=(*texts, free)))
    assert text.count("Elke week gedaan") == 1 and "niet ingevuld" not in text


def test_what_no_row_answers_is_said_once_and_takes_no_column() -> None:
    columns = (
        field("wat", "Wat"), field("bron", "Bron"), field("BHV", "BHV"),
        field("waarom", "Waarom niet", not_asked_because="Het is gelukt."),
    )  # fmt: skip
    rows = [{"wat": "Bellen", "bron": ""}, {"wat": "Mailen"}]
    _heading, table = blocks_of(field("t", "Afspraken", "table", rows, columns=columns))
    assert isinstance(table, TableBlock)
    assert [column.label for column in table.columns] == ["Wat"]
    assert table.note == "Niet ingevuld: bron, BHV. Niet van toepassing: waarom niet. Het is gelukt."


def test_a_question_one_row_did_not_get_is_no_line_under_that_row() -> None:
    columns = (
        field("wat", "Activiteit"), field("soort", "Soort", "choice", options=options("7A Werk", "7B Tijd")),
        field("doel", "Doel"), field("waarom", "Waarom niet", not_asked_because="Het is gelukt."),
    )  # fmt: skip
    rows = [
        {"wat": "Bellen", "soort": "7a_werk", "doel": "Elke week"},
        {"wat": "Mailen", "soort": "7a_werk", "doel": "Elke dag", "waarom": "Geen tijd"},
    ]
    text = shown(field("t", "Afspraken", "table", rows, columns=columns))
    assert "Bellen Doel: Elke week" in text
    assert "niet van toepassing" not in text
    assert "Waarom niet: Geen tijd" in text


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
