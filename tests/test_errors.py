"""Troubles say what happened and what to do, in one line."""

from __future__ import annotations

from ombudsview.errors import Trouble, Verdict


def test_a_trouble_says_what_happened_and_what_to_do() -> None:
    trouble = Trouble("disk_full", "The disk is full.", "Make room and save again.")
    assert trouble.sentence == str(trouble) == "The disk is full. Make room and save again."
    assert (trouble.code, trouble.what, trouble.way_on) == (
        "disk_full",
        "The disk is full.",
        "Make room and save again.",
    )


def test_a_trouble_without_a_way_on_has_no_space_behind_it() -> None:
    assert Trouble("disk_full", "The disk is full.").sentence == "The disk is full."


def test_a_verdict_is_its_word() -> None:
    trouble = Trouble(Verdict.NOT_PDF, "This is not a PDF.")
    assert Verdict(trouble.code) is Verdict.NOT_PDF
    assert f"{trouble.code}" == "not_pdf"


def test_only_what_has_pages_was_opened() -> None:
    assert {verdict for verdict in Verdict if verdict.opened} == {Verdict.OK, Verdict.REPAIRED, Verdict.NO_TEXT}
