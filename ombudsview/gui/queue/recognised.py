"""How far the recognition of a letter's pages is, in the few words that its row in the queue has room for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.again.recognising import Phase, Standing

translate = QCoreApplication.translate


def recognition_words(standing: Standing) -> str:
    """`recognising page 1 of 3`; nothing where the row needs to say nothing."""
    done, count = standing.done, len(standing.pages)
    match standing.phase:
        case Phase.RUNNING:
            return translate("Queue", "recognising page {page} of {count}").format(
                page=min(done + 1, count), count=count
            )
        case Phase.STOPPED:
            return translate("Queue", "recognition stopped, {done} of {count}").format(done=done, count=count)
        case Phase.FAILED if count == 1:
            return translate("Queue", "1 page was not recognised")
        case Phase.FAILED if count:
            return translate("Queue", "{count} pages were not recognised").format(count=count)
        case Phase.DONE if done:
            return translate("Queue", "recognised, open it to check")
        case Phase.FAILED | Phase.DONE:
            return translate("Queue", "could not be recognised")
        case _:
            return ""


def part_done(standing: Standing | None) -> float | None:
    """The part (0 to 1) of the pages that is recognised while that goes on; None where it does not."""
    if standing is None or standing.phase is not Phase.RUNNING or not standing.pages:
        return None
    return standing.done / len(standing.pages)
