"""GoogLeNet, also called Inception v1.

Source: Szegedy et al. 2015, Going Deeper with Convolutions, table 1. It follows torchvision in three things: batch
normalisation behind every convolution in place of the local response normalisations, filters of 3x3 where the paper
has 5x5, and no auxiliary classifiers, whose weights a trained network does not use. Pooling pads by one pixel, where
torchvision rounds sizes up; the sizes come out the same.
"""

from neurarium.spec.architectures._nodes import Node, Nodes
from neurarium.spec.architectures._runs import IMAGENET_CLASSES, SHAPES, TEN, full, preset
from neurarium.spec.preset import Preset

PUBLISHED = 2014

Widths = tuple[int, int, int, int, int, int]
"""An inception module's filters: 1x1; 3x3 reduced, 3x3; 5x5 reduced, 5x5; behind the pooling."""
STAGES: tuple[dict[str, Widths], ...] = (
    {"3a": (64, 96, 128, 16, 32, 32), "3b": (128, 128, 192, 32, 96, 64)},
    {
        "4a": (192, 96, 208, 16, 48, 64),
        "4b": (160, 112, 224, 24, 64, 64),
        "4c": (128, 128, 256, 24, 64, 64),
        "4d": (112, 144, 288, 32, 64, 64),
        "4e": (256, 160, 320, 32, 128, 128),
    },
    {"5a": (256, 160, 320, 32, 128, 128), "5b": (384, 192, 384, 48, 128, 128)},
)
"""The inception modules, by the paper's names; between the stages an image is halved."""


def convolution(nodes: Nodes, name: str, width: int, kernel_size: int, *, stride: int = 1, source: str = "") -> str:
    """Add convolution, batch normalisation and ReLU, named after `name`, and return the last one's name."""
    nodes.add(
        "conv2d",
        f"{name}_conv",
        inputs=[source] if source else None,
        out_channels=width,
        kernel_size=kernel_size,
        stride=stride,
        padding=kernel_size // 2,
        bias=False,
    )
    nodes.add("batch_norm", f"{name}_norm", eps=0.001)
    return nodes.add("relu", f"{name}_relu")


def inception(nodes: Nodes, name: str, widths: Widths) -> str:
    """Add an inception module: four branches that look at different sizes, joined channel by channel."""
    one, three_reduced, three, five_reduced, five, pooled = widths
    source = nodes.last
    branches = [convolution(nodes, f"{name}_1x1", one, 1, source=source)]
    convolution(nodes, f"{name}_3x3_reduce", three_reduced, 1, source=source)
    branches.append(convolution(nodes, f"{name}_3x3", three, 3))
    convolution(nodes, f"{name}_5x5_reduce", five_reduced, 1, source=source)
    branches.append(convolution(nodes, f"{name}_5x5", five, 3))
    nodes.add("max_pool2d", f"{name}_pool", inputs=[source], kernel_size=3, stride=1, padding=1)
    branches.append(convolution(nodes, f"{name}_pool_1x1", pooled, 1))
    return nodes.add("concat", name, inputs=branches)


def googlenet(classes: int = IMAGENET_CLASSES) -> list[Node]:
    """Return GoogLeNet for images of 3 x 224 x 224."""
    nodes = Nodes()
    convolution(nodes, "stem1", 64, 7, stride=2)
    nodes.add("max_pool2d", kernel_size=3, stride=2, padding=1)
    convolution(nodes, "stem2", 64, 1)
    convolution(nodes, "stem3", 192, 3)
    for stage in STAGES:
        nodes.add("max_pool2d", kernel_size=3, stride=2, padding=1)
        for name, widths in stage.items():
            inception(nodes, f"inception{name}", widths)
    return _finish(nodes, 0.2, classes)


def googlenet_small(classes: int = TEN) -> list[Node]:
    """Return three inception modules for images of 3 x 32 x 32, an eighth as wide as those they are named after."""
    nodes = Nodes()
    convolution(nodes, "stem1", 16, 3)
    nodes.add("max_pool2d", kernel_size=3, stride=2, padding=1)
    for name, stage in zip(("3a", "4a", "5a"), STAGES, strict=True):
        one, three_reduced, three, five_reduced, five, pooled = (width // 8 for width in stage[name])
        inception(nodes, f"inception{name}", (one, three_reduced, three, five_reduced, five, pooled))
        if name != "5a":
            nodes.add("max_pool2d", kernel_size=3, stride=2, padding=1)
    return _finish(nodes, 0.2, classes)


def _finish(nodes: Nodes, dropout: float, classes: int) -> list[Node]:
    nodes.add("global_avg_pool2d")
    nodes.add("dropout", p=dropout)
    nodes.add("linear", out_features=classes)
    return nodes.list


def presets() -> list[Preset]:
    """Return GoogLeNet, and three small inception modules on drawn shapes."""
    return [
        preset(
            "googlenet_small",
            "GoogLeNet, small",
            "Three inception modules at an eighth of the width, on drawn shapes.",
            "small",
            googlenet_small(),
            data=SHAPES,
            optimizer={"kind": "adam", "learning_rate": 0.002},
            batch_size=50,
            epochs=20,
        ),
        full("googlenet", "GoogLeNet (Inception v1)", "Nine inception modules, 6.6 million parameters.", googlenet()),
    ]
