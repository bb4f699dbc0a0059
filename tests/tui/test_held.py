"""A key held down does not run through the workshop."""

from workshop.tui.held import AT_MOST, HeldKeys


class Steady:
    """A clock that goes on by the same step at each look."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_a_key_that_repeats_thirty_times_a_second_counts_a_few_times() -> None:
    keys = HeldKeys(Steady(1 / 30))
    assert sum(keys.counts("next") for _ in range(200)) == AT_MOST


def test_presses_as_quick_as_a_hand_can_all_count() -> None:
    keys = HeldKeys(Steady(0.1))
    assert all(keys.counts("next") for _ in range(50))


def test_after_a_pause_it_counts_again() -> None:
    steady = Steady(1 / 30)
    keys = HeldKeys(steady)
    for _ in range(20):
        keys.counts("next")
    steady.now += 1
    assert keys.counts("next")


def test_another_key_counts_at_once() -> None:
    keys = HeldKeys(Steady(1 / 30))
    for _ in range(20):
        keys.counts("next")
    assert keys.counts("back")
