"""Authorities and people that do not exist."""

from __future__ import annotations

from tests.letters.facts import Person

COMPARED = {
    "county": ("Northmarsh County Council", "Carrowmere County Council"),
    "district": (
        "Wraxmere District Council",
        "King's Harrow Borough Council",
        "Tunbury-on-Sea Borough Council",
        "Bishop\N{RIGHT SINGLE QUOTATION MARK}s Marlow City Council",
        "Mid Averley District Council",
    ),
    "metropolitan": ("City of Eastmere Metropolitan District Council", "Hallowby Metropolitan Borough Council"),
    "unitary": ("Council of the Isles of Merrow", "Saltholme & Wear Council", "South Tarn"),
    "london": ("London Borough of Thornwick & Vale", "Royal Borough of Ashminster", "City of Fenholme"),
}
UNCOMPARED = {
    "national_park": ("Dunmoor National Park Authority",),
    "fire": ("Carrowmere and Merrow Fire & Rescue Authority",),
    "transport": ("Transport for Severnside",),
}
AVERAGES = {
    "county": ("66", "99", "7"),
    "district": ("45", "99", "20"),
    "metropolitan": ("61", "100", "11"),
    "unitary": ("56", "99", "9"),
    "london": ("65", "99", "13"),
}
PEOPLE = (
    Person("Mrs Thistlewood"),
    Person("Mr O'Garra"),
    Person("Ms Adeyemi-Clarke"),
    Person("Dr Quillfeather"),
    Person("Mr van der Stoke"),
    Person("Miss Patricia Umber"),
    Person("Sir Tobias Wren"),
    Person("Councillor Ng"),
)
SHARED_ROLES = ("Directors", "Joint Chief Executives", "Executive Directors")
ROLES = (
    "Chief Executive",
    "Head of Paid Service",
    "Interim Chief Executive & Town Clerk",
    "Managing Director",
    "Chief Executive and Director of Resources",
)
OWN_ROLES = (("Chief Executive", "Monitoring Officer"), ("Managing Director", "Head of Legal and Democratic Services"))
POSTAL = ((), (), ("Civic Offices", "14 High Street", "Wraxmere", "WX2 7QR"), ("PO Box 212", "Castle Hill"))
