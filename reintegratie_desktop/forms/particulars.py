"""What the particulars of a case add to the facts of the clock, and where the clock says that they cannot be true.

The form `bijzonderheden` asks them. Its answers are put one by one into the JSON data of `feiten.schema.json`; what
the clock refuses is left out, with the sentence and the place in the form.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any, Final

from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts, Leave
from reintegratie_desktop.forms.context import Answers, as_day
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import N_, _

FORM: Final = "bijzonderheden"
PLAYS: Final = "speelt"
"""The question which situations play a part; the others are asked for what was chosen."""

LEAVE: Final = "verlof"
VANGNET: Final = "vangnet"
NO_RISK: Final = "no_risk"
LEAVING: Final = "contract_eindigt"
AOW: Final = "aow"
HOUSEHOLD: Final = "huishoudelijk"
OWN_RISK: Final = "eigenrisicodrager"
ARBO_TERM: Final = "termijn_arbodienst"
IVA: Final = "iva"
EXTENSION: Final = "verlenging"
SANCTION: Final = "loonsanctie"
LETTERS: Final = "uwv_brief"

VANGNET_FIELDS: Final = ("vangnet_meldtermijn", "vangnet_bekend_op")
"""What is wiped once the vangnet was reported."""
SAME_CASE: Final = {"ja": True, "nee": False}
LETTER_STEPS: Final = (
    "uwv_42e_week",
    "riv_aan_werknemer",
    "wia_aanvraag",
    "einde_loondoorbetaling",
    "wia_eerste_dag",
)
"""The dates that a letter of UWV can set besides the end of a loonsanctie; `uwv_` before it is the field."""

_WORDS: Final = {
    "perioden": N_("de ziekmeldingen"),
    "ziek_vanaf": N_("de eerste ziektedag"),
    "hersteld_per": N_("de eerste dag van herstel"),
    "verlof": N_("verlof"),
    "verlenging": N_("verlenging"),
    "loonsanctie": N_("loonsanctie"),
    "loonsanctie.besluit_op": N_("Dag van het besluit"),
    "loonsanctie.reparatie_vastgesteld": N_("Dag waarop UWV het in orde vond"),
    "einde_dienstverband": N_("Laatste dag van het dienstverband"),
    "geboortedatum": N_("Geboortedatum"),
    "vangnet_bekend_op": N_("Bekend sinds"),
    "vangnet_meldtermijn": N_("Meldtermijn"),
    "gedaan.vervroegde_iva": N_("Vervroegde IVA aangevraagd op"),
    "instellingen.termijn_ziekmelding_dagen": N_("Binnen hoeveel dagen"),
    "uwv_datums": N_("Brieven van UWV"),
    "uwv_datums.uwv_42e_week": N_("Melding na 42 weken, volgens UWV"),
    "uwv_datums.riv_aan_werknemer": N_("Re-integratieverslag klaar, volgens UWV"),
    "uwv_datums.wia_aanvraag": N_("WIA aanvragen, volgens UWV"),
    "uwv_datums.einde_loondoorbetaling": N_("Laatste dag van het loon, volgens UWV"),
    "uwv_datums.wia_eerste_dag": N_("Eerste dag waarop WIA kan ingaan, volgens UWV"),
    "uwv_datums.einde_loonsanctie": N_("Laatste dag van de loonsanctie, volgens UWV"),
}
"""What the keys of the facts are called in the form. A test holds them against its labels."""

_KEY: Final = re.compile(r"'([a-z0-9_.]+)'")
_Facts = dict[str, Any]
_Put = Callable[[_Facts], None]


@dataclass(frozen=True)
class Refusal:
    """One answer that the clock cannot believe. `place` is a field, or a row and column of the leave."""

    place: str
    error: KnownError

    @property
    def sentence(self) -> str:
        """Return what is wrong and what to do, with the names of the form; translated."""
        return _KEY.sub(_named, str(self.error))


def _named(found: re.Match[str]) -> str:
    words = _WORDS.get(found[1])
    return found[0] if words is None else f"‘{_(words)}’"


def with_particulars(base: Mapping[str, Any], answers: Answers, today: date) -> tuple[_Facts, tuple[Refusal, ...]]:
    """Return the facts with what the form adds, and what was left out because it cannot be true.

    `base` is the JSON data of the facts as the papers give them, which the clock accepts.
    """
    pieces = list(_pieces(answers))
    whole = deepcopy(dict(base))
    for _place, put in pieces:
        put(whole)
    if not pieces or _error(whole, today) is None:
        return whole, ()
    facts, refused = deepcopy(dict(base)), []
    for place, put in pieces:
        tried = deepcopy(facts)
        put(tried)
        error = _error(tried, today)
        if error is None:
            facts = tried
        else:
            refused.append(Refusal(place, error))
    return facts, tuple(refused)


def refusals(
    base: Mapping[str, Any], answers: Answers, today: date, others: Sequence[Mapping[str, Any]] = ()
) -> tuple[Refusal, ...]:
    """Return what cannot be true, also not beside the other periods of the employee.

    `others` are periods as `{"van": ISO, "hersteld_per": ISO or None}`: leave between two reports belongs to both.
    """
    refused = with_particulars(base, answers, today)[1]
    periods = list(base.get("perioden", ()))
    known = {period["ziek_vanaf"] for period in periods}
    more = [
        {"ziek_vanaf": other["van"], "hersteld_per": other["hersteld_per"]}
        for other in others
        if other["van"] not in known
    ]
    if not refused or not more:
        return refused
    wide = {**base, "perioden": [*periods, *more]}
    also = {refusal.place for refusal in with_particulars(wide, answers, today)[1]}
    return tuple(refusal for refusal in refused if refusal.place in also)


def _error(facts: Mapping[str, Any], today: date) -> KnownError | None:
    try:
        case_clocks(CaseFacts.from_dict(facts), today)
    except KnownError as error:
        return error
    return None


def _pieces(answers: Answers) -> Iterator[tuple[str, _Put]]:
    """Yield each answer that the clock takes, with its place; what another one leans on comes first."""
    plays = answers.get(PLAYS)
    chosen = plays if isinstance(plays, list) else []
    for key, make in _MAKERS.items():
        if key in chosen:
            yield from make(answers)


def _leave(answers: Answers) -> Iterator[tuple[str, _Put]]:
    for index, leave in leaves_of(answers):
        put = {"van": leave.van.isoformat(), "tot_en_met": leave.tot_en_met.isoformat()}
        yield f"verlof[{index}].van", _append("verlof", {**put, "zelfde_geval": leave.zelfde_geval})


def leaves_of(answers: Answers) -> Iterator[tuple[int, Leave]]:
    """Yield the leave with both days, each with its row; nothing when leave plays no part."""
    plays, rows = answers.get(PLAYS), answers.get("verlof")
    if not isinstance(plays, list) or LEAVE not in plays or not isinstance(rows, list):
        return
    for index, row in enumerate(rows):
        if isinstance(row, dict):
            begins, ends = as_day(row.get("van")), as_day(row.get("tot_en_met"))
            if begins is not None and ends is not None:
                yield index, Leave(begins, ends, SAME_CASE.get(str(row.get("zelfde_geval"))))


def merged(kept: Sequence[Answers]) -> dict[str, Any]:
    """Return the answers of cases that are one, oldest first, as the answers of one: a later one goes before."""
    whole: dict[str, Any] = {}
    plays: dict[str, None] = {}
    rows: list[Any] = []
    for answers in kept:
        whole.update(answers)
        plays.update(dict.fromkeys(answers.get(PLAYS) or ()))
        rows.extend(row for row in answers.get("verlof") or () if row not in rows)
    return {**whole, PLAYS: list(plays), "verlof": rows}


def _vangnet(answers: Answers) -> Iterator[tuple[str, _Put]]:
    if answers.get("vangnet_meldtermijn") in ("4_dagen", "6_weken"):
        yield "vangnet_meldtermijn", _put("vangnet_meldtermijn", answers["vangnet_meldtermijn"])
        yield from _dated(answers, "vangnet_bekend_op", "vangnet_bekend_op")


def _no_risk(_answers: Answers) -> Iterator[tuple[str, _Put]]:
    yield PLAYS, _put("no_risk", True)


def _leaving(answers: Answers) -> Iterator[tuple[str, _Put]]:
    yield from _dated(answers, "einde_dienstverband", "einde_dienstverband")


def _aow(_answers: Answers) -> Iterator[tuple[str, _Put]]:
    # A date of birth says it better: then this is not asked, and a tick from before counts no more.
    yield PLAYS, lambda facts: facts.update(aow_gerechtigd=not facts.get("geboortedatum"))


def _household(_answers: Answers) -> Iterator[tuple[str, _Put]]:
    yield PLAYS, _put("huishoudelijk", True)


def _own_risk(answers: Answers) -> Iterator[tuple[str, _Put]]:
    if answers.get("eigenrisicodrager") in ("zw", "wga", "zw_en_wga"):
        yield "eigenrisicodrager", _put("eigenrisicodrager", answers["eigenrisicodrager"])


def _arbo_term(answers: Answers) -> Iterator[tuple[str, _Put]]:
    days = answers.get("termijn_ziekmelding_dagen")
    if isinstance(days, str) and days.isdecimal() and days.isascii():
        yield "termijn_ziekmelding_dagen", _put_in("instellingen", "termijn_ziekmelding_dagen", int(days))


def _iva(answers: Answers) -> Iterator[tuple[str, _Put]]:
    yield from _dated(answers, "vervroegde_iva", "vervroegde_iva", within="gedaan")


def _extension(answers: Answers) -> Iterator[tuple[str, _Put]]:
    ends = _day(answers, "verlenging_tot_en_met")
    if ends is not None:
        # Together: a request to make it shorter allows an end that is too early without it.
        asked = _day(answers, "verkorten_gevraagd_op")
        yield "verlenging_tot_en_met", _put("verlenging", {"tot_en_met": ends, "verkorten_gevraagd_op": asked})


def _sanction(answers: Answers) -> Iterator[tuple[str, _Put]]:
    yield PLAYS, _put("loonsanctie", {})
    for field, table, key in (
        ("loonsanctie_besluit_op", "loonsanctie", "besluit_op"),
        ("loonsanctie_reparatie", "loonsanctie", "reparatie_vastgesteld"),
        ("uwv_einde_loonsanctie", "uwv_datums", "einde_loonsanctie"),
    ):
        for place, put in _dated(answers, field, key, within=table):
            yield place, _if_sanctioned(put)


def _letters(answers: Answers) -> Iterator[tuple[str, _Put]]:
    # The end of the wachttijd first: the other dates are held against it.
    for step in reversed(LETTER_STEPS):
        yield from _dated(answers, f"uwv_{step.removeprefix('uwv_')}", step, within="uwv_datums")


_MAKERS: Final[Mapping[str, Callable[[Answers], Iterator[tuple[str, _Put]]]]] = {
    LEAVE: _leave,
    VANGNET: _vangnet,
    NO_RISK: _no_risk,
    LEAVING: _leaving,
    AOW: _aow,
    HOUSEHOLD: _household,
    OWN_RISK: _own_risk,
    ARBO_TERM: _arbo_term,
    IVA: _iva,
    EXTENSION: _extension,
    LETTERS: _letters,
    SANCTION: _sanction,
}
"""What each situation adds. A loonsanctie comes last: its end is held against the letters."""


def _day(answers: Mapping[str, Any], key: str) -> str | None:
    day = as_day(answers.get(key))
    return None if day is None else day.isoformat()


def _dated(answers: Answers, field: str, key: str, *, within: str = "") -> Iterator[tuple[str, _Put]]:
    day = _day(answers, field)
    if day is not None:
        yield field, _put_in(within, key, day) if within else _put(key, day)


def _put(key: str, value: object) -> _Put:
    return lambda facts: facts.update({key: deepcopy(value)})


def _if_sanctioned(put: _Put) -> _Put:
    """Leave out what belongs to a loonsanctie that was itself refused: one sentence about it is enough."""
    return lambda facts: put(facts) if facts.get("loonsanctie") is not None else None


def _put_in(table: str, key: str, value: object) -> _Put:
    return lambda facts: facts.update({table: {**(facts.get(table) or {}), key: value}})


def _append(key: str, value: object) -> _Put:
    return lambda facts: facts.update({key: [*(facts.get(key) or []), value]})
