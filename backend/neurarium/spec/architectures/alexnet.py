"""AlexNet.

Source: Krizhevsky et al. 2012, ImageNet Classification with Deep Convolutional Neural Networks; widths and strides are
those of Krizhevsky 2014, One Weird Trick for Parallelizing Convolutional Neural Networks, as torchvision has them: one
column, no local response normalisation.
"""

from neurarium.spec.architectures._nodes import Node, Nodes
from neurarium.spec.architectures._runs import IMAGENET_CLASSES, SHAPES, TEN, full, preset
from neurarium.spec.preset import Preset

PUBLISHED = 2012


def alexnet(classes: int = IMAGENET_CLASSES) -> list[Node]:
    """Return AlexNet for images of 3 x 224 x 224."""
    nodes = Nodes()
    nodes.add("conv2d", out_channels=64, kernel_size=11, stride=4, padding=2)
    nodes.add("relu")
    nodes.add("max_pool2d", kernel_size=3, stride=2)
    nodes.add("conv2d", out_channels=192, kernel_size=5, padding=2)
    nodes.add("relu")
    nodes.add("max_pool2d", kernel_size=3, stride=2)
    return _finish(nodes, (384, 256, 256), 4096, classes)


def alexnet_small(classes: int = TEN) -> list[Node]:
    """Return the same network for images of 3 x 32 x 32: smaller first filters, an eighth of the width."""
    nodes = Nodes()
    nodes.add("conv2d", out_channels=16, kernel_size=5, padding=2)
    nodes.add("relu")
    nodes.add("max_pool2d", kernel_size=3, stride=2)
    nodes.add("conv2d", out_channels=24, kernel_size=5, padding=2)
    nodes.add("relu")
    nodes.add("max_pool2d", kernel_size=3, stride=2)
    return _finish(nodes, (48, 32, 32), 128, classes)


def _finish(nodes: Nodes, widths: tuple[int, int, int], hidden: int, classes: int) -> list[Node]:
    """Add what both sizes have: three convolutions, overlapping pooling, three fully connected layers with dropout."""
    for width in widths:
        nodes.add("conv2d", out_channels=width, kernel_size=3, padding=1)
        nodes.add("relu")
    nodes.add("max_pool2d", kernel_size=3, stride=2)
    nodes.add("flatten")
    for _ in range(2):
        nodes.add("dropout", p=0.5)
        nodes.add("linear", out_features=hidden)
        nodes.add("relu")
    nodes.add("linear", out_features=classes)
    return nodes.list


def presets() -> list[Preset]:
    """Return AlexNet, and a small one on drawn shapes."""
    return [
        preset(
            "alexnet_small",
            "AlexNet, small",
            "Five convolutions, overlapping pooling and dropout at an eighth of the width, on drawn shapes.",
            "small",
            alexnet_small(),
            data=SHAPES,
            optimizer={"kind": "adam", "learning_rate": 0.001},
            batch_size=50,
            epochs=20,
        ),
        full("alexnet", "AlexNet", "The network that won ImageNet in 2012: 61.1 million parameters.", alexnet()),
    ]
