"""`Text`: boxes to write in."""

from workshop.core.fields.root import Field, Form, Read, Refused
from workshop.core.phrases import Words, phrase
from workshop.core.text import MAX_GRAPHEMES, MAX_LINES, clean, clean_line, length


class Text(Field, frozen=True, tag="text"):
    """One or more boxes to write in (`boxes`), a contribution each. `value` = what is already mine."""

    lines: int = 4
    longest: int = MAX_GRAPHEMES
    boxes: int = 1
    more: Words = ""
    value: tuple[str, ...] = ()

    def read(self, form: Form) -> Read:
        sent = form.get(self.name, ())
        if len([text for text in sent if text.strip()]) > self.boxes:
            return Refused(self.name, phrase("At most {most} answers, please.", most=self.boxes))
        texts = [self._clean(text) for text in sent if text]
        for text in texts:
            if len(text) > self.longest and length(text) > self.longest:
                reason = phrase("That is too long: {most} characters at most.", most=self.longest)
                return Refused(self.name, reason)
            if text.count("\n") >= MAX_LINES:
                return Refused(self.name, phrase("That is too long: {most} lines at most.", most=MAX_LINES))
        return tuple({self.name: text} for text in texts if text)

    def _clean(self, text: str) -> str:
        # Far more than allowed is kept, so that too long a text is refused and never cut in silence: a cut at
        # exactly one more could fall on a space, which goes, and leave a text that seems to fit.
        if self.lines > 1:
            return clean(text, graphemes=2 * self.longest, lines=2 * MAX_LINES)
        return clean_line(text, graphemes=2 * self.longest)
