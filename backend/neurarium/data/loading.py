"""A data set ready to train on."""

from dataclasses import dataclass

from neurarium.data.samples import Recorded, Samples
from neurarium.data.sources import load_source
from neurarium.data.split import split_positions
from neurarium.spec.base import Shape
from neurarium.spec.data import DataSpec


@dataclass(frozen=True)
class LoadedDataset:
    """What a run trains and validates on.

    Attributes:
        train: samples to train on, one at least.
        validation: samples kept to validate; none where the share is 0.
        test: samples that the data set itself keeps for a last test, as recorded, since training never asks for them;
            None where it has none.
        class_names: a target is a position in it.
        input_shape: the shape of one sample.
    """

    train: Samples
    validation: Samples
    test: Recorded | None
    class_names: tuple[str, ...]
    input_shape: Shape


def load_dataset(spec: DataSpec, seed: int) -> LoadedDataset:
    """Return the data that `spec` asks for; the same spec and seed give the same samples in the same order.

    Raises:
        SpecError: too few samples for the split that is asked for.
        UnavailableError: the data set's files are not on this machine.
        DataError: they are there and cannot be used.
    """
    source = load_source(spec.source, seed)
    train, validation = split_positions(len(source.recorded), spec, seed)
    return LoadedDataset(
        train=source.recorded.pick(train),
        validation=source.recorded.pick(validation),
        test=source.test,
        class_names=spec.source.class_names(),
        input_shape=spec.source.input_shape(),
    )
