"""The laptop's address changes under way: the code on the stage follows, and so does whoever can."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cli.picture import codes_in
from tests.cli.program import Program, eventually
from tests.cli.terminal import Terminal, terminal, typed
from tests.hub.browsing import Phones, chromium
from tests.whole.network import Network, two_computers

pytestmark = [pytest.mark.netns, pytest.mark.tmux, pytest.mark.chromium]

FIRST, SECOND, THIRD = "192.168.77.5", "10.77.0.5", "192.168.99.5"
SIZE = (80, 24)
AGAIN = "scan the code on the screen again"


@pytest.fixture
def network() -> Iterator[Network]:
    with two_computers() as made:
        made.gets(FIRST, SECOND)
        yield made


@pytest.fixture
def stage(network: Network, program: Program) -> Iterator[Terminal]:
    """A stage at an open question."""
    inside = network.program(program)
    with terminal(program, SIZE) as opened:
        opened.type(typed(inside, "run", "short.yaml"))
        opened.until("Anonymous. No names.")
        opened.press("Right")
        opened.until("1/2  First")
        opened.press("Right")
        opened.until("Nothing is shown until 3 have answered.")
        yield opened


@pytest.fixture
def browser(network: Network, tmp_path: Path) -> Iterator[Browser]:
    with chromium(network.browser(tmp_path)) as found:
        yield found


@pytest.fixture
def phones(browser: Browser) -> Iterator[Phones]:
    found = Phones(browser)
    found.may_ask = {FIRST, SECOND, THIRD}
    found.may_fail = True
    yield found
    found.put_away()


def code_on(stage: Terminal) -> str:
    """What the QR on the stage says."""
    return "".join(codes_in(stage.cells(), SIZE))


def moved_to(stage: Terminal, host: str) -> str:
    """The address in the QR, once it is at `host`."""
    return str(eventually(lambda: code if host in (code := code_on(stage)) else None))


def has_its_ticket(page: Page, url: str) -> None:
    page.add_init_script("Math.random = () => 0")  # pages fetch their tickets one after another
    with page.expect_response(re.compile("/ticket$")):
        page.goto(url)


def test_the_code_on_the_stage_changes_and_phones_follow_or_say_what_to_do(
    network: Network, stage: Terminal, phones: Phones
) -> None:
    page, plain = phones.open(), phones.open(script=False)
    has_its_ticket(page, moved_to(stage, FIRST))
    plain.goto(moved_to(stage, FIRST))
    expect(plain.get_by_role("button", name="Send")).to_be_visible()
    page.locator("textarea").first.fill("A draft")
    page.locator("h1").click()

    network.loses(FIRST)
    at_second = moved_to(stage, SECOND)
    assert "New address: scan the code again." in stage.screen()
    page.wait_for_url(re.compile(f"^{at_second}$", re.IGNORECASE))
    expect(page.locator("textarea").first).to_have_value("A draft")

    network.gets(THIRD)  # of which the page has never heard
    network.loses(SECOND)
    moved_to(stage, THIRD)
    expect(page.locator("#offline")).to_contain_text(AGAIN)
    expect(page.locator("#offline")).to_be_visible()
    page.goto(moved_to(stage, THIRD))
    expect(page.locator("textarea").first).to_be_visible()


def test_a_network_that_sleeps_and_comes_back_has_changed_nothing(
    network: Network, stage: Terminal, phones: Phones
) -> None:
    before = moved_to(stage, FIRST)
    page = phones.open(before)
    network.loses(FIRST, SECOND)
    stage.until("No network just now. Trying again.")
    assert code_on(stage) == before
    expect(page.locator("#offline")).to_contain_text(AGAIN)
    expect(page.locator("#offline")).to_be_visible()
    network.gets(FIRST)
    eventually(lambda: "No network just now." not in stage.screen())
    assert code_on(stage) == before
    expect(page.locator("#offline")).to_be_hidden()
    stage.press("o")
    expect(page.locator("h1")).not_to_have_text("What did you see?")


def test_a_hub_bound_to_an_address_answers_there_again(network: Network, program: Program) -> None:
    inside = network.program(program)
    with terminal(program, SIZE) as stage:
        stage.type(typed(inside, "run", "short.yaml", "--host", FIRST))
        stage.until("Anonymous. No names.")
        before = moved_to(stage, FIRST)
        network.loses(FIRST)
        stage.until("No network just now. Trying again.")
        assert code_on(stage) == before
        network.gets(FIRST)
        eventually(lambda: "No network just now." not in stage.screen())
        with chromium(network.browser(program.here)) as browser:
            page = browser.new_page()
            page.goto(before)
            expect(page.locator("#joined")).to_be_visible()
