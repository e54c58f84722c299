"""MNIST is read from its own files, and what is missing or wrong is said."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from neurarium.data import DataError, load_dataset
from neurarium.data.sources.mnist import read_mnist
from neurarium.spec import DataSpec
from neurarium.spec.errors import UnavailableError

SHARED = Path(__file__).parents[3] / "shared" / "data" / "mnist"


def images(count: int, height: int = 28, width: int = 28) -> bytes:
    header = b"\x00\x00\x08\x03" + b"".join(size.to_bytes(4, "big") for size in (count, height, width))
    return header + (np.arange(count * height * width) % 256).astype(np.uint8).tobytes()


def labels(*values: int) -> bytes:
    return b"\x00\x00\x08\x01" + len(values).to_bytes(4, "big") + bytes(values)


def put(folder: Path, **files: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    names = {
        "train_images": "train-images-idx3-ubyte",
        "train_labels": "train-labels-idx1-ubyte",
        "test_images": "t10k-images-idx3-ubyte",
        "test_labels": "t10k-labels-idx1-ubyte",
    }
    for name, contents in files.items():
        (folder / names[name]).write_bytes(contents)
    return folder


def test_images_labels_and_scale(tmp_path: Path) -> None:
    source = read_mnist(put(tmp_path, train_images=images(3), train_labels=labels(7, 0, 9)))
    samples = source.recorded.pick(slice(None))
    assert source.test is None
    assert samples.inputs.shape == (3, 1, 28, 28)
    assert samples.inputs.dtype == np.float32
    assert samples.targets.tolist() == [7, 0, 9]
    assert samples.inputs[0, 0, 1, 2] == np.float32(30) / np.float32(255)
    assert samples.inputs.max() == 1


def test_the_test_images_come_apart(tmp_path: Path) -> None:
    put(tmp_path, train_images=images(3), train_labels=labels(7, 0, 9))
    source = read_mnist(put(tmp_path, test_images=images(2), test_labels=labels(1, 2)))
    assert len(source.recorded) == 3
    assert source.test is not None
    assert source.test.targets.tolist() == [1, 2]


def test_packed_files_and_the_spelling_with_a_dot(tmp_path: Path) -> None:
    (tmp_path / "train-images.idx3-ubyte.gz").write_bytes(gzip.compress(images(2)))
    (tmp_path / "train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels(4, 5)))
    assert read_mnist(tmp_path).recorded.targets.tolist() == [4, 5]


def test_the_folder_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = DataSpec(dataset="mnist", validation_fraction=0)
    monkeypatch.setenv("NEURARIUM_HOME", str(tmp_path / "home"))
    put(tmp_path / "home" / "datasets" / "mnist", train_images=images(2), train_labels=labels(1, 1))
    assert load_dataset(spec, 0).train.targets.tolist() == [1, 1]
    put(tmp_path / "elsewhere", train_images=images(3), train_labels=labels(2, 2, 2))
    monkeypatch.setenv("NEURARIUM_MNIST_FOLDER", str(tmp_path / "elsewhere"))
    assert load_dataset(spec, 0).train.targets.tolist() == [2, 2, 2]


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        ({}, "train-images-idx3-ubyte.gz"),
        ({"train_images": images(1)}, "train-labels-idx1-ubyte.gz"),
        ({"train_labels": labels(1)}, "train-images-idx3-ubyte.gz"),
        (
            {"train_images": images(1), "train_labels": labels(1), "test_images": images(1)},
            "t10k-labels-idx1-ubyte.gz",
        ),
    ],
)
def test_missing_files_are_named_and_the_hint_says_where_they_go(
    files: dict[str, bytes], missing: str, tmp_path: Path
) -> None:
    with pytest.raises(UnavailableError, match=missing) as caught:
        read_mnist(put(tmp_path / "here", **files))
    assert str(tmp_path / "here") in caught.value.info.message
    assert "NEURARIUM_MNIST_FOLDER" in str(caught.value.info.hint)
    assert caught.value.info.code == "unavailable"


def test_a_folder_that_is_not_there_is_a_missing_data_set(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError):
        read_mnist(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("train_images", "train_labels", "problem"),
    [
        (images(3), labels(1, 2), "3 images and train-labels-idx1-ubyte 2 labels"),
        (images(2, 32, 20), labels(1, 2), "images of 32x20 pixels"),
        (images(2), labels(1, 10), "the label 10"),
        (labels(1, 2), images(2), "train-images-idx3-ubyte begins with the bytes 00 00 08 01"),
        (images(2)[:-1], labels(1, 2), "cut off|it holds"),
    ],
)
def test_files_that_do_not_fit_are_refused(
    train_images: bytes, train_labels: bytes, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=problem) as caught:
        read_mnist(put(tmp_path, train_images=train_images, train_labels=train_labels))
    assert caught.value.info.hint


@pytest.mark.skipif(not SHARED.is_dir(), reason="real MNIST files are not beside this checkout")
def test_real_mnist() -> None:
    source = read_mnist(SHARED)
    assert source.test is not None
    assert (len(source.recorded), len(source.test)) == (19_000, 10_000)
    # The well-known first labels of both parts.
    assert source.recorded.targets[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert source.test.targets[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    # The mean pixel of MNIST's training images is 0.1307.
    assert source.recorded.values.mean() / 255 == pytest.approx(0.1307, abs=0.001)
    # Borders are blank, the middle is not: rows and columns are where they belong.
    assert source.recorded.values[:, 0, 0].mean() < 1
    assert source.recorded.values[:, 0, 14, 14].mean() > 50
