"""The kinds of question. A field is declared once; screen, check, paper and command line all follow from it.

Answers are JSON values, so that a draft, a snapshot and a file on the command line hold the same thing:

| kind | shape |
|---|---|
| `text`, `long_text` | text |
| `day` / `day_time` / `time` | `"2026-01-05"` / `"2026-01-05T10:30"` / `"10:30"` |
| `number`, `percent`, `amount` | decimal text: `"7.6"` |
| `yes_no`, `tick` | true or false |
| `choice` / `many` | the option's value / a list of them |
| `lines` | a list of texts |
| `table`, `rows` | a list of objects with the column keys |
| `person` | object with `naam`, `functie`, `telefoon`, `email` |
| `address` | object with `straat`, `postcode`, `plaats` |
| `work_pattern` | seven decimal texts, Monday first |
| `limited` | object with `beperkt` (bool or null) and `toelichting` |
| `signature` | object with `naam`, `datum`, `status` (`nog_niet`, `getekend`, `geweigerd`) |
| `reference` | object with `soort`, `versie`, `datum` |
| `attachment` | object with `sha256`, `naam`, `grootte` |
| `chart_hours` | object described at `Computed` |
"""

from reintegratie_desktop.forms.field_base import (
    By,
    Carry,
    Field,
    Need,
    Option,
    options,
    options_of,
    slug,
)
from reintegratie_desktop.forms.field_groups import (
    POSTCODE,
    Address,
    Attachment,
    Computed,
    Limited,
    Note,
    Person,
    Reference,
    Rows,
    Signature,
    Table,
    WorkPattern,
)
from reintegratie_desktop.forms.field_kinds import (
    DAY_SHAPE,
    EVERYDAY_FIGURES,
    TIME_SHAPE,
    Amount,
    Choice,
    Day,
    DayTime,
    Lines,
    LongText,
    Many,
    Number,
    Percent,
    Text,
    Tick,
    Time,
    YesNo,
    as_decimal,
)

__all__ = [
    "DAY_SHAPE",
    "EVERYDAY_FIGURES",
    "POSTCODE",
    "TIME_SHAPE",
    "Address",
    "Amount",
    "Attachment",
    "By",
    "Carry",
    "Choice",
    "Computed",
    "Day",
    "DayTime",
    "Field",
    "Limited",
    "Lines",
    "LongText",
    "Many",
    "Need",
    "Note",
    "Number",
    "Option",
    "Percent",
    "Person",
    "Reference",
    "Rows",
    "Signature",
    "Table",
    "Text",
    "Tick",
    "Time",
    "WorkPattern",
    "YesNo",
    "as_decimal",
    "options",
    "options_of",
    "slug",
]
