"""The keys of the stage and what each does: the table that stage, help and palette are made from."""

from typing import NamedTuple

from workshop.core.phrases import Phrase, Words, phrase


class Key(NamedTuple):
    """`names` are Textual's, commas between; `shown` is what is written of it; `action` is the stage's."""

    names: str
    shown: Words
    does: Phrase
    action: str


KEYS = (
    Key("right,space,pagedown", phrase("→ Space"), phrase("Next"), "next"),
    Key("left,pageup", "←", phrase("Back"), "back"),
    Key("shift+right", "⇧ →", phrase("To the next step at once"), "skip"),
    Key("t,T", "t", phrase("Start or stop the clock"), "clock"),
    Key("plus", "+", phrase("One minute more"), "add_minute"),
    Key("m,M", "m", phrase("Silence the bell, or hear it again"), "mute"),
    Key("o,O", "o", phrase("Open or close for answers"), "open_or_close"),
    Key("r,R", "r", phrase("Show or hide the answers"), "reveal_or_hide"),
    Key("u,U", "u", phrase("Undo a note or closing (10 seconds)"), "undo"),
    Key("b,B,full_stop", "b .", phrase("Blank screen"), "blank"),
    Key("q,Q", "q", phrase("The code on the whole screen"), "code"),
    Key("w,W", "w", phrase("Ways in: Wi-Fi, addresses, advice"), "ways"),
    Key("n,N", "n", phrase("Note a decision, an action, a remark"), "note"),
    Key("up", "↑", phrase("Previous page of answers"), "turn(-1)"),
    Key("down", "↓", phrase("Next page of answers"), "turn(1)"),
    Key("a,A", "a", phrase("Turn the pages by themselves, or stop"), "turn_alone"),
    Key("p,P", "p", phrase("Look at the notes"), "peek"),
    Key("d,D", "d", phrase("The desk instead, and back"), "app.swap"),
    Key("colon,ctrl+p", ":", phrase("All commands, and go to a step"), "commands"),
    Key("question_mark,f1", "?", phrase("This help"), "help"),
)
QUIT = Key("ctrl+q,ctrl+c", "Ctrl+Q", phrase("Leave, or end (asks first)"), "quit")
