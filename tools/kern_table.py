"""Reads the kerning of a TrueType font from its own tables: Pillow rounds it away where it has no Raqm."""

import struct
from collections.abc import Iterable


def read_kerning(font: bytes, characters: Iterable[str]) -> dict[tuple[str, str], int]:
    """How much closer (below 0) pairs of the characters stand, in font units, by the font's table `kern`."""
    tables = read_tables(font)
    kern = tables[b"kern"]
    letters = {glyph: c for c in characters if (glyph := find_glyph(tables[b"cmap"], ord(c)))}
    (count,) = struct.unpack_from(">H", kern, 10)
    records = struct.iter_unpack(">HHh", kern[18 : 18 + 6 * count])
    return {(letters[a], letters[b]): units for a, b, units in records if a in letters and b in letters}


def read_tables(font: bytes) -> dict[bytes, bytes]:
    """The font's tables by their tags."""
    count = int.from_bytes(font[4:6])
    records = struct.iter_unpack(">4sIII", font[12 : 12 + 16 * count])
    return {tag: font[start : start + length] for tag, _, start, length in records}


def find_glyph(cmap: bytes, code: int) -> int:
    """The font's number for a character, by the Windows Unicode table (format 4) of `cmap`; 0 if none."""
    count = int.from_bytes(cmap[2:4])
    starts = {record[:2]: record[2] for record in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count])}
    table = cmap[starts[3, 1] :]
    twice = int.from_bytes(table[6:8])

    def column(number: int, after: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{twice // 2}H", table, 14 + number * twice + after)

    ends, firsts, deltas, jumps = column(0, 0), column(1, 2), column(2, 2), column(3, 2)
    at = next(i for i, end in enumerate(ends) if code <= end)
    if code < firsts[at]:
        return 0
    if not jumps[at]:
        return (code + deltas[at]) & 0xFFFF
    place = 16 + 3 * twice + 2 * at + jumps[at] + 2 * (code - firsts[at])
    glyph = int.from_bytes(table[place : place + 2])
    return (glyph + deltas[at]) & 0xFFFF if glyph else 0
