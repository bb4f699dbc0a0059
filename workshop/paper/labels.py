"""The paper's own words."""

from workshop.core.phrases import Phrase, phrase

JOIN = phrase("Join from your phone")
SCAN = phrase("Scan the code, or type the address in your phone's browser")
LOOK = phrase("The code and the address are on the screen in the room")
BY_HAND = phrase("The address, written by hand when the room is open:")
WIFI = phrase("First join this Wi-Fi")
PASSWORD = phrase("Password")
NO_PASSWORD = phrase("No password")
PROMISES = (
    phrase("Anonymous. We ask for no name, and there is no app."),
    phrase("Your wording may still reveal you, so write only what you want to share."),
    phrase("Nobody can see who has not answered. You may skip any question."),
)
FORMS = phrase("Forms on paper")
HOW = (
    phrase("For those who use no phone: one of each form for every person."),
    phrase("Cut along the dashed lines and hand out one at a time: nobody sees which belong together."),
    phrase("Gather them in a box, and shuffle them before they are read."),
    phrase("On the desk, h enters what they say."),
)
NO_NAME = phrase("No name, please.")
NO_HAND = phrase("No name. Capital letters hide your handwriting.")
KEEP = phrase("Keep this yourself. It is not handed in.")
COPY = phrase("Copy the list from the screen first. How many you may choose is said there too.")
RING = phrase("Put a ring round one")
FIRST = phrase("Write 1 beside the first place, 2 beside the second, and so on to {places}.")
FIRST_OF_ALL = phrase("Write 1 beside the first place, 2 beside the second, and so on.")
AMOUNT = phrase("Write a number beside each one that gets any.")
APPROVED = phrase("What you write is shown as written, after approval.")
FLOOR = phrase("Nothing of the answers to a question is shown until at least {n} people have answered it.")


def floor(n: int) -> Phrase:
    """From how many people on anything is shown."""
    return Phrase(FLOOR.message, {"n": n})


def step(number: int) -> Phrase:
    """`Step 4`."""
    return phrase("Step {step}", step=number)


def first(places: int) -> Phrase:
    """How places are given on paper."""
    return Phrase(FIRST.message, {"places": places})
