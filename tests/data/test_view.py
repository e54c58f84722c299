"""The view shows the very samples that a run trains and validates on."""

from pathlib import Path

import numpy as np
import pytest

from neurarium.data import load_dataset, view_samples
from neurarium.spec import DataSpec
from neurarium.spec.errors import SpecError, UnavailableError

from .test_mnist import images, labels, put


@pytest.mark.parametrize("split", ["train", "validation"])
@pytest.mark.parametrize("dataset", ["digits", "spiral"])
def test_pages_put_together_are_the_split_of_a_run(dataset: str, split: str) -> None:
    spec = DataSpec(dataset=dataset, validation_fraction=0.25)
    loaded = load_dataset(spec, 7)
    expected = {"train": loaded.train, "validation": loaded.validation}[split]
    pages = [view_samples(spec, 7, split, offset, 300) for offset in range(0, 1800, 300)]
    assert all(page.total == len(expected) for page in pages)
    np.testing.assert_array_equal(np.concatenate([page.samples.inputs for page in pages]), expected.inputs)
    np.testing.assert_array_equal(np.concatenate([page.samples.targets for page in pages]), expected.targets)


def test_what_a_view_says_of_itself() -> None:
    view = view_samples(DataSpec(), 0, "validation", 4, 3)
    assert (view.dataset, view.split, view.offset, view.total) == ("digits", "validation", 4, 180)
    assert view.input_shape == (1, 8, 8)
    assert view.class_names == tuple("0123456789")
    assert view.samples.inputs.shape == (3, 1, 8, 8)


def test_options_and_seed_reach_the_generator() -> None:
    one = view_samples(DataSpec(dataset="spiral", options={"classes": 5}), 0, limit=50)
    other = view_samples(DataSpec(dataset="spiral", options={"classes": 2}), 0, limit=50)
    reseeded = view_samples(DataSpec(dataset="spiral", options={"classes": 5}), 1, limit=50)
    assert len(one.class_names) == 5
    assert one.samples.targets.max() > other.samples.targets.max()
    assert not np.array_equal(one.samples.inputs, reseeded.samples.inputs)


def test_beyond_the_end_and_without_such_samples_there_are_none() -> None:
    assert view_samples(DataSpec(), 0, "train", 5000, 10).samples.inputs.shape == (0, 1, 8, 8)
    assert view_samples(DataSpec(validation_fraction=0), 0, "validation").total == 0
    assert view_samples(DataSpec(), 0, "test").total == 0


def test_test_samples_keep_the_files_order_and_new_files_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEURARIUM_MNIST_FOLDER", str(tmp_path))
    spec = DataSpec(dataset="mnist")
    with pytest.raises(UnavailableError):
        view_samples(spec, 0)
    put(tmp_path, train_images=images(4), train_labels=labels(0, 1, 2, 3))
    assert view_samples(spec, 0, "test").total == 0
    put(tmp_path, test_images=images(3), test_labels=labels(7, 8, 9))
    view = view_samples(spec, 0, "test", 1, 10)
    assert (view.total, view.samples.targets.tolist()) == (3, [8, 9])


@pytest.mark.parametrize(
    ("arguments", "field"),
    [({"split": "training"}, "split"), ({"offset": -1}, "offset"), ({"limit": -5}, "limit")],
)
def test_a_question_that_makes_no_sense_is_refused(arguments: dict[str, object], field: str) -> None:
    with pytest.raises(SpecError) as caught:
        view_samples(DataSpec(), 0, **arguments)  # pyright: ignore[reportArgumentType]
    assert caught.value.info.field == field
    assert caught.value.info.hint


def test_of_large_samples_fewer_are_shown_at_a_time() -> None:
    spec = DataSpec(dataset="shapes", options={"image_size": 224, "channels": 3, "samples": 20})
    first = view_samples(spec, seed=0, limit=500)
    assert (len(first.samples), first.total) == (13, 18)
    rest = view_samples(spec, seed=0, offset=13, limit=500)
    assert (len(rest.samples), rest.total) == (5, 18)
