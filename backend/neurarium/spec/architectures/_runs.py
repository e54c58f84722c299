"""What the presets of architectures have in common: their data and how they are trained."""

from typing import Any

from neurarium.spec.architectures._nodes import Node
from neurarium.spec.preset import Preset
from neurarium.spec.run import RunSpec

IMAGENET = {
    "dataset": "shapes",
    "options": {"image_size": 224, "channels": 3, "shapes": 10, "colours": 10, "counts": 10, "samples": 1000},
}
"""Data of ImageNet's form, 3 x 224 x 224 in 1,000 classes, which needs no download."""
SHAPES = {"dataset": "shapes", "options": {"image_size": 32, "channels": 3, "shapes": 10, "samples": 2000}}
"""Data of CIFAR-10's form, 3 x 32 x 32 in 10 classes."""
DIGITS = {"dataset": "digits"}
MNIST = {"dataset": "mnist"}
NOISE = {"dataset": "noise", "options": {"samples": 1000, "features": 100}, "validation_fraction": 0}
"""1,000 vectors of 100 numbers, all of them to train on."""
IMAGENET_CLASSES = 1000
TEN = 10


def preset(name: str, title: str, sentence: str, family: str, nodes: list[Node], **run: Any) -> Preset:
    """Return a preset; `run` holds whatever of its `RunSpec` is not at its default."""
    spec = RunSpec.model_validate({"name": title, "network": {"nodes": nodes}, **run})
    return Preset(name=name, title=title, sentence=sentence, family=family, spec=spec)


def full(name: str, title: str, sentence: str, nodes: list[Node]) -> Preset:
    """Return a preset of a network in its published size.

    It can be checked and drawn everywhere. To train it takes PyTorch, patience and some GiB of memory; the batches are
    small so that their outputs fit.
    """
    return preset(
        name,
        title,
        sentence,
        "full",
        nodes,
        engine="torch",
        data=IMAGENET,
        optimizer={"kind": "momentum", "learning_rate": 0.01},
        batch_size=16,
        epochs=10,
    )
