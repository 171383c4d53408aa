"""How the columns of complaints by subject are headed: since 2014, and before. A table may have the headings of the other years."""

from __future__ import annotations

from ombudsview.letters.headings import Column

SUBJECTS = (
    Column("received.adult_care", ("adult care services", "adult social care", "adult care")),
    Column("received.benefits_and_tax", ("benefits and tax", "benefits & tax", "benefits")),
    Column(
        "received.corporate_and_other",
        (
            "corporate and other services",
            "corporate & other services",
            "corporate and other",
            "corporate",
        ),
    ),
    Column(
        "received.education_and_children",
        (
            "education and children's services",
            "education and childrens services",
            "education & children's services",
            "education and children’s services",
            "education",
        ),
    ),
    Column(
        "received.environment",
        (
            "environmental services & public protection & regulation",
            "environmental services and public protection and regulation",
            "environmental services, public protection and regulation",
            "environment services",
            "environmental services",
            "environment",
        ),
    ),
    Column("received.highways_and_transport", ("highways and transport", "highways & transport", "highways")),
    Column("received.housing", ("housing",)),
    Column(
        "received.planning_and_development",
        (
            "planning and development",
            "planning & development",
            "planning",
        ),
    ),
    Column("received.other", ("other",)),
    Column("received.total", ("total",)),
)

OLDER_SUBJECTS = (
    Column("received.adult_care", ("adult care services", "adult social care", "adult care")),
    Column("received.benefits", ("benefits & tax", "benefits and tax", "benefits")),
    Column(
        "received.children_and_family",
        (
            "children and family services",
            "children & family services",
            "children and family",
            "children's services",
        ),
    ),
    Column("received.education", ("education",)),
    Column("received.housing", ("housing",)),
    Column("received.other", ("other",)),
    Column(
        "received.planning_and_building_control",
        (
            "planning & building control",
            "planning and building control",
            "planning &",
            "planning",
        ),
    ),
    Column(
        "received.public_finance",
        (
            "public finance",
            "local taxation",
            "public finance inc. local taxation",
        ),
    ),
    Column(
        "received.transport_and_highways",
        (
            "transport and highways",
            "transport & highways",
            "highways & transport",
            "transport",
        ),
    ),
    Column("received.total", ("total",)),
)
