"""What was sent stands in the form again, and is read back in words."""

from workshop.core.fields import Pick, Rate, Text
from workshop.hub import forms
from workshop.hub.reading import form_of
from workshop.language import language

NB = language("nb")


def words(own: forms.Own) -> str:
    return own.text if isinstance(own.text, str) else own.text.said(NB)


def test_a_form_is_read_as_browsers_write_it() -> None:
    body = b"text=En+ting&text=%C3%A5+%26+%3C&tom=&=x&rar&&text=%zz%ff"
    assert form_of(body) == {
        "text": ["En ting", "å & <", "%zz�"],
        "tom": [""],
        "": ["x"],
        "rar": [""],
    }


def test_every_kind_of_field_keeps_what_was_sent() -> None:
    fields = (
        Text("text", "Svar", boxes=2),
        Pick("pick", "Velg", options=("a", "b"), many=True, other="Annet"),
        Rate("row1", "Enig"),
    )
    form = {"text": ["En", "To"], "pick": ["1", "other"], "pick-other": ["Eget"], "row1": ["4"]}
    text, pick, rate = forms.filled(fields, form)
    assert isinstance(text, Text)
    assert text.value == ("En", "To")
    assert isinstance(pick, Pick)
    assert (pick.picked, pick.own) == ((1,), "Eget")
    assert isinstance(rate, Rate)
    assert rate.picked == 4


def test_nonsense_in_a_form_is_kept_as_text_and_nowhere_else() -> None:
    fields = (Text("text", "Svar"), Pick("pick", "Velg", options=("a", "b")), Rate("row1", "Enig"))
    form = {"text": ["x" * 5_000], "pick": ["9" * 5000, "²", "-1", "7"], "row1": ["٣" * 9]}
    text, pick, rate = forms.filled(fields, form)
    assert isinstance(text, Text)
    assert text.value == ("x" * 5_000,)
    assert forms.in_words((pick, rate)) == []


def test_what_is_mine_is_read_back_in_words() -> None:
    fields = (
        Text("text", "Svar", value=("En", "To")),
        Pick("pick", "Velg", options=("Første", "Andre"), picked=(1,), own="Eget"),
        Rate("row1", "Jeg blir sett", levels=5, names=("uenig", "", "", "", "enig"), picked=5),
        Rate("row2", "Jeg blir hørt", levels=5, picked=2),
        Rate("row3", "Ikke svart"),
    )
    said = [(own.label, words(own)) for own in forms.in_words(fields)]
    assert said == [
        ("Svar", "En"),
        ("", "To"),
        ("Velg", "Andre"),
        ("", "Eget"),
        ("Jeg blir sett", "5 av 5 (enig)"),
        ("Jeg blir hørt", "2 av 5"),
    ]


def test_where_one_thing_was_asked_the_question_is_label_enough() -> None:
    owned = forms.in_words((Text("text", "Svar", value=("En", "To")),))
    assert [own.label for own in owned] == ["", ""]
