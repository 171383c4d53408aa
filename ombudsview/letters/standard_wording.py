"""Fingerprints of sentences that letters to all authorities share, by which a remark is told from the year's wording.

Made by `packaging/learn_wording.py` from letters at hand; the sentences themselves are not kept.
"""

from __future__ import annotations

SENTENCES = frozenset(
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
)
