"""Compiles resources/authorities.csv from published lists: `python packaging/compile_authorities.py FOLDER [OUT]`.

FOLDER holds copies of the lists, which are no part of this project; each row of the register names those that its facts are from:
  councils.csv   mysociety            mySociety, UK local authority names and codes, July 2025, CC BY 4.0
  districts.csv, counties.csv  registers  GOV.UK registers of statistical geographies, as Digital Land keeps them, OGL 3.0
  localgov.csv   opendatacommunities  Open Data Communities, local government bodies, as Digital Land keeps them, OGL 3.0
  organisation.csv  digital-land      Digital Land, organisation dataset, OGL 3.0
  mapit.sql      mapit                mySociety, MapIt: names and old codes of the councils that ended in 2009
Bodies that none of the lists has are from the instruments that made them (`bodies_by_order.py`).
What no list gives, or gives in a way that cannot be right, is left empty.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import bodies_by_order

COLUMNS = ["key", "name", "aliases", "type", "gss", "start", "end", "successors", "latitude", "longitude", "source"]
_TYPES = {
    "NMD": "district",
    "CTY": "county",
    "MD": "metropolitan",
    "UA": "unitary",
    "LBO": "london_borough",
    "CC": "city_corporation",
    "COMB": "combined",
    "SRA": "regional",
}
# Years that a spreadsheet took for days: the number 1997 became 19 June 1905, and later 2005.
_MANGLED = (date(2005, 5, 1), date(2005, 7, 1))
_SHORT_LIST = date(
    2014, 4, 1
)  # given to nearly every combined authority, also to those whose orders are of later years
_FORMER = re.compile(r"'E', '(?:CTY|DIS)', \d+, \d+, '([^']+)'\);.*?'ons', '(\w+)'\);", re.DOTALL)
# The councils that took over on 1 April 2009, by the Structural Change(s) Orders 2008 nos. 490-494, 634 and 907; the codes are the old
# ones of MapIt, whose first two figures are the county's.
_TOOK_OVER = {
    "13UG": "CHE",
    "13UC": "CHE",
    "13UD": "CHE",
    "13UB": "CHW",
    "13UE": "CHW",
    "13UH": "CHW",
    "13": "CHE|CHW",
    "09": "BDF|CBF",
    "09UC": "CBF",
    "09UE": "CBF",
    "15": "CON",
    "20": "DUR",
    "35": "NBL",
    "39": "SHR",
    "46": "WIL",
}
# Counties and one district that went on in 2009 as unitary councils: the old code, the name then, and the heir.
_WENT_ON = {
    "E10000005": ("Cornwall County Council", "CON"),
    "E10000010": ("Durham County Council", "DUR"),
    "E10000022": ("Northumberland County Council", "NBL"),
    "E10000026": ("Shropshire County Council", "SHR"),
    "E10000033": ("Wiltshire County Council", "WIL"),
    "E07000002": ("Bedford Borough Council", "BDF"),
}
_NOT_ALIASES = {"adur and worthing borough council", "blackburn", "greater london", "leicester ua"}

Row = dict[str, str]


def main(folder: Path, out: Path) -> None:
    """Writes the register."""
    rows = [*_principal(folder), *_former(folder), *_others(folder)]
    bodies_by_order.add_to(rows)
    _settle_ends(rows)
    _check_points(rows, _read(folder / "councils.csv"))
    for row in rows:
        row.pop("county", None)
    rows.sort(key=lambda row: (row["key"].islower(), row["key"]))
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _principal(folder: Path) -> Iterator[Row]:
    for given in _read(folder / "councils.csv"):
        if given["nation"] == "England":
            kind = _TYPES[given["local-authority-type"]]
            yield {
                "key": given["local-authority-code"],
                "name": " ".join(given["official-name"].split()),
                "aliases": "|".join(_aliases(given, kind)),
                "type": kind,
                "gss": given["gss-code"],
                "start": _start(given["start-date"], kind),
                "end": given["end-date"],
                "successors": given["replaced-by"].replace(",", "|"),
                "latitude": _point(given["lat"]),
                "longitude": _point(given["long"]),
                "source": "mysociety",
                "county": given["county-la"],
            }


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub("['’.]", "", name.lower().replace("&", " and "))).split())


def _aliases(given: Row, kind: str) -> Iterator[str]:
    """Other names, without those that differ in letters' case or marks only."""
    seen = {_plain(given["official-name"])}
    short = [] if kind == "combined" else [given["nice-name"]]
    for name in [*short, *re.split(r",(?=\S)", given["alt-names"])]:
        plain = re.sub(r" (ua|ca|cc|district|london boro|county)$", "", _plain(name))
        # One of a combined authority's other names is its area, which is many bodies' name.
        if plain in seen or plain in _NOT_ALIASES or (kind == "combined" and not re.search("authority|region", plain)):
            continue
        seen.add(plain)
        name = re.sub(r" (UA|CA|CC)$", "", name.strip())
        yield _titled(name) if name.islower() else name


def _titled(name: str) -> str:
    small = {"and", "of", "upon", "the", "on", "in"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in name.split(" "))


def _start(text: str, kind: str) -> str:
    if not text:
        return ""
    day = date.fromisoformat(text)
    wrong = _MANGLED[0] <= day <= _MANGLED[1]
    wrong |= kind == "combined" and day.year == _SHORT_LIST.year
    wrong |= kind == "metropolitan" and day != date(1974, 4, 1)
    return "" if wrong else text


def _point(text: str) -> str:
    return f"{float(text):.4f}" if text else ""


def _former(folder: Path) -> Iterator[Row]:
    """The councils that ended on 31 March 2009: codes and ends from one list, full names and old codes from another."""
    codes = _codes_ended_2009(folder / "districts.csv", "statistical-geography-non-metropolitan-district-eng")
    counties = _codes_ended_2009(folder / "counties.csv", "statistical-geography-county-eng")
    for name, old in _FORMER.findall((folder / "mapit.sql").read_text(encoding="utf-8")):
        kind = "county" if len(old) == 2 else "district"
        short = re.sub(" (County|City|District|Borough) Council$", "", name)
        code = (counties if kind == "county" else codes)[_plain(short)]
        heirs = _TOOK_OVER.get(old) or _TOOK_OVER[old[:2]]
        yield _ended_2009(code, name, short, heirs, "registers|mapit")
    for code, (name, heir) in _WENT_ON.items():
        assert code in {*codes.values(), *counties.values()}
        short = re.sub(" (County|Borough) Council$", "", name)
        yield _ended_2009(
            code,
            name,
            short,
            heir,
            "registers|mysociety" if heir in {"DUR", "NBL", "BDF"} else "registers|digital-land",
        )


def _codes_ended_2009(path: Path, column: str) -> dict[str, str]:
    return {_plain(row["name"] or row[column]): row[column] for row in _read(path) if row["end-date"] == "2009-03-31"}


def _ended_2009(code: str, name: str, short: str, heirs: str, source: str) -> Row:
    kind = "county" if code.startswith("E10") else "district"
    row = {"key": code, "name": name, "aliases": short, "type": kind, "gss": code, "end": "2009-03-31"}
    return {**row, "successors": heirs, "source": source}


def _others(folder: Path) -> Iterator[Row]:
    """Bodies that are no council: parks, fire, transport, waste and police."""
    for given in _read(folder / "organisation.csv"):
        group = given["organisation"].partition(":")[0]
        kind = {"national-park-authority": "national_park", "regional-park-authority": "regional_park"}.get(group)
        kind = kind or {"transport-authority": "transport", "passenger-transport-executive": "transport"}.get(group)
        kind = kind or {"waste-authority": "waste"}.get(group)
        if kind:
            # Of some only the year is known; one is given the start of the body before it.
            no_day = given["start-date"].endswith("-01-01") or given["name"] == "Transport for West Midlands"
            yield {
                "key": _slug(given["name"]),
                "name": given["name"],
                "type": kind,
                "gss": given["statistical-geography"],
                "start": "" if no_day else given["start-date"],
                "end": given["end-date"],
                "source": "digital-land",
            }
    yield from _more(folder)
    yield from _fire(folder)


def _slug(name: str) -> str:
    return _plain(name).replace(" ", "-")


def _bodies(folder: Path, group: str) -> list[str]:
    return sorted(
        {row["name"] for row in _read(folder / "localgov.csv") if row["opendatacommunities-type"].endswith(f"/{group}")}
    )


def _more(folder: Path) -> Iterator[Row]:
    have = {_plain(row["name"]) for row in _read(folder / "organisation.csv")}
    for group, kind in (
        ("TransportAuthority", "transport"),
        ("WasteAuthority", "waste"),
        ("PoliceAuthority", "police"),
    ):
        for name in _bodies(folder, group):
            name = name.replace(" (new)", "")
            if _plain(name) not in have:
                yield {"key": _slug(name), "name": name, "type": kind, "source": "opendatacommunities"}


def _fire(folder: Path) -> Iterator[Row]:
    for name in _bodies(folder, "FireAuthority"):
        area = re.sub(r" (combined )?fire .*$", "", _plain(name))
        yield {"key": f"fire-{_slug(area)}", "name": name, "type": "fire", "source": "opendatacommunities"}


def _settle_ends(rows: list[Row]) -> None:
    """One list gives the last day of some councils and of others the day after: here it is the last day."""
    for row in rows:
        end = row.get("end", "")
        if end and date.fromisoformat(end).day == 1:
            row["end"] = (date.fromisoformat(end) - timedelta(days=1)).isoformat()


def _check_points(rows: list[Row], given: list[Row]) -> None:
    """A county's point stays only where it lies among its districts': several of the list lie in other counties."""
    for row in rows:
        if row["type"] != "county" or not row.get("latitude"):
            continue
        inside = [
            (float(one["lat"]), float(one["long"])) for one in given if one["county-la"] == row["key"] and one["lat"]
        ]
        here = (float(row["latitude"]), float(row["longitude"]))
        if not inside or not all(
            min(side) <= at <= max(side) for at, side in zip(here, zip(*inside, strict=True), strict=True)
        ):
            row["latitude"] = row["longitude"] = ""


if __name__ == "__main__":
    register = Path(__file__).parent.parent / "resources" / "authorities.csv"
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else register)
