"""The structure tree of a report: those of its parts under one root, so that a screen reader walks through the whole.

What came in from outside may carry a tree of its own, of unknown quality; it is left behind.
"""

from pikepdf import Array, Dictionary, Name, Object, Pdf


class TagJoiner:
    """Brings the trees of parts under that of the pages in front."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        tree = pdf.Root.StructTreeRoot
        self._tree = tree
        self._kids: list[Object] = [tree.K]
        self._rows: list[Object] = []
        self._next = 0
        self._take(tree, 0, len(pdf.pages))

    def join(self, part: Pdf, first: int) -> None:
        """Take over the tree of a part whose pages were just added, from page `first` on (counted from 0)."""
        count = len(part.pages)
        if "/StructTreeRoot" not in part.Root:
            for index in range(first, first + count):
                self._forget(self._pdf.pages[index].obj)
            return
        tree = self._pdf.copy_foreign(part.Root.StructTreeRoot)
        self._kids.append(tree.K)
        self._take(tree, first, count)

    def _take(self, tree: Object, first: int, count: int) -> None:
        """Number the rows of a tree anew: a page knows its row by its number."""
        rows = list(tree.ParentTree.Nums)
        owners = {int(rows[place]): rows[place + 1] for place in range(0, len(rows), 2)}
        for index in range(first, first + count):
            page = self._pdf.pages[index].obj
            row = owners.get(int(page.get("/StructParents", -1)))
            if row is None:
                self._forget(page)
                continue
            page.StructParents = self._next
            self._rows.extend((self._next, row))  # type: ignore[arg-type]
            self._next += 1

    @staticmethod
    def _forget(page: Object) -> None:
        if "/StructParents" in page:
            del page["/StructParents"]

    def finish(self) -> None:
        """Write the joined tree."""
        whole = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._tree, K=Array(self._kids))
        )
        for kid in self._kids:
            kid.P = whole
        self._tree.K = whole
        self._tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(self._rows)))
        self._tree.ParentTreeNextKey = self._next
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        self._pdf.Root.StructTreeRoot = self._tree
        assert self._tree.Type == Name.StructTreeRoot
