"""Which sample of a run can be pinned, to be followed through every layer."""

from collections.abc import Mapping

from neurarium.spec.errors import SpecError
from neurarium.words import Text, say


def pinnable(samples: Mapping[str, int]) -> tuple[Text, int]:
    """Return of which split a sample can be pinned, and how many it has, given how many each split has."""
    if samples["validation"]:
        return say("validation"), samples["validation"]
    return say("train"), samples["train"]


def check_pinned(place: int | None, samples: Mapping[str, int] | None) -> None:
    """Check that there is a sample at `place`; how many there are is not known, None, until a run is built.

    Raises:
        SpecError: there are not so many; located at ``pinned_sample``.
    """
    if place is None or samples is None:
        return
    split, count = pinnable(samples)
    if place >= count:
        raise SpecError(
            say(
                "pinned_sample is {place:,}; there are {count:,} {split} samples.",
                place=place,
                count=count,
                split=split,
            ),
            hint=say("Pin one from 0 to {last:,}.", last=count - 1),
            field="pinned_sample",
            code="out_of_range",
        )
