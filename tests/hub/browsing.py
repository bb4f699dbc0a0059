"""A real browser on a phone's screen; where a page logs an error or asks another host the test fails."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000


@contextmanager
def chromium(program: str | None = None) -> Iterator[Browser]:
    """Debian's Chromium, without a window; or `program`, which starts it."""
    found = program or shutil.which("chromium")
    expect.set_options(timeout=PATIENCE)
    assert found, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


class Phones:
    """Phones with cookies of their own. `may_fail`: requests may fail, because the test cuts the network.

    `may_ask` are the hosts that pages may ask.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._twins: dict[int, Page] = {}
        self._faults: list[str] = []
        self._hosts: set[str] = set()
        self.may_fail = False
        self.may_ask = {"127.0.0.1"}

    def open(self, url: str = "", *, script: bool = True, width: int = 390, **options: Any) -> Page:
        """A new phone, at `url` where one is given."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 844},
            is_mobile=True,
            has_touch=True,
            java_script_enabled=script,
            locale="nb-NO",
            **options,
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self._faults.append(str(error)))
        page.on("console", lambda line: self._faults.append(line.text) if line.type == "error" else None)
        page.on("request", self._asked)
        if url:
            page.goto(url)
        return page

    def read(self, page: Page) -> Page:
        """`page`, on which no script runs, as its reader has it, on a phone where axe can run.

        Its own scripts are gone, and what it holds for phones without any is shown.
        """
        html = re.sub(r"<script\b.*?</script>|</?noscript>", "", page.content(), flags=re.DOTALL)
        size = page.viewport_size
        assert size
        twin = self._twins.get(size["width"]) or self.open(width=size["width"])
        self._twins[size["width"]] = twin
        twin.unroute_all()
        twin.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html"))
        twin.goto(page.url)
        return twin

    def put_away(self) -> None:
        """Closes all phones. Fails where a page went wrong."""
        for context in self._contexts:
            context.close()
        faults = [fault for fault in self._faults if not (self.may_fail and "Failed to load" in fault)]
        assert faults == []
        assert self._hosts <= self.may_ask

    def _asked(self, request: Request) -> None:
        if host := urlsplit(request.url).hostname:
            self._hosts.add(host)
