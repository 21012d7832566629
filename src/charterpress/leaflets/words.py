"""List every interface word of the leaflets, as it stands in the catalogues."""

from __future__ import annotations

DRAFT = "Draft translation. Please check with the English version."
SELECTION = "These are some of the promises. Read them all at"
READ_WHOLE = "Read the whole charter at"
SCAN = "Scan the code with a phone to read it online."
QR_ALT = "A code to scan. It leads to this charter online."
WHO_TO_ASK = "Who to ask"
ABOUT = "About this leaflet"
BASED_ON = "Based on {title} by {publisher}."
PLAIN_ENGLISH = "This is a plain English version. These are not the publisher's own words."
LICENCE = "Terms of use: {licence}"
PUBLISHED_BY = "Published by {name}."
VERSION = "Version {version}"
APPROVED = "Agreed on {date}"
REVIEW_BY = "To be looked at again by {date}"
EXCEPTION = "Exception:"
DEADLINE = "By when:"
WHERE_POSSIBLE = "Where possible."
FOR_EXAMPLE = "For example:"
NOTES = "Notes"
THANKS = "Thanks"
MY_NOTES = "My notes and questions"

LEAFLET_WORDS = (
    DRAFT,
    SELECTION,
    READ_WHOLE,
    SCAN,
    QR_ALT,
    WHO_TO_ASK,
    ABOUT,
    BASED_ON,
    PLAIN_ENGLISH,
    LICENCE,
    PUBLISHED_BY,
    VERSION,
    APPROVED,
    REVIEW_BY,
    EXCEPTION,
    DEADLINE,
    WHERE_POSSIBLE,
    FOR_EXAMPLE,
    NOTES,
    THANKS,
    MY_NOTES,
)
