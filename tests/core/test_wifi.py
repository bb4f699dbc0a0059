"""What a Wi-Fi's own QR code holds, by the rules of ZXing."""

import re

import pytest

from workshop.core.wifi import Wifi


def parsed(code: str) -> dict[str, str]:
    """The fields as ZXing's WifiResultParser takes them: up to the next ; without a backslash before it."""
    body = code.removeprefix("WIFI:")
    found = re.findall(r"([A-Z]):((?:\\.|[^;\\])*);", body)
    assert "".join(f"{key}:{value};" for key, value in found) + ";" == body
    return {key: re.sub(r"\\(.)", r"\1", value) for key, value in found}


@pytest.mark.parametrize(
    ("wifi", "code"),
    [
        (Wifi("Gjest", password="velkommen"), "WIFI:T:WPA;S:Gjest;P:velkommen;;"),
        (Wifi("Gjest", security="nopass"), "WIFI:T:nopass;S:Gjest;;"),
        (Wifi("Gjest", "WEP", "12345", hidden=True), "WIFI:T:WEP;S:Gjest;P:12345;H:true;;"),
        # the wiki's own example
        (Wifi(r'"foo;bar\baz"', security="nopass"), r"WIFI:T:nopass;S:\"foo\;bar\\baz\";;"),
    ],
)
def test_it_is_written_as_phones_read_it(wifi: Wifi, code: str) -> None:
    assert wifi.code == code


@pytest.mark.parametrize("text", [r"a\b", "a;b", "a,b", "a:b", 'a"b', r"\;\:", ";;", "æ ø å", "P:x;;"])
def test_every_character_comes_back_from_a_name_and_a_password(text: str) -> None:
    fields = parsed(Wifi(text, password=text, hidden=True).code)
    assert fields == {"T": "WPA", "S": text, "P": text, "H": "true"}


def test_a_password_is_not_told_by_accident() -> None:
    assert "hemmelig" not in repr(Wifi("Gjest", password="hemmelig"))
