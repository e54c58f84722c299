"""Looking at the data without starting a run."""

import json
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from neurarium.data.places import dataset_folder
from neurarium.data.samples import Samples, Source
from neurarium.data.sources import load_source
from neurarium.data.split import split_positions
from neurarium.spec.base import Shape
from neurarium.spec.data import DataSpec
from neurarium.spec.errors import SpecError
from neurarium.words import say

SPLITS = ("train", "validation", "test")
MOST_VALUES = 2_000_000
"""Numbers in one answer: 2,500 of MNIST's images, 13 of 3 x 224 x 224. As JSON they take about 20 MB."""


@dataclass(frozen=True)
class SamplesView:
    """Some samples of a split.

    Attributes:
        dataset: the data set's name.
        split: ``train``, ``validation`` or ``test``.
        offset: the place of the first of these samples in the split.
        total: how many samples the split has.
        input_shape: the shape of one sample.
        class_names: a target is a position in it.
        samples: the samples, at most as many as were asked for.
    """

    dataset: str
    split: str
    offset: int
    total: int
    input_shape: Shape
    class_names: tuple[str, ...]
    samples: Samples


def view_samples(spec: DataSpec, seed: int, split: str = "train", offset: int = 0, limit: int = 32) -> SamplesView:
    """Return samples `offset` to `offset + limit` of a split, in the order in which a run with that seed holds them.

    Beyond the split's end there are none; so is a split empty that the spec or the data set does not have. Of large
    samples there may be fewer than `limit`, one at least: `MOST_VALUES` numbers are shown at a time.

    Raises:
        SpecError: there is no such split, `offset` or `limit` is negative, or too few samples for the split.
        UnavailableError: the data set's files are not on this machine.
        DataError: they are there and cannot be used.
    """
    if split not in SPLITS:
        raise SpecError(
            say('There is no split "{split}".', split=split),
            hint=say("There are {known}.", known=list(SPLITS)),
            field="split",
            code="unknown_split",
        )
    for name, value in (("offset", offset), ("limit", limit)):
        if value < 0:
            raise SpecError(
                say("{name} is {value}.", name=name, value=value),
                hint=say("{name} should be 0 or more.", name=name),
                field=name,
            )
    source = _load_cached(spec.dataset, spec.model_dump_json(include={"options"}), seed, _stamp(spec.dataset))
    recorded = source.recorded
    if split != "test":
        positions = split_positions(len(recorded), spec, seed)[SPLITS.index(split)]
    elif source.test is not None:
        recorded = source.test
        positions = np.arange(len(recorded))
    else:
        positions = np.arange(0)
    most = max(1, MOST_VALUES // math.prod(spec.source.input_shape()))
    return SamplesView(
        dataset=spec.dataset,
        split=split,
        offset=offset,
        total=len(positions),
        input_shape=spec.source.input_shape(),
        class_names=spec.source.class_names(),
        samples=recorded.pick(positions[offset : offset + min(limit, most)]),
    )


# A person pages through the data: reading MNIST anew for each page would take half a second. Kept as bytes, not scaled.
@lru_cache(maxsize=4)
def _load_cached(dataset: str, options: str, seed: int, stamp: tuple[str, int]) -> Source:
    return load_source(DataSpec.model_validate({"dataset": dataset, **json.loads(options)}).source, seed)


def _stamp(kind: str) -> tuple[str, int]:
    """Return what changes when the data set's files are put elsewhere, added or replaced."""
    folder = dataset_folder(kind)
    return str(folder), folder.stat().st_mtime_ns if folder.is_dir() else 0
