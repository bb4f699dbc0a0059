"""The letters of big type: their shapes, read from glyphs.bin one size at a time.

The file is written by tools/make_type.py and looks like this, every number little-endian:

    MAGIC, then for each size of SIZES, in that order, a DIRECTORY record:
        where its section starts in the file, how many bytes the section has
    then the sections, each a zlib stream of
        HEAD    how many letters, how many pairs, half cells between two words
        GLYPH   a record a letter, in the order of their code points:
                code point, left bearing, right bearing, top, width, height
        PAIR    a record a kerned pair: first code point, second, how much closer (below 0) they stand
        levels  the letters' pictures one after the other, row by row from the top, each row's half cells
                from the left, two of them a byte (the first in the high four bits; a row ends with its byte)

A letter's picture has a level from 0 (paper) to 15 (ink) for each quarter of a cell: half a cell wide, half
a row high. Width, height and `top` (of the first row, above the baseline) are in these. Bearings and kerning
are finer, in STEPSths of a half cell: the gap between two letters is rounded once, from their sum.
"""

import struct
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from .sizes import SIZES, Size

DATA = Path(__file__).with_name("glyphs.bin")
MAGIC = b"WTYPE\x01"
DIRECTORY = struct.Struct("<II")
HEAD = struct.Struct("<HHB")
GLYPH = struct.Struct("<HbbbBB")
PAIR = struct.Struct("<HHb")
STEPS = 8
INK = 15

_SAME = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None, "\u02bc": "’", "\u2009": "\u202f"})
_KERNED_AS = str.maketrans("ØøĐđŁł", "OoDdLl")


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """One letter at one size; bearings in STEPSths of a half cell, levels row by row from the top."""

    letter: str
    left: int
    right: int
    top: int
    width: int
    rows: tuple[bytes, ...]


class Face:
    """All letters of one size."""

    def __init__(self, section: bytes) -> None:
        """Reads the index of a section that is unpacked already; the pictures stay packed until asked for."""
        count, pairs, self.space = _head(section)
        records_end = HEAD.size + count * GLYPH.size
        pairs_end = records_end + pairs * PAIR.size
        self._section = section
        self._pairs: dict[tuple[int, int], int] = {
            (first, second): closer
            for first, second, closer in PAIR.iter_unpack(section[records_end:pairs_end])
        }
        self._index: dict[int, tuple[int, int, int, int, int, int]] = {}
        start = pairs_end
        for code, left, right, top, width, height in GLYPH.iter_unpack(section[HEAD.size : records_end]):
            self._index[code] = (left, right, top, width, height, start)
            start += (width + 1) // 2 * height
        self._glyphs: dict[str, Glyph] = {}

    def __contains__(self, letter: str) -> bool:
        return ord(letter) in self._index

    def __getitem__(self, letter: str) -> Glyph:
        """The glyph of `letter`; KeyError where the face has none."""
        glyph = self._glyphs.get(letter)
        if glyph is None:
            glyph = self._glyphs[letter] = self._unpack(letter)
        return glyph

    def _unpack(self, letter: str) -> Glyph:
        left, right, top, width, height, start = self._index[ord(letter)]
        stride = (width + 1) // 2
        packed = self._section[start : start + stride * height].hex()
        rows = (packed[at : at + width] for at in range(0, stride * height * 2, stride * 2))
        return Glyph(letter, left, right, top, width, tuple(bytes(int(d, 16) for d in row) for row in rows))

    @cached_property
    def loosest(self) -> int:
        """How much farther apart two letters may stand than their bearings say, in STEPSths."""
        return max(0, *self._pairs.values())

    def kerning(self, first: str, second: str) -> int:
        """How much closer (below 0) than their bearings say two letters stand, in STEPSths of a half cell."""
        return self._pairs.get((ord(_base(first)), ord(_base(second))), 0)


def _head(section: bytes) -> tuple[int, int, int]:
    count, pairs, space = HEAD.unpack_from(section)
    return count, pairs, space


@cache
def _base(letter: str) -> str:
    """The letter without its accent: it is kerned like that."""
    return unicodedata.normalize("NFD", letter.translate(_KERNED_AS))[0]


@cache
def face(size: Size) -> Face:
    """The letters of a size, read from glyphs.bin the first time that they are wanted."""
    with DATA.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise ValueError(f"{DATA} is not big type")
        file.seek(len(MAGIC) + DIRECTORY.size * SIZES.index(size))
        start, length = DIRECTORY.unpack(file.read(DIRECTORY.size))
        file.seek(start)
        return Face(zlib.decompress(file.read(length)))


def tidy(text: str) -> str:
    """The text as the faces spell it: composed, soft hyphens gone, look-alikes by their usual letter."""
    return unicodedata.normalize("NFC", text).translate(_SAME)
