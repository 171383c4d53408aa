"""A paper opened back: its XML looked into, and what leads where."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from dataclasses import dataclass

import docx
from docx.oxml.ns import qn
from lxml import etree


@dataclass
class Opened:
    """A Word document's bytes, looked into by python-docx and as a zip of XML."""

    data: bytes

    def __post_init__(self) -> None:
        self.document = docx.Document(io.BytesIO(self.data))
        with zipfile.ZipFile(io.BytesIO(self.data)) as packed:
            assert packed.testzip() is None
            self.parts = {name: packed.read(name) for name in packed.namelist()}
        self.body = self.document.element.body

    @property
    def text(self) -> str:
        """Everything that is written in it, a line a paragraph."""
        return "\n".join("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in self.body.iter(qn("w:p")))

    @property
    def links(self) -> list[tuple[str, str]]:
        """Text and bookmark of each link, in order; one that leads out of the document fails."""
        found = []
        for link in self.body.iter(qn("w:hyperlink")):
            assert link.get(qn("r:id")) is None
            found.append(("".join(one.text or "" for one in link.iter(qn("w:t"))), link.get(qn("w:anchor"))))
        return found

    @property
    def bookmarks(self) -> dict[str, str]:
        """The text of the paragraph that each bookmark stands in, by its name; each is there once, and ends."""
        starts = list(self.body.iter(qn("w:bookmarkStart")))
        numbers = [one.get(qn("w:id")) for one in starts]
        assert sorted(numbers) == sorted(one.get(qn("w:id")) for one in self.body.iter(qn("w:bookmarkEnd")))
        names = Counter(one.get(qn("w:name")) for one in starts)
        assert set(names.values()) <= {1}
        assert len(set(numbers)) == len(numbers)
        return {one.get(qn("w:name")): _paragraph_text(one) for one in starts}

    @property
    def pictures(self) -> list[tuple[str, str, bytes]]:
        """Title and alternative text of each picture in order, and its bytes."""
        found = []
        for drawing in self.body.iter(qn("w:drawing")):
            (about,) = drawing.iter(qn("wp:docPr"))
            (blip,) = drawing.iter(qn("a:blip"))
            image = self.document.part.related_parts[blip.get(qn("r:embed"))].blob
            found.append((about.get("title"), about.get("descr"), image))
        return found

    @property
    def fields(self) -> list[str]:
        """The instructions of its fields, in whatever part."""
        found = []
        for name, content in self.parts.items():
            if name.endswith(".xml"):
                tree = etree.fromstring(content)
                found += [one.get(qn("w:instr")) for one in tree.iter(qn("w:fldSimple"))]
                found += [one.text for one in tree.iter(qn("w:instrText"))]
        return found

    @property
    def outward(self) -> list[str]:
        """What any part of it leads to outside of it."""
        found = []
        for name, content in self.parts.items():
            if name.endswith(".rels"):
                found += [one.get("Target") for one in etree.fromstring(content) if one.get("TargetMode") == "External"]
        return found


def _paragraph_text(mark) -> str:
    paragraph = next(one for one in mark.iterancestors() if one.tag == qn("w:p"))
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
