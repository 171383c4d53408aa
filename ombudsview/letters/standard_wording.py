"""Fingerprints of sentences that a year's letters to all authorities share: what has them is no remark.

Made by `packaging/learn_wording.py` from letters at hand; the sentences themselves are not kept. Of 2020 a whole letter was at
hand, of the other years what council pages print of one.
"""

from __future__ import annotations

SOURCES: dict[int, str] = {
    2006: "http://www.bathnes.gov.uk/services/your-council-and-democracy/complaints-and-customer-feedback/complaints-received-local-0",
    2008: "https://www.whatdotheyknow.com/request/2104/response/6930/attach/html/9/LGO%20annual%20letter%200708.pdf.html",
    2009: "http://idox.bathnes.gov.uk/services/your-council-and-democracy/complaints-and-customer-feedback/complaints-received-local-7",
    2010: "http://idox.bathnes.gov.uk/services/your-council-and-democracy/complaints-and-customer-feedback/complaints-received-local-9",
    2011: "http://www.bathnes.gov.uk/services/your-council-and-democracy/complaints-and-customer-feedback/complaints-received-local-1",
    2020: "a letter at hand, whole",
}

SENTENCES: dict[int, frozenset[str]] = {
    2006: frozenset(
        (
            "4ac37ad3e6ae",
            "5f8c3d546321",
            "acf6cb3a0b6e",
            "d4c46cc894e3",
            "dbde20f1aa14",
            "ebd9faaad9c8",
        )
    ),
    2008: frozenset(
        (
            "186e5d949c0c",
            "2084b8ca32cd",
            "3d515182c966",
            "4b8bb236129c",
            "8416e59e2637",
            "b089303760a4",
            "bda642d6d869",
        )
    ),
    2009: frozenset(
        (
            "0dd35dc9023b",
            "1dc8f6379d90",
            "2f3a33ada449",
            "2fb229870494",
            "3d515182c966",
            "609deec08b04",
            "61870222bff1",
            "6bf5030b08db",
            "8416e59e2637",
            "b089303760a4",
            "bda642d6d869",
            "bf340ccdd602",
            "fb0a87ce359e",
        )
    ),
    2010: frozenset(
        (
            "0dd35dc9023b",
            "2f3a33ada449",
            "50b6e883efdc",
            "6f676d7b3e8e",
            "8416e59e2637",
            "b089303760a4",
            "bf340ccdd602",
            "e9f58281b530",
        )
    ),
    2011: frozenset(
        (
            "009fd67039f6",
            "2522aa7d5c04",
            "3adcc84bc113",
            "513c8e7982a5",
            "58c39d276a3e",
            "66cd31679d10",
            "6a03e47f28b9",
            "9c5e5485edfe",
            "b4d5c5326f68",
            "d641a90e7eb7",
            "d75f39b802d3",
            "fc877fefcc97",
        )
    ),
    2020: frozenset(
        (
            "0011fd1e8e83",
            "0629f9b10e37",
            "0bf9a5f5a4b9",
            "0f901cf48194",
            "19332417f8e8",
            "20d9abaac393",
            "2c60ab6e07b0",
            "2f57458ae86b",
            "3986d084207c",
            "39e6d1225042",
            "3bd9062d6f38",
            "3ee90020c01c",
            "43c35f35eb61",
            "45e80af5b71b",
            "47a43da96054",
            "49dc52727020",
            "4b3f4201451d",
            "4ca4a7210d72",
            "65115c3646f6",
            "6a1f7e6c1eec",
            "6f61bd89be7c",
            "71f555b5e5fc",
            "738e411bc4ff",
            "74bb916fb933",
            "8ac2d1157ff9",
            "8d271fb0e516",
            "8f6afab84cd1",
            "a088b0f8f2e4",
            "b211a4de00c2",
            "b5f0813ef483",
            "b845de7d165e",
            "b8fb44694e06",
            "bff140eb9372",
            "bff504190145",
            "c0453dc83b5f",
            "d0f3e1cc0b3e",
            "d176e6d5adc3",
            "d27abf055f1f",
            "d6b0988ff98e",
            "d6f8f8c3e2b9",
            "da3ef465e1fd",
            "db354f4e18df",
            "ee2df20168a6",
            "f1351f13792a",
            "f161836bfdce",
            "f92d438addd1",
        )
    ),
}
