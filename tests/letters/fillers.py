"""Papers that are no letter: a committee's covering report, an appendix, minutes, and a page that is only a picture."""

from __future__ import annotations

import io
import zlib

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.letters.lines import Hand
from tests.letters.wording import Run

REPORT = (
    "Audit and Standards Committee",
    "Report of the Monitoring Officer, 14 October 2020",
    "Annual letter from the Ombudsman",
    (
        "1. The Local Government and Social Care Ombudsman writes to the Council every July. The letter for the year is attached as "
        "Appendix A. Of the complaints that were investigated, 63% were upheld, which compares with an average of 52% in the county."
    ),
    "2. The Council received 214 complaints of its own, 9% more than in the year before; 31 of them reached the second stage.",
    "3. Members are asked to note the letter and the 4 changes already made to the way in which bins are reported as missed.",
)
APPENDIX = (
    "Appendix B: Our own complaints, quarter by quarter",
    (
        "April to June: 41 complaints, 88% answered in time. July to September: 57, 79%. October to December: 60, 91%. January to "
        "March: 56, 95%."
    ),
    "The most frequent cause was a missed collection (38), then parking (22) and council tax (19).",
)
MINUTES = (
    "Minutes of the Planning Committee held on Tuesday 3 March 2020",
    "Present: Councillors Finch (Chair), Loom, Okafor and Tarn.",
    (
        "17. The minutes of 4 February 2020 were agreed. 18. Plan 20/0117: refused by 3 votes to 1. Affordable homes would have "
        "been 12% of the total, against a policy of 35%."
    ),
    "19. Enforcement: 26 cases were open at the year's end, 100% of them answered. 20. The Committee rose at 8.45 pm.",
)


def paper(paragraphs: tuple[str, ...], pages: int = 1) -> bytes:
    """A plain PDF of these paragraphs, the same on each of its pages."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    hand = Hand("Times-Roman", "Times-Bold", pdfmetrics.stringWidth)
    for number in range(pages):
        y = 770.0
        for paragraph in paragraphs:
            for line in hand.broken((Run(paragraph),), 11, 440):
                for piece in (piece for word in line.words for piece in word):
                    canvas.setFont(piece.font, piece.size)
                    canvas.drawString(72 + piece.x, y, piece.text)
                y -= 15
            y -= 8
        canvas.drawCentredString(300, 40, f"{number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture() -> bytes:
    """A PDF with one grey picture over the page and no text."""
    pixels = zlib.compress(bytes(200 + (x * y) % 40 for y in range(60) for x in range(40)))
    show = b"q 595 0 0 842 0 0 cm /I Do Q"
    head = (
        b"<</Type/XObject/Subtype/Image/Width 40/Height 60/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode"
    )
    bodies = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
        head + b"/Length %d>>stream\n" % len(pixels) + pixels + b"\nendstream",
        b"<</Length %d>>stream\n" % len(show) + show + b"\nendstream",
    )
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end
