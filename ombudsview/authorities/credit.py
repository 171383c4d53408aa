"""Whose lists the register was compiled from: the keys of its column `source`, and the credit that their licences ask for."""

from __future__ import annotations

SOURCES = {
    "mysociety": "mySociety, UK local authority names and codes (CC BY 4.0)",
    "mapit": "mySociety, MapIt: names of the councils that ended in 2009 (AGPL 3.0)",
    "registers": "GOV.UK registers of statistical geographies (Open Government Licence v3.0)",
    "opendatacommunities": "Open Data Communities, local government bodies (Open Government Licence v3.0)",
    "digital-land": "Digital Land, organisation dataset (Open Government Licence v3.0)",
    "legislation": "legislation.gov.uk: the instruments that made a body (Open Government Licence v3.0)",
}

CREDIT = (
    "The register of authorities was compiled from UK local authority names and codes by mySociety (CC BY 4.0), and contains public "
    "sector information licensed under the Open Government Licence v3.0."
)
