"""One file a data set, named after its kind; each has `load`, which makes or reads the samples.

A file is imported when its data set is first asked for, so a run pays for the one it uses.
"""

import importlib
import pkgutil
from typing import Protocol, cast

from neurarium.data.samples import Source
from neurarium.spec.datasets import Dataset
from neurarium.spec.errors import NotFoundError
from neurarium.words import say


class Loader(Protocol):
    """What each file of this package offers as `load`."""

    def __call__(self, dataset: Dataset, seed: int) -> Source:
        """Return the samples of `dataset` with its options; `seed` fixes those that are drawn at random."""
        ...


def source_kinds() -> tuple[str, ...]:
    """Return the kinds that have a file here, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def load_source(dataset: Dataset, seed: int) -> Source:
    """Return the samples of `dataset`.

    Raises:
        NotFoundError: this data set is described and has no file here.
        UnavailableError: its files are not on this machine.
        DataError: its files are there and cannot be used.
    """
    if dataset.kind not in source_kinds():
        raise NotFoundError(
            say('Nothing here makes or reads the data set "{kind}".', kind=dataset.kind),
            hint=say("There are {known}.", known=list(source_kinds())),
            field="dataset",
        )
    load = cast(Loader, importlib.import_module(f"{__name__}.{dataset.kind}").load)
    return load(dataset, seed)
