"""VGG.

Source: Simonyan and Zisserman 2015, Very Deep Convolutional Networks for Large-Scale Image Recognition, table 1,
configurations A, D and E.
"""

from neurarium.spec.architectures._nodes import Node, Nodes
from neurarium.spec.architectures._runs import IMAGENET_CLASSES, SHAPES, TEN, full, preset
from neurarium.spec.preset import Preset

PUBLISHED = 2014

WIDTHS = (64, 128, 256, 512, 512)
CONVOLUTIONS = {11: (1, 1, 2, 2, 2), 16: (2, 2, 3, 3, 3), 19: (2, 2, 4, 4, 4)}
"""How many convolutions each stage has, by the number of layers with weights."""


def vgg(
    convolutions: tuple[int, ...],
    widths: tuple[int, ...] = WIDTHS,
    hidden: int = 4096,
    classes: int = IMAGENET_CLASSES,
) -> list[Node]:
    """Return stages of 3x3 convolutions, each halved by pooling, and three fully connected layers.

    Arguments:
        convolutions: how many convolutions each stage has.
        widths: how many filters they have, a number a stage.
        hidden: units of both hidden layers.
        classes: how many classes there are.
    """
    nodes = Nodes()
    for count, width in zip(convolutions, widths, strict=True):
        for _ in range(count):
            nodes.add("conv2d", out_channels=width, kernel_size=3, padding=1)
            nodes.add("relu")
        nodes.add("max_pool2d", kernel_size=2)
    nodes.add("flatten")
    for _ in range(2):
        nodes.add("linear", out_features=hidden)
        nodes.add("relu")
        nodes.add("dropout", p=0.5)
    nodes.add("linear", out_features=classes)
    return nodes.list


def presets() -> list[Preset]:
    """Return VGG-11, VGG-16 and VGG-19, and a small VGG-11 on drawn shapes."""
    parameters = {11: "132.9", 16: "138.4", 19: "143.7"}
    return [
        preset(
            "vgg11_small",
            "VGG-11, small",
            "VGG-11's eight convolutions at an eighth of the width, on drawn shapes.",
            "small",
            vgg(CONVOLUTIONS[11], tuple(width // 8 for width in WIDTHS), hidden=128, classes=TEN),
            data=SHAPES,
            optimizer={"kind": "adam", "learning_rate": 0.001},
            batch_size=50,
            epochs=20,
        ),
        *(
            full(
                f"vgg{layers}",
                f"VGG-{layers}",
                f"{layers} layers with weights, nothing but 3x3 filters: {parameters[layers]} million parameters.",
                vgg(convolutions),
            )
            for layers, convolutions in CONVOLUTIONS.items()
        ),
    ]
