"""The structure tree that a screen reader follows: what is a heading, a cell, a figure, and in which order."""

from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFObject


@dataclass
class Node:
    """One element. Its children are elements, or pieces of page content as `(page index, content id)`."""

    tag: str
    children: list["Node | tuple[int, int]"] = field(default_factory=list)
    scope: str = ""
    alt: str = ""
    actual: str = ""
    language: str = ""
    """As in `en-GB`, when that is not the language of the document."""
    number: int = 0
    """The object number in the file, known while writing."""


def text_string(text: str) -> str:
    """Return a PDF text string."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class Raw(PDFObject):
    """An object that is written as it stands."""

    def __init__(self) -> None:
        self.body = ""

    def format(self, document: object) -> bytes:
        """Return the bytes for the file."""
        return self.body.encode("ascii")


def write_structure(
    pdf: Any,  # noqa: ANN401 - the stubs know too little of ReportLab's document
    root: Node,
    page_numbers: list[int],
    marks_per_page: list[int],
) -> None:
    """Add the tree to the document, with the way back from page content to its element."""

    def add() -> tuple[Raw, int, Any]:
        raw = Raw()
        reference = pdf.Reference(raw)
        return raw, pdf.idToObjectNumberAndVersion[reference.name][0], reference

    owners: list[list[int]] = [[0] * count for count in marks_per_page]
    tree, tree_number, tree_reference = add()
    pending: list[tuple[Node, Raw, int]] = []

    def register(node: Node, parent: int) -> None:
        raw, node.number, _reference = add()
        pending.append((node, raw, parent))
        for child in node.children:
            if isinstance(child, Node):
                register(child, node.number)
            else:
                owners[child[0]][child[1]] = node.number

    register(root, tree_number)
    for node, raw, parent in pending:
        raw.body = _element(node, parent, page_numbers)
    rows = []
    for index, marks in enumerate(owners):
        row, number, _reference = add()
        row.body = f"[{' '.join(f'{owner} 0 R' for owner in marks)}]"
        rows.append(f"{index} {number} 0 R")
    parents, parents_number, _reference = add()
    parents.body = f"<</Nums [{' '.join(rows)}]>>"
    tree.body = (
        f"<</Type /StructTreeRoot /K {root.number} 0 R /ParentTree {parents_number} 0 R "
        f"/ParentTreeNextKey {len(owners)}>>"
    )
    pdf.Catalog.StructTreeRoot = tree_reference
    marked = Raw()
    marked.body = "<</Marked true>>"
    pdf.Catalog.MarkInfo = marked


def _element(node: Node, parent: int, page_numbers: list[int]) -> str:
    own = [child for child in node.children if isinstance(child, tuple)]
    page = own[0][0] if own else None
    kids = " ".join(_kid(child, page, page_numbers) for child in node.children)
    body = f"<</Type /StructElem /S /{node.tag} /P {parent} 0 R /K [{kids}]"
    if page is not None:
        body += f" /Pg {page_numbers[page]} 0 R"
    if node.scope:
        body += f" /A <</O /Table /Scope /{node.scope}>>"
    if node.alt:
        body += f" /Alt {text_string(node.alt)}"
    if node.actual:
        body += f" /ActualText {text_string(node.actual)}"
    if node.language:
        body += f" /Lang ({node.language})"
    return body + ">>"


def _kid(child: "Node | tuple[int, int]", page: int | None, page_numbers: list[int]) -> str:
    if isinstance(child, Node):
        return f"{child.number} 0 R"
    if child[0] == page:
        return str(child[1])
    return f"<</Type /MCR /Pg {page_numbers[child[0]]} 0 R /MCID {child[1]}>>"


def metadata(*, title: str, author: str, language: str, created: str, producer: str) -> str:
    """Return the metadata packet: title, author, language and dates, the same as in the document's own list."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreateDate>{escape(created)}</xmp:CreateDate><xmp:ModifyDate>{escape(created)}</xmp:ModifyDate>"
        f"<xmp:CreatorTool>{escape(producer)}</xmp:CreatorTool><pdf:Producer>{escape(producer)}</pdf:Producer>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )
