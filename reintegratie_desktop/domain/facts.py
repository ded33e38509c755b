"""The facts of an employee's absence that the clock needs, read strictly and checked against each other."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from reintegratie_desktop.domain.facts_checks import (
    check_after_start,
    check_employment,
    check_leave,
    check_leave_beside,
    check_periods,
)
from reintegratie_desktop.domain.reading import Node, refuse
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.declaring import dataclass, field
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

VANGNET_4_DAGEN: Final = "4_dagen"
VANGNET_6_WEKEN: Final = "6_weken"

ERD_ZW: Final = "zw"
ERD_WGA: Final = "wga"
ERD_BOTH: Final = "zw_en_wga"

UWV_STEPS: Final = (
    "uwv_42e_week",
    "riv_aan_werknemer",
    "wia_aanvraag",
    "einde_loondoorbetaling",
    "wia_eerste_dag",
    "einde_loonsanctie",
)
"""The dates that a letter from UWV can set."""


@dataclass(frozen=True, order=True)
class SickPeriod:
    """A sick report. `hersteld_per` is the first fully fit day, None while the employee is ill."""

    ziek_vanaf: date
    hersteld_per: date | None = None


@dataclass(frozen=True, order=True)
class Leave:
    """Zwangerschaps- or bevallingsverlof; both days belong to it.

    `zelfde_geval` is the bedrijfsarts' yes or no: is illness after the leave the same case as before it? The cause is
    never asked. Without an answer it is the same case, which gives the earlier dates.
    """

    van: date
    tot_en_met: date
    zelfde_geval: bool | None = None


@dataclass(frozen=True, order=True)
class Advice:
    """An advice of the bedrijfsarts: only whether it asks for a plan van aanpak, never why.

    `mogelijkheden`: it sees work that can be done. `langdurig`: it expects absence to last. Without one of these there
    is nothing to plan yet (Regeling procesgang art. 4 lid 1).
    """

    op: date
    mogelijkheden: bool = True
    langdurig: bool = True

    @property
    def vraagt_plan(self) -> bool:
        """Tell whether this advice asks for a plan."""
        return self.mogelijkheden and self.langdurig


@dataclass(frozen=True)
class Done:
    """The days on which steps were done; the names are the ids of the steps."""

    ziekmelding_arbodienst: date | None = None
    probleemanalyse: date | None = None
    plan_van_aanpak: date | None = None
    evaluaties: tuple[date, ...] = ()
    uwv_42e_week: date | None = None
    eerstejaarsevaluatie: date | None = None
    spoor2_start: date | None = None
    actueel_oordeel: date | None = None
    eindevaluatie: date | None = None
    riv_aan_werknemer: date | None = None
    wia_aanvraag: date | None = None
    vervroegde_iva: date | None = None
    vangnet_melding: date | None = None
    ziek_uit_dienst_melding: date | None = None


DONE_STEPS: Final = tuple(step for step in Done.__match_args__ if step != "evaluaties")
"""The steps that are done once, in the order of the law."""

_MAY_BE_EARLIER: Final = ("ziekmelding_arbodienst", "vangnet_melding")
"""A call on Saturday can be passed on that day, while the first sick day is Monday."""


@dataclass(frozen=True)
class Loonsanctie:
    """UWV decided that wage is paid longer. `reparatie_vastgesteld` is the day on which UWV found the repair.

    `besluit_op` is the day of the decision. After the wachttijd UWV cannot decide any more (WIA art. 25 lid 11).
    """

    reparatie_vastgesteld: date | None = None
    besluit_op: date | None = None


@dataclass(frozen=True)
class Extension:
    """Vrijwillige verlenging: UWV agreed to a later end of the wachttijd (WIA art. 24); the day belongs to it.

    `verkorten_gevraagd_op` is the day on which was asked to end it sooner than agreed before.
    """

    tot_en_met: date
    verkorten_gevraagd_op: date | None = None


@dataclass(frozen=True)
class CaseFacts:
    """Everything the clock knows about one employee; periods run from old to new.

    Raises:
        KnownError: the periods, the leave or a date cannot be true together; the sentence names the key and the days.
    """

    perioden: tuple[SickPeriod, ...]
    verlof: tuple[Leave, ...] = ()
    gedaan: Done = field(default_factory=Done)
    aow_gerechtigd: bool = False
    einde_dienstverband: date | None = None
    vangnet_meldtermijn: str | None = None
    loonsanctie: Loonsanctie | None = None
    termijn_ziekmelding_dagen: int | None = None
    peildatum: date | None = None
    geboortedatum: date | None = None
    vangnet_bekend_op: date | None = None
    no_risk: bool = False
    eigenrisicodrager: str | None = None
    huishoudelijk: bool = False
    """Fewer than four days a week in a private household."""
    verlenging: Extension | None = None
    uwv_datums: Mapping[str, date] = field(default_factory=dict)
    """Dates from letters of UWV, by step; they go before what the clock computes."""
    adviezen: tuple[Advice, ...] = ()
    """From old to new, the probleemanalyse first; empty when it is not known what they say."""

    def __post_init__(self) -> None:
        """Refuse facts that cannot be true together."""
        check_periods(self.perioden)
        if self.verlof:
            check_leave(self.verlof)
            check_leave_beside(self.verlof, self.perioden)
        first = self.perioden[0]
        check_after_start("einde_dienstverband", self.einde_dienstverband, first)
        check_employment(self.einde_dienstverband, self.perioden)
        check_after_start("vangnet_bekend_op", self.vangnet_bekend_op, first)
        if self.vangnet_bekend_op is not None and self.vangnet_meldtermijn is None:
            raise refuse(
                _("Er staat 'vangnet_bekend_op', maar geen 'vangnet_meldtermijn'."),
                _("Kies de termijn van de melding, of haal de datum weg."),
            )
        if self.geboortedatum is not None and self.geboortedatum >= first.ziek_vanaf:
            raise refuse(_("'geboortedatum' ligt niet voor de eerste ziektedag."), _("Kijk de twee datums na."))
        for step, day in self.uwv_datums.items():
            check_after_start(f"uwv_datums.{step}", day, first)
        for advice in self.adviezen:
            check_after_start("adviezen", advice.op, first)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "CaseFacts":
        """Read the JSON data of `feiten.schema.json`.

        Raises:
            KnownError: an unknown key, a value of the wrong kind, or facts that cannot be true together.
        """
        given = Node(data).given(_READERS, needed=("perioden",))
        read = {key: _READERS[key](node) for key, node in given.items()}
        if "instellingen" in read:
            read["termijn_ziekmelding_dagen"] = read.pop("instellingen")
        facts = cls(**read)
        if "gedaan" in read:
            _check_done(facts.gedaan, facts.perioden[0])
        return facts


def _longest_setting() -> int:
    parameter = load_law().parameters["ziekmelding_arbodienst_hoogstens"]
    longest = parameter.values[-1].value
    assert isinstance(longest, int)
    return longest


def _rules_begin() -> date:
    return load_law().parameters["wia_eerste_dag_uiterlijk"].values[0].starts_on


def _periods(node: Node) -> tuple[SickPeriod, ...]:
    return tuple(sorted((_period(item) for item in node.items()), key=lambda period: period.ziek_vanaf))


def _period(node: Node) -> SickPeriod:
    keys = node.given(("ziek_vanaf", "hersteld_per"), needed=("ziek_vanaf",))
    begins, known_from = keys["ziek_vanaf"].day(), _rules_begin()
    if begins < known_from:
        raise refuse(
            _("'{sleutel}' is {dag}, en wij kennen de regels pas vanaf {eerste}.").format(
                sleutel=keys["ziek_vanaf"].path, dag=day_numeric(begins), eerste=day_numeric(known_from)
            ),
            _("Kijk of de datum klopt. Voor een oudere zaak golden andere regels."),
        )
    return SickPeriod(begins, keys["hersteld_per"].day() if "hersteld_per" in keys else None)


def _leaves(node: Node) -> tuple[Leave, ...]:
    return tuple(sorted((_leave(item) for item in node.items()), key=lambda leave: leave.van))


def _leave(node: Node) -> Leave:
    keys = node.table(("van", "tot_en_met", "zelfde_geval"), needed=("van", "tot_en_met"))
    same = keys["zelfde_geval"]
    return Leave(keys["van"].day(), keys["tot_en_met"].day(), None if same.is_absent else same.flag(absent=True))


def _advices(node: Node) -> tuple[Advice, ...]:
    # By day only: two of one day stay in the order in which they are given.
    return tuple(sorted((_advice(item) for item in node.items()), key=lambda advice: advice.op))


def _advice(node: Node) -> Advice:
    keys = node.table(("op", "mogelijkheden", "langdurig"), needed=("op",))
    return Advice(keys["op"].day(), keys["mogelijkheden"].flag(absent=True), keys["langdurig"].flag(absent=True))


def _done(node: Node) -> Done:
    keys = node.given((*DONE_STEPS, "evaluaties"))
    talks = keys.pop("evaluaties", None)
    days = {step: done.day() for step, done in keys.items()}
    return Done(evaluaties=() if talks is None else tuple(sorted(item.day() for item in talks.items())), **days)


def _flag(node: Node) -> bool:
    return node.flag(absent=False)


def _limit(node: Node) -> str:
    return node.one_of((VANGNET_4_DAGEN, VANGNET_6_WEKEN))


def _own_risk(node: Node) -> str:
    return node.one_of((ERD_ZW, ERD_WGA, ERD_BOTH))


def _setting(node: Node) -> int | None:
    days = node.table(("termijn_ziekmelding_dagen",))["termijn_ziekmelding_dagen"]
    return None if days.is_absent else days.whole(1, _longest_setting())


def _loonsanctie(node: Node) -> Loonsanctie:
    keys = node.table(("reparatie_vastgesteld", "besluit_op"))
    return Loonsanctie(keys["reparatie_vastgesteld"].day_or_none(), keys["besluit_op"].day_or_none())


def _extension(node: Node) -> Extension:
    keys = node.table(("tot_en_met", "verkorten_gevraagd_op"), needed=("tot_en_met",))
    return Extension(keys["tot_en_met"].day(), keys["verkorten_gevraagd_op"].day_or_none())


def _letters(node: Node) -> Mapping[str, date]:
    return {step: letter.day() for step, letter in node.given(UWV_STEPS).items()}


_READERS: Final[Mapping[str, Callable[[Node], Any]]] = {
    "peildatum": Node.day,
    "perioden": _periods,
    "verlof": _leaves,
    "gedaan": _done,
    "aow_gerechtigd": _flag,
    "einde_dienstverband": Node.day,
    "vangnet_meldtermijn": _limit,
    "loonsanctie": _loonsanctie,
    "instellingen": _setting,
    "geboortedatum": Node.day,
    "vangnet_bekend_op": Node.day,
    "no_risk": _flag,
    "eigenrisicodrager": _own_risk,
    "huishoudelijk": _flag,
    "verlenging": _extension,
    "uwv_datums": _letters,
    "adviezen": _advices,
}
"""How each key is read when there is something to read; the fields of `CaseFacts` say what holds without it."""

_KEYS: Final = tuple(_READERS)


def _check_done(done: Done, first: SickPeriod) -> None:
    for step in DONE_STEPS:
        if step not in _MAY_BE_EARLIER:
            check_after_start(f"gedaan.{step}", getattr(done, step), first)
    for day in done.evaluaties:
        check_after_start("gedaan.evaluaties", day, first)
    if len(set(done.evaluaties)) < len(done.evaluaties):
        raise refuse(_("In 'gedaan.evaluaties' staat een dag twee keer."), _("Laat elke evaluatie één keer staan."))
