"""Space: what is free is found, the closest first, and nothing is given out twice."""

import random

from workshop.tui.draw.space import Space

Box = tuple[int, int, int, int]


def cells(box: Box) -> set[tuple[int, int]]:
    row, column, width, height = box
    return {(row + down, column + across) for down in range(height) for across in range(width)}


def test_what_is_free_is_found_exactly_where_it_is_wanted() -> None:
    assert Space(20, 10).closest(4, 7, 5, 2) == (4, 7)


def test_beside_what_is_taken_the_closest_place_is_found() -> None:
    space = Space(20, 1)
    space.take(0, 5, 6, 1)
    assert space.closest(0, 6, 3, 1) == (0, 2)
    assert space.closest(0, 9, 3, 1) == (0, 11)


def test_a_wish_outside_of_the_field_ends_at_its_edge() -> None:
    assert Space(20, 10).closest(-5, 40, 5, 2) == (0, 15)


def test_what_is_kept_free_beside_may_lie_off_the_edge_but_not_on_others() -> None:
    assert Space(10, 1).closest(0, 4, 6, 1, beside=3) == (0, 4)
    space = Space(10, 2)
    space.take(0, 8, 2, 1)
    assert space.closest(0, 2, 6, 1, beside=1) == (0, 1)
    assert space.closest(0, 2, 6, 1, beside=3) == (1, 2)


def test_where_there_is_no_room_nothing_is_found() -> None:
    space = Space(6, 3)
    space.take(1, 0, 6, 1)
    assert space.closest(0, 0, 6, 2) is None
    assert space.closest(0, 0, 7, 1) is None
    assert space.closest(0, 0, 1, 4) is None


def test_whatever_is_found_and_taken_lies_on_the_field_and_on_nothing_else() -> None:
    chance = random.Random(7)
    space, taken = Space(40, 20), set[tuple[int, int]]()
    refused = 0
    for _ in range(120):
        width, height = chance.randint(1, 9), chance.randint(1, 4)
        found = space.closest(chance.randint(0, 19), chance.randint(0, 39), width, height)
        if found is None:
            refused += 1
            continue
        box = cells((*found, width, height))
        assert all(0 <= row < 20 and 0 <= column < 40 for row, column in box)
        assert not box & taken
        taken |= box
        space.take(*found, width, height)
    assert refused
    assert len(taken) > 600


def test_a_field_knows_what_is_taken() -> None:
    space = Space(8, 4)
    space.take(1, -2, 4, 2)
    assert not space.is_free(2, 1, 1, 1)
    assert space.is_free(2, 2, 6, 2)
    assert not space.is_free(3, 7, 2, 1)
