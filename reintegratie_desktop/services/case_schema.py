"""The published JSON Schema of a whole case, made from the declarations of the forms: a new form is in it by itself."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from reintegratie_desktop.forms import fields as kinds
from reintegratie_desktop.forms.field_base import Field
from reintegratie_desktop.forms.flow import Flow, Scope
from reintegratie_desktop.forms.flows import all_flows
from reintegratie_desktop.store.cases import CaseStatus
from reintegratie_desktop.text.i18n import _

NAME: Final = "dossier"
KIND: Final = "reintegratie-dossier"
VERSION: Final = 1
FOLDER: Final = "bijlagen"
"""The folder beside the JSON in which the attached files stand."""

DAY: Final = r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_MOMENT: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?$"
_SHA: Final = "^[0-9a-f]{64}$"
_FILE: Final = rf"^{FOLDER}/[0-9a-f]{{64}}\.(pdf|jpg|png|docx)$"
_DECIMAL: Final = r"^(-?[0-9]{1,20}(\.[0-9]{1,12})?)?$"
_OPEN: Final = r"^$"
_LONGEST: Final = 20_000
"""Characters in one text; more fits in no form."""

Schema = dict[str, Any]


def _text(pattern: str = "", **more: object) -> Schema:
    return {"type": "string", **({"pattern": pattern} if pattern else {}), **more}


def _or_empty(pattern: str) -> Schema:
    return {"type": ["string", "null"], "pattern": f"{pattern}|{_OPEN}"}


def _closed(properties: Mapping[str, Schema], required: tuple[str, ...] = (), **more: object) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": dict(properties),
        **({"required": list(required)} if required else {}),
        **more,
    }


def _parts(*names: str) -> Schema:
    part = {"type": ["string", "null"], "maxLength": _LONGEST}
    return {**_closed(dict.fromkeys(names, part)), "type": ["object", "null"]}


def _listed(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def field_schema(field: Field) -> Schema:
    """Return what an answer to one question may be; empty is always allowed, as `null`, `""` or an empty list."""
    shape = _shape(field)
    return {"title": field.label, **shape}


def _shape(field: Field) -> Schema:  # noqa: PLR0912 - one case for each kind
    match field:
        case kinds.Table():
            return _listed(_closed({column.key: field_schema(column) for column in field.columns}))
        case kinds.Day():
            return _or_empty(DAY)
        case kinds.DayTime():
            return _or_empty(rf"{DAY[:-1]}T[0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}})?$")
        case kinds.Time():
            return _or_empty(r"^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$")
        case kinds.Number():
            return {"type": ["string", "null"], "pattern": _DECIMAL}
        case kinds.YesNo():
            return {"type": ["boolean", "null"]}
        case kinds.Choice():
            return {"enum": [*(option.value for option in field.options), "", None]}
        case kinds.Many():
            known = [option.value for option in field.options]
            return _listed({"type": "string"} if field.from_answers else {"enum": known})
        case kinds.Lines():
            return _listed({"type": "string", "maxLength": _LONGEST})
        case kinds.Text():
            return {"type": ["string", "null"], "maxLength": field.max_length}
        case kinds.Person():
            return _parts("naam", "functie", "telefoon", "email", *field.parts)
        case kinds.Address():
            return _parts("straat", "postcode", "plaats")
        case kinds.WorkPattern():
            day = {"type": ["string", "null"], "pattern": _DECIMAL}
            return {"type": ["array", "null"], "items": day, "maxItems": 7}
        case kinds.Limited():
            inside: Schema = {"beperkt": {"type": ["boolean", "null"]}, "toelichting": {"type": ["string", "null"]}}
            return {**_closed(inside), "type": ["object", "null"]}
        case kinds.Signature():
            states = {"enum": ["nog_niet", "getekend", "geweigerd", "", None]}
            inside = {"naam": {"type": ["string", "null"]}, "datum": _or_empty(DAY), "status": states}
            return {**_closed(inside), "type": ["object", "null"]}
        case kinds.Attachment():
            inside = {"sha256": _text(_SHA), "naam": _text(), "grootte": {"type": "integer", "minimum": 0}}
            return {**_closed(inside), "type": ["object", "null"]}
        case _:  # a link to another paper, and what the program works out itself
            return {}


def answers_schema(flow: Flow) -> Schema:
    """Return what the answers of one form may be."""
    fields = [field for field in flow.fields if field.kept and not isinstance(field, kinds.Note)]
    return _closed({field.key: field_schema(field) for field in fields}, title=flow.title)


@cache
def schema() -> Schema:
    """Return the whole schema."""
    flows = all_flows()
    papers = [flow for flow in flows if flow.scope is Scope.CASE]
    records = [flow for flow in flows if flow.scope is Scope.CASE_RECORD]
    drafts = [*papers, *records, *(flow for flow in flows if flow.scope is Scope.JOURNAL)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:reintegratie-desktop:{NAME}",
        "title": "Een heel dossier",
        "description": "Alles van één dossier van één werknemer. Nodig zijn soort, versie, werknemer en dossier. "
        "De volgorde van papieren en logboek is de volgorde waarin ze gemaakt zijn. Een papier zonder momentopname "
        "wordt bij het inlezen vastgesteld. Datums zijn jaar-maand-dag, getallen en bedragen zijn tekst met een punt, "
        "zoals '7.5'. Een sleutel die hier niet staat, wordt geweigerd. Wat je zelf typt, leest iedereen die dit "
        "bestand heeft.",
        "type": "object",
        "additionalProperties": False,
        "required": ["soort", "versie", "werknemer", "dossier"],
        "properties": {
            "soort": {"const": KIND},
            "versie": {"const": VERSION},
            "werknemer": {"$ref": "#/$defs/werknemer"},
            "dossier": {"$ref": "#/$defs/dossier"},
            "gegevens": _closed({flow.key: {"$ref": f"#/$defs/{flow.key}"} for flow in records}),
            "papieren": {"type": "array", "items": {"$ref": "#/$defs/papier"}},
            "concepten": {"type": "array", "items": {"$ref": "#/$defs/concept"}},
            "eigen_stappen": {"type": "array", "items": {"$ref": "#/$defs/eigen_stap"}},
            "bijlagen": {"type": "array", "items": {"$ref": "#/$defs/bijlage"}},
            "logboek": {"type": "array", "items": {"$ref": "#/$defs/logregel"}},
            "woorden_over_werk": {"type": "array", "items": {"type": "string"}},
        },
        "$defs": {
            **{flow.key: answers_schema(flow) for flow in flows if flow.key != "werkgever"},
            "dossier": _case(),
            "papier": _paper(papers),
            "concept": _draft(drafts),
            "gebeurtenis": _closed(
                {"soort": _text(), "dag": _text(DAY), "gegevens": {"type": "object"}, "genoteerd_op": _text(_MOMENT)},
                ("soort", "dag"),
            ),
            "eigen_stap": _closed(
                {
                    "titel": _text(),
                    "dag": _text(DAY),
                    "wie": _text(),
                    "gedaan_op": {"type": ["string", "null"], "pattern": DAY},
                    "weggehaald": {"type": "boolean"},
                    "gemaakt_op": _text(_MOMENT),
                    "bewaard_op": _text(_MOMENT),
                },
                ("titel", "dag"),
            ),
            "bijlage": _closed(
                {
                    "bestand": _text(_FILE),
                    "sha256": _text(_SHA),
                    "naam": _text(),
                    "bij": {
                        "description": "De plaats van het papier in papieren, het eerste is 0, of de sleutel van een "
                        "formulier.",
                        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string"}],
                    },
                    "bewaard_op": _text(_MOMENT),
                },
                ("bestand", "sha256", "naam", "bij"),
            ),
            "logregel": _closed(
                {
                    "dag": _text(DAY),
                    "soort": _text(),
                    "tekst": _text(),
                    "wie": _text(),
                    "met_wie": _text(),
                    "papier": {
                        "description": "De plaats van het papier in papieren, het eerste is 0.",
                        "type": ["integer", "null"],
                        "minimum": 0,
                    },
                    "werknemer_mag_zien": {"type": "boolean"},
                    "verbetert": {
                        "description": "De plaats van de regel in logboek die deze verbetert, de eerste is 0.",
                        "type": ["integer", "null"],
                        "minimum": 0,
                    },
                    "genoteerd_op": _text(_MOMENT),
                },
                ("dag", "soort", "tekst"),
            ),
        },
    }


def _case() -> Schema:
    hours = {"type": ["string", "null"], "pattern": _DECIMAL}
    days = {"type": "object", "additionalProperties": _text(DAY)}
    week: dict[str, Schema] = {
        "gewerkt": hours,
        "afwijking": {"type": ["string", "null"]},
        "taken_gedaan": {},
        "akkoord": {"type": ["boolean", "null"]},
        "per_dag": {"type": "array", "items": {"type": "string"}, "maxItems": 7},
        "op": _text(),
        "eerder": {"type": "array", "items": {"type": "object"}},
    }
    return _closed(
        {
            "nummer": _text(r"^[0-9]{4}-[0-9]{3,6}$"),
            "eerste_ziektedag": _text(DAY),
            "hersteld_per": {"type": ["string", "null"], "pattern": DAY},
            "status": {"enum": [status.value for status in CaseStatus]},
            "gemaakt_op": _text(_MOMENT),
            "bewaard_op": _text(_MOMENT),
            "gedaan": {**days, "description": "Stappen die zijn afgevinkt, met de dag."},
            "gewerkte_uren": {
                "description": "Per maandag wat er in die week gewerkt is.",
                "type": "object",
                "propertyNames": {"pattern": DAY},
                "additionalProperties": _closed(week, ("op",)),
            },
            "overig": {"description": "Wat het programma verder bewaart.", "type": "object"},
        },
        ("eerste_ziektedag",),
    )


def _paper(papers: list[Flow]) -> Schema:
    """Return the schema of one version of a paper: answers alone, or with the snapshot it was frozen as."""
    typed = [
        {
            "if": {"properties": {"soort": {"const": flow.key}}, "not": {"required": ["momentopname"]}},
            "then": {"properties": {"antwoorden": {"$ref": f"#/$defs/{flow.key}"}}},
        }
        for flow in papers
    ]
    return _closed(
        {
            "soort": {"enum": [flow.key for flow in papers]},
            "plaats": _text(r"^[0-9A-Za-z_-]{0,64}$"),
            "versie": {"type": "integer", "minimum": 1},
            "gemaakt_op": _text(DAY),
            "reden": _text(),
            "vastgesteld_op": _text(_MOMENT),
            "antwoorden": {"type": "object"},
            "antwoorden_sha256": _text(_SHA),
            "momentopname": {"type": "object"},
            "momentopname_sha256": _text(_SHA),
            "gebeurtenissen": {"type": "array", "items": {"$ref": "#/$defs/gebeurtenis"}},
        },
        ("soort", "antwoorden"),
        dependentRequired={
            "momentopname": ["momentopname_sha256", "antwoorden_sha256", "versie", "gemaakt_op", "vastgesteld_op"]
        },
        allOf=typed,
    )


def _draft(flows: list[Flow]) -> Schema:
    """Return the schema of a draft: the keys of its form, with answers that may be half typed."""
    typed = [
        {
            "if": {"properties": {"soort": {"const": flow.key}}},
            "then": {
                "properties": {
                    "antwoorden": {"propertyNames": {"enum": [field.key for field in flow.fields if field.kept]}}
                }
            },
        }
        for flow in flows
    ]
    return _closed(
        {
            "soort": {"enum": [flow.key for flow in flows]},
            "plaats": _text(r"^[0-9A-Za-z_-]{0,64}$"),
            "antwoorden": {"type": "object"},
            "stand": {"type": "object"},
            "bewaard_op": _text(_MOMENT),
        },
        ("soort", "antwoorden"),
        allOf=typed,
    )


def expected_words(validator: str, value: object) -> str:
    """Return in words what a place should have held, from the rule of the schema that it broke."""
    if validator == "type":
        wanted = value if isinstance(value, list) else [value]
        return _("hier hoort {soort} te staan").format(soort=_(" of ").join(_type_words(str(name)) for name in wanted))
    if validator in ("enum", "const"):
        known = [str(item) for item in (value if isinstance(value, list) else [value]) if item not in ("", None)]
        return _("kies uit: {namen}").format(namen=", ".join(known))
    if validator == "pattern":
        return _pattern_words(str(value))
    return _("dit past hier niet")


def _type_words(name: str) -> str:
    return {
        "string": _("tekst"),
        "object": _("een object tussen accolades"),
        "array": _("een lijst"),
        "integer": _("een heel getal"),
        "boolean": _("true of false"),
        "null": "null",
    }[name]


def _pattern_words(pattern: str) -> str:
    if pattern.startswith(DAY) or pattern == DAY:
        return _("dit is geen datum, schrijf bijvoorbeeld 2026-11-21")
    if pattern == _DECIMAL:
        return _("dit is geen getal, schrijf bijvoorbeeld '7.5'")
    if "T[0-9]" in pattern:
        return _("dit is geen datum met tijd, schrijf bijvoorbeeld 2026-11-21T10:30")
    if pattern == _FILE:
        return _("schrijf de map en de naam, zoals bijlagen/<sha256>.pdf")
    if pattern == _SHA:
        return _("dit is geen SHA-256")
    return _("dit is niet zo geschreven als het hoort")
