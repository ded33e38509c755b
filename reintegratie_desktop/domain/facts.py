"""The facts of an employee's absence that the clock needs, read strictly and checked against each other."""

from collections.abc import Mapping
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

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "CaseFacts":
        """Read the JSON data of `feiten.schema.json`.

        Raises:
            KnownError: an unknown key, a value of the wrong kind, or facts that cannot be true together.
        """
        keys = Node(data).table(_KEYS, needed=("perioden",))
        settings = keys["instellingen"]
        days = None if settings.is_absent else settings.table(_SETTINGS)["termijn_ziekmelding_dagen"]
        limit, own_risk = keys["vangnet_meldtermijn"], keys["eigenrisicodrager"]
        facts = cls(
            perioden=tuple(sorted((_period(item) for item in keys["perioden"].items()), key=lambda it: it.ziek_vanaf)),
            verlof=tuple(sorted((_leave(item) for item in keys["verlof"].items()), key=lambda leave: leave.van)),
            gedaan=_done(keys["gedaan"]),
            aow_gerechtigd=keys["aow_gerechtigd"].flag(absent=False),
            einde_dienstverband=keys["einde_dienstverband"].day_or_none(),
            vangnet_meldtermijn=None if limit.is_absent else limit.one_of((VANGNET_4_DAGEN, VANGNET_6_WEKEN)),
            loonsanctie=_loonsanctie(keys["loonsanctie"]),
            termijn_ziekmelding_dagen=None if days is None or days.is_absent else days.whole(1, _longest_setting()),
            peildatum=keys["peildatum"].day_or_none(),
            geboortedatum=keys["geboortedatum"].day_or_none(),
            vangnet_bekend_op=keys["vangnet_bekend_op"].day_or_none(),
            no_risk=keys["no_risk"].flag(absent=False),
            eigenrisicodrager=None if own_risk.is_absent else own_risk.one_of((ERD_ZW, ERD_WGA, ERD_BOTH)),
            huishoudelijk=keys["huishoudelijk"].flag(absent=False),
            verlenging=_extension(keys["verlenging"]),
            uwv_datums=_letters(keys["uwv_datums"]),
        )
        _check_done(facts.gedaan, facts.perioden[0])
        return facts


_KEYS: Final = (
    "peildatum",
    "perioden",
    "verlof",
    "gedaan",
    "aow_gerechtigd",
    "einde_dienstverband",
    "vangnet_meldtermijn",
    "loonsanctie",
    "instellingen",
    "geboortedatum",
    "vangnet_bekend_op",
    "no_risk",
    "eigenrisicodrager",
    "huishoudelijk",
    "verlenging",
    "uwv_datums",
)
_SETTINGS: Final = ("termijn_ziekmelding_dagen",)


def _longest_setting() -> int:
    parameter = load_law().parameters["ziekmelding_arbodienst_hoogstens"]
    longest = parameter.values[-1].value
    assert isinstance(longest, int)
    return longest


def _rules_begin() -> date:
    return load_law().parameters["wia_eerste_dag_uiterlijk"].values[0].starts_on


def _period(node: Node) -> SickPeriod:
    keys = node.table(("ziek_vanaf", "hersteld_per"), needed=("ziek_vanaf",))
    begins, known_from = keys["ziek_vanaf"].day(), _rules_begin()
    if begins < known_from:
        raise refuse(
            _("'{sleutel}' is {dag}, en wij kennen de regels pas vanaf {eerste}.").format(
                sleutel=keys["ziek_vanaf"].path, dag=day_numeric(begins), eerste=day_numeric(known_from)
            ),
            _("Kijk of de datum klopt. Voor een oudere zaak golden andere regels."),
        )
    return SickPeriod(begins, keys["hersteld_per"].day_or_none())


def _leave(node: Node) -> Leave:
    keys = node.table(("van", "tot_en_met", "zelfde_geval"), needed=("van", "tot_en_met"))
    same = keys["zelfde_geval"]
    return Leave(keys["van"].day(), keys["tot_en_met"].day(), None if same.is_absent else same.flag(absent=True))


def _done(node: Node) -> Done:
    if node.is_absent:
        return Done()
    keys = node.table((*DONE_STEPS, "evaluaties"))
    talks = tuple(sorted(item.day() for item in keys["evaluaties"].items()))
    return Done(evaluaties=talks, **{step: keys[step].day_or_none() for step in DONE_STEPS})


def _loonsanctie(node: Node) -> Loonsanctie | None:
    if node.is_absent:
        return None
    keys = node.table(("reparatie_vastgesteld", "besluit_op"))
    return Loonsanctie(keys["reparatie_vastgesteld"].day_or_none(), keys["besluit_op"].day_or_none())


def _extension(node: Node) -> Extension | None:
    if node.is_absent:
        return None
    keys = node.table(("tot_en_met", "verkorten_gevraagd_op"), needed=("tot_en_met",))
    return Extension(keys["tot_en_met"].day(), keys["verkorten_gevraagd_op"].day_or_none())


def _letters(node: Node) -> Mapping[str, date]:
    if node.is_absent:
        return {}
    keys = node.table(UWV_STEPS)
    return {step: letter.day() for step, letter in keys.items() if not letter.is_absent}


def _check_done(done: Done, first: SickPeriod) -> None:
    for step in DONE_STEPS:
        if step not in _MAY_BE_EARLIER:
            check_after_start(f"gedaan.{step}", getattr(done, step), first)
    for day in done.evaluaties:
        check_after_start("gedaan.evaluaties", day, first)
    if len(set(done.evaluaties)) < len(done.evaluaties):
        raise refuse(_("In 'gedaan.evaluaties' staat een dag twee keer."), _("Laat elke evaluatie één keer staan."))
