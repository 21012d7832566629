"""List every interface word of the leaflets, as it stands in the catalogues."""

from __future__ import annotations

from charterpress.languages.words import mark

DRAFT = mark("Draft translation. Please check with the English version.")
SELECTION = mark("These are some of the promises. Read them all at")
READ_WHOLE = mark("Read the whole charter at")
SCAN = mark("Scan the code with a phone to read it online.")
QR_ALT = mark("A code to scan. It leads to this charter online.")
WHO_TO_ASK = mark("Who to ask")
ABOUT = mark("About this leaflet")
BASED_ON = mark("Based on {title} by {publisher}.")
ADAPTED = mark("This charter is based on {title}, version {version}.")
CHANGES = mark("Promises that we changed, added or left out: {number}.")
NO_CHANGES = mark("We changed no promise. We only put our own names in.")
SEE_CHANGES = mark("Read more at")
PLAIN_ENGLISH = mark("This is a plain English version. These are not the publisher's own words.")
PUBLISHED_BY = mark("Published by {name}.")
VERSION = mark("Version {version}")
APPROVED = mark("Agreed on {date}")
REVIEW_BY = mark("To be looked at again by {date}")
EXCEPTION = mark("Exception:")
DEADLINE = mark("By when:")
WHERE_POSSIBLE = mark("Where possible.")
FOR_EXAMPLE = mark("For example:")
NOTES = mark("Notes")
THANKS = mark("Thanks")
WORDS_WE_USE = mark("Words we use")
MY_NOTES = mark("My notes and questions")
INSIDE = mark("What is inside")
WHO_DOES_THIS = mark("Who does this:")
WHO_IS_WHO = mark("Who is who")
FROM = mark("From:")

LEAFLET_WORDS = (
    DRAFT,
    SELECTION,
    READ_WHOLE,
    SCAN,
    QR_ALT,
    WHO_TO_ASK,
    ABOUT,
    BASED_ON,
    ADAPTED,
    CHANGES,
    NO_CHANGES,
    SEE_CHANGES,
    PLAIN_ENGLISH,
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
    WORDS_WE_USE,
    MY_NOTES,
    INSIDE,
    WHO_DOES_THIS,
    WHO_IS_WHO,
    FROM,
)
