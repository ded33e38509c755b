"""The facts of an employee's absence that the clock needs, read strictly and checked against each other."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, Final

from reintegratie_desktop.domain.reading import Node, refuse
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.declaring import dataclass, field
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

VANGNET_4_DAGEN: Final = "4_dagen"
VANGNET_6_WEKEN: Final = "6_weken"


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
    zelfde_geval: bool = True


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
    """UWV decided that wage is paid longer. `reparatie_vastgesteld` is the day on which UWV found the repair."""

    reparatie_vastgesteld: date | None = None


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

    def __post_init__(self) -> None:
        """Refuse facts that cannot be true together."""
        _check_periods(self.perioden)
        _check_leave(self.verlof)
        _check_leave_beside(self.verlof, self.perioden)
        _check_after_start("einde_dienstverband", self.einde_dienstverband, self.perioden[0])
        _check_employment(self.einde_dienstverband, self.perioden)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "CaseFacts":
        """Read the JSON data of `feiten.schema.json`.

        Raises:
            KnownError: an unknown key, a value of the wrong kind, or facts that cannot be true together.
        """
        keys = Node(data).table(_KEYS, needed=("perioden",))
        settings = keys["instellingen"]
        days = None if settings.is_absent else settings.table(_SETTINGS)["termijn_ziekmelding_dagen"]
        limit = keys["vangnet_meldtermijn"]
        facts = cls(
            perioden=tuple(sorted((_period(item) for item in keys["perioden"].items()), key=lambda it: it.ziek_vanaf)),
            verlof=tuple(sorted(_leave(item) for item in keys["verlof"].items())),
            gedaan=_done(keys["gedaan"]),
            aow_gerechtigd=keys["aow_gerechtigd"].flag(absent=False),
            einde_dienstverband=keys["einde_dienstverband"].day_or_none(),
            vangnet_meldtermijn=None if limit.is_absent else limit.one_of((VANGNET_4_DAGEN, VANGNET_6_WEKEN)),
            loonsanctie=_loonsanctie(keys["loonsanctie"]),
            termijn_ziekmelding_dagen=None if days is None or days.is_absent else days.whole(1, _longest_setting()),
            peildatum=keys["peildatum"].day_or_none(),
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
    return Leave(keys["van"].day(), keys["tot_en_met"].day(), keys["zelfde_geval"].flag(absent=True))


def _done(node: Node) -> Done:
    if node.is_absent:
        return Done()
    keys = node.table((*DONE_STEPS, "evaluaties"))
    talks = tuple(sorted(item.day() for item in keys["evaluaties"].items()))
    return Done(evaluaties=talks, **{step: keys[step].day_or_none() for step in DONE_STEPS})


def _loonsanctie(node: Node) -> Loonsanctie | None:
    if node.is_absent:
        return None
    return Loonsanctie(node.table(("reparatie_vastgesteld",))["reparatie_vastgesteld"].day_or_none())


def _check_periods(periods: tuple[SickPeriod, ...]) -> None:
    if not periods:
        raise refuse(_("Bij 'perioden' staat geen enkele ziekmelding."), _("Zet er ten minste één met 'ziek_vanaf'."))
    for period in periods:
        if period.hersteld_per is not None and period.hersteld_per <= period.ziek_vanaf:
            raise refuse(
                _("Bij 'perioden' ligt hersteld_per {hersteld} niet na ziek_vanaf {ziek}.").format(
                    hersteld=day_numeric(period.hersteld_per), ziek=day_numeric(period.ziek_vanaf)
                ),
                _("hersteld_per is de eerste dag dat iemand weer helemaal werkt. Verbeter een van de twee."),
            )
    for earlier, later in pairwise(periods):
        if earlier.hersteld_per is None:
            raise refuse(
                _("Bij 'perioden' begint een ziekmelding op {later}, maar die van {eerder} loopt nog.").format(
                    later=day_numeric(later.ziek_vanaf), eerder=day_numeric(earlier.ziek_vanaf)
                ),
                _("Vul bij de eerste hersteld_per in, of haal de tweede weg."),
            )
        if later.ziek_vanaf < earlier.hersteld_per:
            raise refuse(
                _("Bij 'perioden' begint een ziekmelding op {later}, voor het herstel van {hersteld}.").format(
                    later=day_numeric(later.ziek_vanaf), hersteld=day_numeric(earlier.hersteld_per)
                ),
                _("Twee ziekmeldingen mogen elkaar niet overlappen. Verbeter een van de datums."),
            )


def _check_leave(leaves: Iterable[Leave]) -> None:
    previous: Leave | None = None
    for leave in leaves:
        if leave.tot_en_met < leave.van:
            raise refuse(
                _("Bij 'verlof' ligt tot_en_met {einde} voor van {begin}.").format(
                    einde=day_numeric(leave.tot_en_met), begin=day_numeric(leave.van)
                ),
                _("Wissel de twee datums om of verbeter ze."),
            )
        if previous is not None and leave.van <= previous.tot_en_met:
            raise refuse(
                _("Bij 'verlof' begint een verlof op {begin}, terwijl het vorige loopt tot en met {einde}.").format(
                    begin=day_numeric(leave.van), einde=day_numeric(previous.tot_en_met)
                ),
                _("Verbeter een van de datums, of maak er één verlof van."),
            )
        previous = leave


def _check_leave_beside(leaves: tuple[Leave, ...], periods: tuple[SickPeriod, ...]) -> None:
    """Refuse leave that has nothing to do with the illness; leave between two reports, or right beside one, has."""
    first, recovered = periods[0].ziek_vanaf, periods[-1].hersteld_per
    reach = first
    for leave in reversed(leaves):
        if leave.tot_en_met.toordinal() + 1 < reach.toordinal():
            raise refuse(
                _("Het 'verlof' van {begin} tot en met {einde} ligt voor de eerste ziektedag {eerste}.").format(
                    begin=day_numeric(leave.van), einde=day_numeric(leave.tot_en_met), eerste=day_numeric(first)
                ),
                _("Verbeter een van de datums, of haal het verlof weg."),
            )
        reach = min(reach, leave.van)
    for leave in leaves:
        if recovered is not None and leave.van > recovered:
            raise refuse(
                _("Het 'verlof' van {begin} tot en met {einde} ligt na het herstel van {hersteld}.").format(
                    begin=day_numeric(leave.van), einde=day_numeric(leave.tot_en_met), hersteld=day_numeric(recovered)
                ),
                _("Verbeter een van de datums, of haal het verlof weg."),
            )
        if recovered is not None:
            recovered = max(recovered, date.fromordinal(leave.tot_en_met.toordinal() + 1))


def _check_after_start(key: str, day: date | None, first: SickPeriod) -> None:
    if day is not None and day < first.ziek_vanaf:
        raise refuse(
            _("'{sleutel}' is {dag}, en dat is voor de eerste ziektedag {eerste}.").format(
                sleutel=key, dag=day_numeric(day), eerste=day_numeric(first.ziek_vanaf)
            ),
            _("Verbeter een van de twee datums."),
        )


def _check_done(done: Done, first: SickPeriod) -> None:
    for step in DONE_STEPS:
        if step not in _MAY_BE_EARLIER:
            _check_after_start(f"gedaan.{step}", getattr(done, step), first)
    for day in done.evaluaties:
        _check_after_start("gedaan.evaluaties", day, first)
    if len(set(done.evaluaties)) < len(done.evaluaties):
        raise refuse(_("In 'gedaan.evaluaties' staat een dag twee keer."), _("Laat elke evaluatie één keer staan."))


def _check_employment(end: date | None, periods: tuple[SickPeriod, ...]) -> None:
    if end is not None and periods[-1].ziek_vanaf > end:
        raise refuse(
            _("De ziekmelding van {dag} in 'perioden' begint na 'einde_dienstverband' {einde}.").format(
                dag=day_numeric(periods[-1].ziek_vanaf), einde=day_numeric(end)
            ),
            _("Na het einde van het dienstverband is er geen ziekmelding bij jou. Verbeter een van de twee datums."),
        )
