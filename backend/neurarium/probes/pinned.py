"""The sample at which a run is looked through."""

from typing import NamedTuple

from neurarium.data import LoadedDataset
from neurarium.data.samples import Samples


class Pinnable(NamedTuple):
    """The samples of which one can be pinned.

    Attributes:
        split: ``validation``, or ``train`` where none are kept to validate.
        samples: in the order in which ``GET /api/datasets/{name}/samples`` shows that split.
    """

    split: str
    samples: Samples


def pinnable(data: LoadedDataset) -> Pinnable:
    """Return the samples of which one can be pinned."""
    if len(data.validation):
        return Pinnable("validation", data.validation)
    return Pinnable("train", data.train)
