"""How the notes say dates, times, numbers and lists in the language of the room."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from workshop.core.phrases import Words, phrase, told
from workshop.language import Language, language

# The room reads 24-hour clocks in every language; British dates go with them, American ones do not.
_LOCALES = {"nb": "nb_NO", "en": "en_GB"}

Span = tuple[float, float]


class Wording:
    """One language and one time zone. Moments are seconds since the epoch, durations seconds."""

    def __init__(self, tag: str, zone: tzinfo | None = None) -> None:
        self.language: Language = language(tag)
        self._locale = Locale.parse(_LOCALES[self.language.tag])
        self._zone = zone  # None: the computer's

    def say(self, words: Words) -> str:
        """`words` in the language."""
        return told(words, self.language)

    def sentence(self, words: Words) -> str:
        """`words` with a capital first and a full stop last."""
        text = self.say(words)
        text = text[:1].upper() + text[1:]
        return text if text.endswith((".", "!", "?", "…")) else f"{text}."

    def sentences(self, parts: Sequence[Words]) -> str:
        """Each of `parts` as a sentence of its own."""
        return " ".join(self.sentence(part) for part in parts)

    def local(self, moment: float) -> datetime:
        """`moment` as local time with its offset."""
        return datetime.fromtimestamp(moment, self._zone).astimezone(self._zone)

    def iso(self, moment: float | None) -> str | None:
        """`2026-11-24T13:00:00+01:00`, or None."""
        return None if moment is None else self.local(moment).isoformat(timespec="seconds")

    def clock(self, moment: float) -> str:
        """`13:00`."""
        return self.local(moment).strftime("%H:%M")

    def date(self, moment: float) -> str:
        """`Tuesday, 24 November 2026`."""
        text = format_date(self.local(moment).date(), "full", locale=self._locale)
        return text[:1].upper() + text[1:]

    def when(self, started: float, ended: float | None) -> str:
        """The date with the time of day, both ends dated where midnight lies between them."""
        begin = {"date": self.date(started), "start": self.clock(started)}
        if ended is None:
            return self.say(phrase("{date}, from {start}", **begin))
        end = self.clock(ended)
        if self.date(ended) != begin["date"]:
            end = f"{self.date(ended)} {end}"
        return self.say(phrase("{date}, {start}–{end}", **begin, end=end))

    def spans(self, spans: Sequence[Span]) -> str:
        """`13:22–13:37 and 14:01–14:05`; stops of under a minute only where there are no longer ones."""
        longer = [span for span in spans if span[1] - span[0] >= 60] or spans[:1]
        return self.list([self._span(*span) for span in longer])

    def _span(self, start: float, end: float) -> str:
        first, last = self.clock(start), self.clock(end)
        return first if first == last else f"{first}–{last}"

    def list(self, items: Sequence[str]) -> str:
        """`a, b and c`."""
        return format_list(items, locale=self._locale)

    def number(self, value: float) -> str:
        """`3`, `3.5`."""
        return str(format_decimal(round(value, 1), locale=self._locale))

    def planned(self, seconds: int | None) -> str:
        """A time box: `12 min`, `2.5 min`, `–` where there is none."""
        if seconds is None:
            return "–"
        return self.say(phrase("{minutes} min", minutes=self.number(seconds / 60)))

    def actual(self, seconds: float | None) -> str:
        """Time that passed, in whole minutes: `12 min`, `–` where none did."""
        if seconds is None:
            return "–"
        whole = int(seconds / 60 + 0.5)
        return self.say(phrase("{minutes} min", minutes=whole) if whole else phrase("under 1 min"))
