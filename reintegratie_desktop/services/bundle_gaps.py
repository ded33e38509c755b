"""What is missing or different in a re-integratieverslag, why UWV looks at it, and whether there is a reason."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.documents.bundle_model import Gap, LaterPaper
from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.services.bundle_cover import cover_day
from reintegratie_desktop.services.bundle_found import Found, FoundPart
from reintegratie_desktop.services.bundle_parts import PARTS, part_of_point
from reintegratie_desktop.services.check_views import CheckItemView, FileCheckView
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

_NOT_HERE: Final = ("verslag", "afwijkingen", "uwv_bevestiging")
"""Points that say no more than the report itself does."""
_SIGNING: Final = "plan_getekend"
"""Said here for each paper."""
_HAS_NO_PAPER: Final = "oordeel_werknemer"
"""The employee fills in a form of UWV and sends it; what the employer keeps is only that it was done."""


def gaps_of(
    view: FileCheckView,
    parts: Sequence[FoundPart],
    told: Mapping[str, tuple[str, str]],
    on_cover: Sequence[Gap] = (),
) -> tuple[Gap, ...]:
    """Return the gaps in the order of the report; what is about the whole case stands last.

    `told` is what the cover says about parts that are not there: key to reason and what was done;
    `on_cover` is what is to be said of the cover itself, and comes first.
    """
    numbers = {part.kind.key: part.number for part in parts}
    found = [
        *_missing_papers(view, parts, told),
        *_missing_scans(view, parts, told),
        *((part.kind.key, gap) for part in parts for paper in part.papers for gap in _unsigned(paper)),
        *_points(view, numbers, {part.kind.key for part in parts if part.papers}),
    ]
    order = {kind.key: place for place, kind in enumerate(PARTS)}
    sorted_gaps = sorted(found, key=lambda pair: order.get(pair[0], len(order)))
    return (*on_cover, *(gap for _key, gap in sorted_gaps))


def older_cover(cover: FormSnapshot, later: Sequence[LaterPaper]) -> Iterator[Gap]:
    """Yield that the cover is older than papers behind it."""
    if later:
        words = _("Het voorblad is van {dag}, er zitten nieuwere papieren in: maak een nieuwe versie van het voorblad.")
        yield Gap(
            part=_("Voorblad"),
            what=words.format(dag=day_numeric(cover.made_on)),
            why=_("Wie tekent, tekent voor de stukken die er op die dag waren."),
            reason="",
            done="",
        )


def unsigned_cover(desk: "Workspace", case: Case, cover: FormSnapshot) -> Iterator[Gap]:
    """Yield who did not sign the cover; it is signed by hand after it was printed, so it keeps nothing back."""
    if cover_day(desk, case) is None:
        return
    for signature in cover.signatures:
        if signature.status == "getekend":
            continue
        refused = signature.status == "geweigerd"
        yield Gap(
            part=_("Voorblad"),
            what=(_("Niet getekend door de {rol}.") if refused else _("Nog niet getekend door de {rol}.")).format(
                rol=signature.role.lower()
            ),
            why="",
            reason="" if refused else _("Tekenen kan op dit voorblad zelf, na het afdrukken."),
            done="",
            is_settled=True,
        )


def scan_missing(paper: Found) -> str:
    """Return that what somebody else made is still to be added."""
    words = _(paper.theirs)
    return _("{stuk} zelf ontbreekt: voeg de scan toe.").format(stuk=words[:1].upper() + words[1:])


def _missing_scans(
    view: FileCheckView, parts: Sequence[FoundPart], on_cover: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, Gap]]:
    """Yield the papers about what somebody else made without that file."""
    for part in parts:
        point = next((item for item in view.items if item.rule in part.kind.points[:1]), None)
        reason, done = on_cover.get(part.kind.key, ("", ""))
        if not reason and point is not None and point.explanation is not None:
            reason, done = point.explanation.reden, _agreed(point)
        for paper in part.papers:
            if paper.needs_scan:
                title = paper.title if not paper.is_main else _(part.kind.title)
                why = _("UWV beoordeelt het stuk zelf, niet wat de werkgever eruit overnam.")
                yield (
                    part.kind.key,
                    Gap(
                        f"{_name(paper.number)}, {title}", scan_missing(paper), why, reason, done,
                        is_settled=bool(reason),
                    ),
                )  # fmt: skip


def _name(number: str) -> str:
    return _("Deel {nummer}").format(nummer=number)


def _missing_papers(
    view: FileCheckView, parts: Sequence[FoundPart], on_cover: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, Gap]]:
    """Yield the parts that belong in every report and have no paper here."""
    for part in parts:
        if not part.kind.always or part.kind.apart or part.main:
            continue
        point = next((item for item in view.items if item.rule in part.kind.points[:1]), None)
        is_elsewhere = part.is_ticked and part.kind.key == _HAS_NO_PAPER
        if point is not None and (point.stand is Stand.NIET_NODIG or is_elsewhere):
            continue
        told = point.explanation if point is not None else None
        reason, done = on_cover.get(part.kind.key, ("", ""))
        if not reason and point is not None and told is not None:
            reason, done = told.reden, _agreed(point)
        if point is not None and point.done_on is not None:
            what = _("Dit stuk zit niet in dit dossier. Volgens het dossier was het klaar op {dag}.").format(
                dag=day_numeric(point.done_on)
            )
        elif point is not None and not point.stand.asks and point.due is not None:
            what = _("Dit stuk is er nog niet. Het is nodig op {dag}.").format(dag=day_numeric(point.due))
        else:
            what = _("Dit stuk ontbreekt.")
        yield (
            part.kind.key,
            Gap(
                part=f"{_name(part.number)}, {_(part.kind.title)}",
                what=what,
                why=point.why if point is not None else "",
                reason=reason,
                done=done,
                is_settled=bool(reason),
            ),
        )


def _unsigned(paper: Found) -> Iterator[Gap]:
    """Yield what was not signed; refusing is a legal outcome, and needs no other reason than the words on the paper."""
    for role, (status, day) in paper.signing.items():
        if status == "getekend":
            continue
        refused = status == "geweigerd"
        yield Gap(
            part=f"{_name(paper.number)}, {paper.title}",
            what=(
                _("Niet getekend door de {rol}: geweigerd op {dag}.").format(
                    rol=role.lower(), dag=day_numeric(day) if day else _("een dag die niet is opgeschreven")
                )
                if refused
                else _("Nog niet getekend door de {rol}.").format(rol=role.lower())
            ),
            why="" if refused else _("De handtekeningen laten zien dat jullie het samen afspraken."),
            reason=paper.refusal if refused else "",
            done=_("De datum staat op het stuk.") if refused else "",
            is_settled=refused,
        )


def _points(view: FileCheckView, numbers: Mapping[str, str], here: "set[str]") -> Iterator[tuple[str, Gap]]:
    for item in view.items:
        if item.rule in _NOT_HERE and item.explanation is None:
            continue
        if not item.stand.asks and item.explanation is None:
            continue
        part = part_of_point(item.rule)
        kind = next((kind for kind in PARTS if kind.key == part), None)
        if kind is not None and kind.always and part not in here and item.rule == kind.points[0]:
            # The paper itself is not here: that is said already.
            continue
        if item.rule == _SIGNING and part in here:
            continue
        told = item.explanation
        where = _name(numbers[part]) if part in numbers else _("Dossier")
        yield (
            part,
            Gap(
                part=f"{where}, {item.title}",
                what=item.finding,
                why=item.why,
                reason=told.reden if told is not None else "",
                done=_done(item),
                is_settled=told is not None,
            ),
        )


def _done(item: CheckItemView) -> str:
    words = []
    if item.done_on is not None:
        words.append(_("Gedaan op {dag}.").format(dag=day_numeric(item.done_on)))
    if item.explanation is not None:
        words.append(_agreed(item))
    return " ".join(words)


def _agreed(item: CheckItemView) -> str:
    told = item.explanation
    assert told is not None
    day = day_numeric(told.datum)
    if told.beide_eens:
        return _("Reden vastgelegd op {dag}, werkgever en werknemer zijn het eens.").format(dag=day)
    return _("Reden vastgelegd op {dag}.").format(dag=day)
