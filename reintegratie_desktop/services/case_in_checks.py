"""Looks through a case from outside before anything of it is kept. The first fault is said with its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms.context import is_filled
from reintegratie_desktop.forms.fields import Attachment, Reference, Table
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.services import incoming
from reintegratie_desktop.services.case_schema import answers_schema, expected_words, schema
from reintegratie_desktop.store.plain import as_json, sha256_hex
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

Data = Mapping[str, Any]
_LONGEST_KEY: Final = 40
_DATES: Final = ("dag", "gedaan_op", "gemaakt_op", "hersteld_per", "eerste_ziektedag")
_MOMENTS: Final = ("vastgesteld_op", "genoteerd_op", "bewaard_op")


def refusal(place: str, what: str, next_step: str = "") -> KnownError:
    """Return the refusal of a case, with the place in the file where it goes wrong."""
    return KnownError(
        f"{place}: {what}." if place else f"{what[:1].upper()}{what[1:]}.",
        next_step or _("Er is niets veranderd. Verbeter het bestand en probeer het opnieuw."),
        code="dossier_invoer",
    )


@dataclass(frozen=True)
class Checked:
    """A case that may come in, and its attached files by SHA-256."""

    data: Data
    files: Mapping[str, bytes]


def check(data: Data, folder: Path) -> Checked:
    """Refuse a case that is not as the schema says, holds something impossible, or misses a file.

    Raises:
        KnownError: the first fault, with its place. Nothing was changed.
    """
    for error in _first_faults(_whole(), data):
        raise refusal(*error)
    _check_days(data, "")
    _check_form(flow_of("werknemer"), data["werknemer"], "werknemer")
    for key, answers in data.get("gegevens", {}).items():
        _check_form(flow_of(key), answers, f"gegevens.{key}")
    _check_case(data)
    files = _files(data, folder)
    _check_papers(data, files)
    _check_links(data)
    return Checked(data, files)


@cache
def _whole() -> Draft202012Validator:
    return Draft202012Validator(schema())


@cache
def _of_form(key: str) -> Draft202012Validator:
    return Draft202012Validator(answers_schema(flow_of(key)))


def _first_faults(validator: Draft202012Validator, data: object, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield the place and the words of the deepest fault: the one nearest to what somebody typed."""
    faults = sorted(
        validator.iter_errors(data), key=lambda error: (-len(error.absolute_path), str(error.absolute_path))
    )
    for error in faults[:1]:
        yield _in_words(error, before)


def _in_words(error: ValidationError, before: str) -> tuple[str, str]:
    place = _place(error.absolute_path, before)
    rule: Any = error.validator_value
    instance: Any = error.instance
    if error.validator == "additionalProperties":
        around: Any = error.schema
        wrong = next(key for key in instance if key not in around.get("properties", {}))
        return _join(place, _short(wrong)), _("deze sleutel kennen we niet")
    if error.validator in ("required", "dependentRequired"):
        lists = [rule] if error.validator == "required" else rule.values()
        missing = next(key for keys in lists for key in keys if key not in instance)
        return place, _("hier ontbreekt '{sleutel}'").format(sleutel=missing)
    if "propertyNames" in error.absolute_schema_path:
        return _join(place, _short(str(instance))), _("deze sleutel kennen we niet")
    if error.validator == "maxLength":
        return place, _("dit is te lang, er passen {aantal} tekens").format(aantal=rule)
    return place, expected_words(str(error.validator), rule)


def _short(key: str) -> str:
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _place(path: Iterable[str | int], before: str) -> str:
    place = before
    for part in path:
        place = f"{place}[{part}]" if isinstance(part, int) else _join(place, part)
    return place


# --- dates ----------------------------------------------------------------------------------------------------------


def _check_days(value: object, place: str) -> None:
    """Refuse the thirtieth of February, which has the right shape and is no day."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            _check_days(item, f"{place}[{index}]")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            inside = _join(place, key)
            if key in ("antwoorden", "momentopname", "gegevens", "werknemer", "overig", "stand"):
                continue
            if isinstance(item, str) and (key in (*_DATES, *_MOMENTS) or place.endswith(".gedaan")):
                _check_day(item, inside)
            _check_days(item, inside)


def _check_day(text: str, place: str) -> None:
    try:
        datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError as error:
        raise refusal(place, _("deze datum bestaat niet")) from error


def _check_case(data: Data) -> None:
    case = data["dossier"]
    first, fit = case["eerste_ziektedag"], case.get("hersteld_per")
    if fit and fit <= first:
        raise refusal("dossier.hersteld_per", _("de eerste dag hersteld ligt na de eerste ziektedag"))
    if fit and case.get("status", "hersteld") == "open":
        raise refusal("dossier.status", _("een dossier met een hersteldag is niet open"))


# --- answers --------------------------------------------------------------------------------------------------------


def _check_form(flow: Flow, answers: Data, place: str) -> None:
    """Refuse an answer that its question would refuse, also when nobody asks it in this case."""
    for error in _first_faults(_of_form(flow.key), answers, place):
        raise refusal(*error)
    for field in flow.fields:
        for where, sentence in field.problems(answers.get(field.key)):
            raise refusal(f"{place}.{field.key}{where}", sentence.rstrip("."))


def _check_papers(data: Data, files: Mapping[str, bytes]) -> None:
    counted: dict[tuple[str, str], int] = {}
    for index, paper in enumerate(data.get("papieren", [])):
        place = f"papieren[{index}]"
        flow = flow_of(paper["soort"])
        _check_slot(flow, paper, place)
        if "momentopname" in paper:
            _check_frozen(flow, paper, place)
            logo = paper["momentopname"].get("logo")
            if logo and logo not in files:
                raise refusal(f"{place}.momentopname.logo", _("deze bijlage staat niet in bijlagen"))
        else:
            _check_form(flow, paper["antwoorden"], f"{place}.antwoorden")
            _check_same_first_day(data, paper, place)
        which = (flow.key, paper.get("plaats") or (str(index) if flow.repeatable else ""))  # else a talk of its own
        version = counted[which] = counted.get(which, 0) + 1
        if paper.get("versie", version) != version:
            raise refusal(
                f"{place}.versie", _("hier hoort versie {nr} te staan, er mag geen versie ontbreken").format(nr=version)
            )
        _check_attached(flow, paper["antwoorden"], files, f"{place}.antwoorden")
        _check_events(paper, place)
    for index, draft in enumerate(data.get("concepten", [])):
        _check_slot(flow_of(draft["soort"]), draft, f"concepten[{index}]")
        _check_attached(flow_of(draft["soort"]), draft["antwoorden"], files, f"concepten[{index}].antwoorden")


def _check_slot(flow: Flow, item: Data, place: str) -> None:
    if item.get("plaats") and not flow.repeatable:
        raise refusal(f"{place}.plaats", _("van dit papier is er maar één, laat de plaats weg"))


def _check_events(paper: Data, place: str) -> None:
    for number, event in enumerate(paper.get("gebeurtenissen", [])):
        if event["soort"] == "later" and not {"veld", "antwoord"} <= event.get("gegevens", {}).keys():
            raise refusal(f"{place}.gebeurtenissen[{number}].gegevens", _("hier ontbreekt 'veld' of 'antwoord'"))


def _check_same_first_day(data: Data, paper: Data, place: str) -> None:
    said = paper["antwoorden"].get("eerste_ziektedag") if paper["soort"] == "ziekmelding" else None
    if is_filled(said) and said != data["dossier"]["eerste_ziektedag"]:
        raise refusal(f"{place}.antwoorden.eerste_ziektedag", _("dit is een andere dag dan dossier.eerste_ziektedag"))


def _check_frozen(flow: Flow, paper: Data, place: str) -> None:
    """Refuse a paper that is not what was frozen; where that can be said, with the answer that is wrong."""
    if sha256_hex(as_json(paper["antwoorden"])) != paper["antwoorden_sha256"]:
        _check_form(flow, paper["antwoorden"], f"{place}.antwoorden")
        raise refusal(f"{place}.antwoorden", _("dit is niet meer wat er is vastgesteld"), _freeze_anew())
    if sha256_hex(as_json(paper["momentopname"])) != paper["momentopname_sha256"]:
        raise refusal(f"{place}.momentopname", _("dit is niet meer wat er is vastgesteld"), _freeze_anew())
    try:
        snapshot = FormSnapshot.from_dict(paper["momentopname"])
        same = FormSnapshot.from_dict(snapshot.to_dict()) == snapshot
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise refusal(f"{place}.momentopname", _("dit is geen vastgesteld papier")) from error
    if not same or snapshot.form != paper["soort"] or snapshot.version != paper["versie"] or snapshot.draft:
        raise refusal(f"{place}.momentopname", _("dit hoort niet bij dit papier"))


def _freeze_anew() -> str:
    return _("Er is niets veranderd. Haal de momentopname weg, dan stelt het programma het papier opnieuw vast.")


def _check_attached(flow: Flow, answers: Data, files: Mapping[str, bytes], place: str) -> None:
    for field in flow.fields:
        if isinstance(field, Attachment):
            _has_file(answers.get(field.key), files, f"{place}.{field.key}")
        elif isinstance(field, Table) and isinstance(answers.get(field.key), list):
            inside = [column.key for column in field.columns if isinstance(column, Attachment)]
            for index, row in enumerate(answers[field.key]):
                for key in inside:
                    _has_file(row.get(key), files, f"{place}.{field.key}[{index}].{key}")
        elif isinstance(field, Reference) and not isinstance(answers.get(field.key), Mapping | str | type(None)):
            raise refusal(f"{place}.{field.key}", _("hier hoort een verwijzing naar een papier te staan"))


def _has_file(answer: object, files: Mapping[str, bytes], place: str) -> None:
    if isinstance(answer, Mapping) and answer.get("sha256") not in files:
        raise refusal(place, _("deze bijlage staat niet in bijlagen"))


# --- files and links ------------------------------------------------------------------------------------------------


def _files(data: Data, folder: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for index, item in enumerate(data.get("bijlagen", [])):
        place = f"bijlagen[{index}]"
        if item["bestand"].split("/")[-1].split(".")[0] != item["sha256"]:
            raise refusal(f"{place}.bestand", _("de naam van het bestand is niet de sha256 die erbij staat"))
        if item["sha256"] in found:
            continue
        path = folder / item["bestand"]
        try:
            if path.stat().st_size > incoming.LARGEST_READ:
                raise refusal(f"{place}.bestand", _("dit bestand is te groot"))
            content = path.read_bytes()
        except OSError as error:
            raise refusal(f"{place}.bestand", _("dit bestand is er niet, of we mogen het niet lezen")) from error
        if sha256_hex(content) != item["sha256"]:
            raise refusal(f"{place}.sha256", _("het bestand is niet wat hier staat, het is veranderd of beschadigd"))
        try:
            incoming.look_at(content, item["naam"])  # what it makes smaller is for a new file; this one stays as it is
        except KnownError as error:
            raise refusal(f"{place}.bestand", error.message.rstrip("."), error.next_step) from error
        found[item["sha256"]] = content
    return found


def _check_links(data: Data) -> None:
    papers, lines = len(data.get("papieren", [])), data.get("logboek", [])
    for index, item in enumerate(data.get("bijlagen", [])):
        if isinstance(item["bij"], int) and item["bij"] >= papers:
            raise refusal(f"bijlagen[{index}].bij", _("dit papier staat niet in papieren"))
        if isinstance(item["bij"], int) and not flow_of(data["papieren"][item["bij"]]["soort"]).takes_files:
            raise refusal(f"bijlagen[{index}].bij", _("bij dit papier hoort geen bestand"))
    for index, line in enumerate(lines):
        if (line.get("papier") or 0) >= max(papers, 1) or (line.get("papier") is not None and papers == 0):
            raise refusal(f"logboek[{index}].papier", _("dit papier staat niet in papieren"))
        if line.get("verbetert") is not None and line["verbetert"] >= index:
            raise refusal(f"logboek[{index}].verbetert", _("een regel kan alleen een eerdere regel verbeteren"))
