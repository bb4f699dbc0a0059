"""What a request's head tells: above all whether another device asks, or this computer itself."""

import pytest

from workshop.hub.visit import Visit


@pytest.mark.parametrize(
    ("asks", "called", "elsewhere"),
    [
        ("192.168.1.40", "192.168.1.23", True),
        ("fe80::7", "fe80::1", True),
        ("192.168.1.23", "192.168.1.23", False),
        ("127.0.0.1", "127.0.0.1", False),
        ("127.0.0.2", "127.0.0.1", False),
        ("::1", "::1", False),
    ],
)
def test_this_computer_is_no_phone_whichever_of_its_addresses_it_calls(
    asks: str, called: str, elsewhere: bool
) -> None:
    scope = {"headers": [], "client": (asks, 51000), "server": (called, 8080)}
    visit = Visit(scope)
    assert visit.elsewhere is elsewhere
    assert asks not in repr([getattr(visit, name) for name in Visit.__slots__])


def test_a_connection_that_is_already_gone_is_nobody() -> None:
    assert not Visit({"headers": [], "client": None, "server": ("127.0.0.1", 8080)}).elsewhere
