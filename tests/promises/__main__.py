"""Prints every promise with its proofs."""

from __future__ import annotations

from tests.promises.every import EVERY

about = ""
for promise in EVERY:
    if promise.about != about:
        about = promise.about
        print(f"\n{about.upper()}")
    print(f"\n  {promise.words}")
    for node in promise.tests:
        print(f"    test       {node}")
    for name in promise.pictures:
        print(f"    picture    {name}")
    if promise.otherwise:
        print(f"    otherwise  {promise.otherwise}")
shown = sum(bool(one.tests) for one in EVERY)
seen = sum(bool(one.pictures) for one in EVERY)
other = sum(bool(one.otherwise) for one in EVERY)
print(f"\n{len(EVERY)} promises: {shown} shown by tests, {seen} by pictures, {other} otherwise or not yet.")
