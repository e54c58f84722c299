"""MNIST, read from its own four files."""

from pathlib import Path

import numpy as np

from neurarium.data.errors import DataError
from neurarium.data.idx import read_idx
from neurarium.data.places import dataset_folder, folder_variable
from neurarium.data.samples import Recorded, Source
from neurarium.spec.datasets.mnist import BRIGHTEST, Mnist
from neurarium.spec.errors import UnavailableError
from neurarium.spec.layers.base import describe_size
from neurarium.words import say

KIND = "mnist"


def load(dataset: Mnist, seed: int) -> Source:
    """Return MNIST from the folder of this machine, see `read_mnist`; `seed` changes nothing."""
    return read_mnist(normalize=dataset.normalize)


def read_mnist(folder: Path | None = None, *, normalize: bool = True) -> Source:
    """Return MNIST's images, pixels 0 to 1, shape ``(count, 1, 28, 28)``; how many there are is for the files to say.

    The test images come along where their files are there.

    Arguments:
        folder: where the files lie; None takes ``NEURARIUM_MNIST_FOLDER``, else ``datasets/mnist`` in
            ``NEURARIUM_HOME``.
        normalize: whether pixels are brought to 0 to 1; otherwise they are 0 to 255.

    Raises:
        UnavailableError: files are not there or may not be read.
        DataError: a file is not what its name says, or images and labels differ in number.
    """
    folder = folder if folder is not None else dataset_folder(KIND)
    test_is_there = any(_find(folder, f"t10k-{part}") for part in ("images-idx3", "labels-idx1"))
    divisor = BRIGHTEST if normalize else 1
    test = _read_pair(folder, "t10k", divisor) if test_is_there else None
    return Source(_read_pair(folder, "train", divisor), test)


def _read_pair(folder: Path, part: str, divisor: int) -> Recorded:
    images_path, labels_path = (_require(folder, f"{part}-{name}") for name in ("images-idx3", "labels-idx1"))
    try:
        images = read_idx(images_path, dimensions=3)
        labels = read_idx(labels_path, dimensions=1)
    except OSError as error:
        raise UnavailableError(
            say("MNIST's files in {folder} cannot be read: {error}.", folder=folder, error=error),
            hint=say("Check who may read the folder and its files."),
            field="dataset",
        ) from error
    shape = Mnist().input_shape()
    if images.shape[1:] != shape[1:]:
        raise DataError(
            say(
                "{name} holds images of {size} pixels; MNIST's have {expected}.",
                name=images_path.name,
                size=describe_size(images.shape[1:]),
                expected=describe_size(shape[1:]),
            ),
            hint=say("Put MNIST's own files there."),
            field="dataset",
        )
    if len(images) != len(labels):
        raise DataError(
            say(
                "{images} holds {count:,} images and {labels} {label_count:,} labels; each image needs its label.",
                images=images_path.name,
                count=len(images),
                labels=labels_path.name,
                label_count=len(labels),
            ),
            hint=say("Put both files of one download there."),
            field="dataset",
        )
    classes = len(Mnist().class_names())
    if len(labels) and labels.max() >= classes:
        raise DataError(
            say(
                "{name} holds the label {label}; MNIST's go from 0 to {last}.",
                name=labels_path.name,
                label=labels.max(),
                last=classes - 1,
            ),
            hint=say("Put MNIST's own files there."),
            field="dataset",
        )
    return Recorded(images.reshape(-1, *shape), labels.astype(np.int64), divisor=divisor)


def _require(folder: Path, name: str) -> Path:
    path = _find(folder, name)
    if path is None:
        raise UnavailableError(
            say("MNIST is not on this machine: {folder} has no {name}-ubyte.gz.", folder=folder, name=name),
            hint=say(
                "Put train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz there (and, for a last "
                "test, t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz), packed or not, or "
                "set {variable} to the folder that has them.",
                variable=folder_variable(KIND),
            ),
            field="dataset",
        )
    return path


def _find(folder: Path, name: str) -> Path | None:
    """Return the file called `name`, packed or not; some copies write a dot where others write a hyphen."""
    spellings = (name, ".".join(name.rsplit("-", 1)))
    candidates = (folder / f"{spelling}-ubyte{suffix}" for spelling in spellings for suffix in ("", ".gz"))
    return next((path for path in candidates if path.is_file()), None)
