"""Filling pages from top to bottom: what is read together stays together, and what fits nowhere is cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from reintegratie_desktop.documents.blocks import Drawn, Whole
from reintegratie_desktop.documents.styles import BOTTOM, TOP_FIRST, TOP_LATER
from reintegratie_desktop.documents.surface import Surface


@dataclass
class Placed:
    """A block on a page."""

    block: Drawn
    top: float


class Chain(Whole):
    """Blocks that are read together: on one page when they fit on one."""

    def __init__(self, blocks: list[Drawn]) -> None:
        self.blocks = blocks
        self.space_before = blocks[0].space_before
        self.height = blocks[0].height + sum(block.space_before + block.height for block in blocks[1:])

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw them under each other."""
        for index, block in enumerate(self.blocks):
            if index:
                top += block.space_before
            block.draw(surface, top, first_on_page=first_on_page and not index)
            top += block.height


def fill(blocks: list[Drawn], *, new_pages: Sequence[Drawn] = ()) -> list[list[Placed]]:
    """Return the pages with the blocks on them; each of `new_pages` begins one."""
    pages: list[list[Placed]] = [[]]
    y = TOP_FIRST
    queue = list(reversed(blocks))
    while queue:
        block = queue.pop()
        if pages[-1] and any(block is forced for forced in new_pages):
            pages.append([])
            y = TOP_LATER
        top = y + (block.space_before if pages[-1] else 0.0)
        room = BOTTOM - top
        chain_room = _room_for_chain(block, queue)
        if block.height <= room and chain_room <= room:
            pages[-1].append(Placed(block, top))
            y = top + block.height
            continue
        fresh = not pages[-1]
        if isinstance(block, Chain) and (fresh or block.height > BOTTOM - TOP_LATER):
            queue.extend(reversed(block.blocks))
            continue
        cut = block.split(room, forced=False) if not isinstance(block, Chain) else None
        if cut is None and fresh:
            cut = block.split(room, forced=True)
            if cut is None:
                pages[-1].append(Placed(block, top))
                y = top + block.height
                continue
        if cut is not None:
            first, rest = cut
            pages[-1].append(Placed(first, top))
            queue.append(rest)
        else:
            queue.append(block)
        pages.append([])
        y = TOP_LATER
    return [page for page in pages if page]


def _room_for_chain(block: Drawn, queue: list[Drawn]) -> float:
    """Return the room for a heading with the start of what follows it."""
    needed = block.height
    index = len(queue) - 1
    while block.stays_with_next and index >= 0:
        block = queue[index]
        needed += block.space_before + (block.height if block.stays_with_next else block.least)
        index -= 1
    full = BOTTOM - TOP_LATER
    return needed if needed <= full else 0.0
