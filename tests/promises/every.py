"""All the promises, in the order in which they were made."""

from tests.promises.fields import FIELDS
from tests.promises.keys import KEYS
from tests.promises.meeting import MEETING
from tests.promises.page import PAGE
from tests.promises.pains import PAINS

EVERY = (*FIELDS, *KEYS, *PAGE, *PAINS, *MEETING)
