"""A phone without JavaScript: it loads pages, fills in the first form, keeps cookies, and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

Pairs = list[tuple[str, str]]
FORM = "application/x-www-form-urlencoded"


class Control(NamedTuple):
    """An input, a box for text or a button, and what it holds."""

    kind: str
    name: str
    value: str


@dataclass
class Form:
    """A form as its page shows it."""

    action: str
    controls: list[Control] = field(default_factory=list)

    def filled(self, words: Sequence[str], pick: int) -> Pairs:
        """What sending it says: `words` in its boxes, in their order; option number `pick` of each choice."""
        texts, pairs = iter(words), Pairs()
        for (kind, name), group in groupby(self.controls, key=lambda control: control[:2]):
            if kind in ("radio", "checkbox"):
                offered = [control.value for control in group if control.value != "other"]
                pairs.append((name, offered[pick % len(offered)]))
            elif kind in ("text", "textarea"):
                pairs += [(name, next(texts, "")) for _ in group]
        return pairs


class Page(HTMLParser):
    """A page as somebody reads it: its `text`, its `links`, its `forms`."""

    def __init__(self, status: int, html: str) -> None:
        super().__init__()
        self.status, self.html = status, html
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._words: list[str] = []
        self._unseen = 0
        self._area: str | None = None
        self.feed(html)

    @property
    def text(self) -> str:
        """All that is written on it."""
        return " ".join(" ".join(self._words).split())

    def held(self, name: str) -> list[str]:
        """What the first form's boxes of that name hold."""
        return [control.value for control in self.forms[0].controls if control.name == name]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        if tag in ("script", "style"):
            self._unseen += 1
        elif tag == "a":
            self.links.append(given["href"])
        elif tag == "form" and given.get("method") == "post":
            self.forms.append(Form(given["action"]))
        elif tag == "input" and self.forms:
            value = given.get("value", "")
            self.forms[-1].controls.append(Control(given["type"], given["name"], value))
        elif tag == "textarea" and self.forms and "name" in given:
            self._area = ""
            self.forms[-1].controls.append(Control("textarea", given["name"], ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._unseen -= 1
        elif tag == "textarea" and self._area is not None:
            controls = self.forms[-1].controls
            controls[-1] = controls[-1]._replace(value=self._area)
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area += data
        if not self._unseen:
            self._words.append(data)


class Phone:
    """One phone in a room. `join_url` is what it has scanned."""

    def __init__(self, join_url: str) -> None:
        where = urlsplit(join_url)
        self._address = (where.hostname or "", where.port)
        self.home = where.path
        self._cookies: dict[str, str] = {}

    def look(self, path: str = "") -> Page:
        """The page that is shown now, or the one at `path`."""
        return self._follow("GET", path or self.home)

    def answer(self, *words: str, pick: int = 0) -> Page:
        """Fills in the form that is open, or opens it once more, and sends it; the page after it."""
        page = self.look()
        again = [link for link in page.links if "change=1" in link]
        form = (self.look(again[0]) if again else page).forms[0]
        return self.send(form.action, form.filled(words, pick))

    def send(self, path: str, pairs: Pairs) -> Page:
        """Sends `pairs` as a form; the page after it."""
        return self._follow("POST", path, _encoded(pairs))

    def post(self, path: str, pairs: Pairs) -> int:
        """The same without the page after it: 303 is how the hub says that it has arrived."""
        return self._ask("POST", path, _encoded(pairs))[0]

    def _follow(self, method: str, path: str, body: bytes | None = None) -> Page:
        for _ in range(3):
            status, place, html = self._ask(method, path, body)
            if status != 303:
                return Page(status, html)
            method, path, body = "GET", place, None
        raise AssertionError(f"led in a circle: {path}")

    def _ask(self, method: str, path: str, body: bytes | None) -> tuple[int, str, str]:
        connection = HTTPConnection(*self._address, timeout=20)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            head = {"Cookie": cookies} if cookies else {}
            if body is not None:
                head["Content-Type"] = FORM
            connection.request(method, path, body, head)
            response = connection.getresponse()
            for cookie in response.headers.get_all("Set-Cookie") or ():
                name, _, rest = cookie.partition("=")
                self._cookies[name] = rest.partition(";")[0]
            html = response.read().decode()
            return response.status, response.headers.get("Location", ""), html
        finally:
            connection.close()


def _encoded(pairs: Pairs) -> bytes:
    return urlencode(pairs, errors="surrogatepass").encode()  # what is no text goes as it is


def phones(join_url: str, count: int) -> Iterator[Phone]:
    """So many phones that have come in."""
    for _ in range(count):
        phone = Phone(join_url)
        assert phone.look().status == 200
        yield phone
