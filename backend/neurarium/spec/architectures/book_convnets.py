"""The book's convolutional networks.

Source: Deep Learning from Scratch, sections 7.5 and 8.1.
"""

from neurarium.spec.architectures._nodes import Node, Nodes
from neurarium.spec.architectures._runs import DIGITS, MNIST, TEN, preset
from neurarium.spec.preset import Preset

PUBLISHED = 2016


def simple_convnet(filters: int = 30, kernel_size: int = 5, hidden: int = 100, classes: int = TEN) -> list[Node]:
    """Return convolution, ReLU, pooling, and two fully connected layers; weights are drawn with deviation 0.01.

    Source: section 7.5.
    """
    nodes = Nodes()
    initializer = {"kind": "normal", "std": 0.01}
    nodes.add("conv2d", out_channels=filters, kernel_size=kernel_size, weight_init=initializer)
    nodes.add("relu")
    nodes.add("max_pool2d", kernel_size=2)
    nodes.add("flatten")
    nodes.add("linear", out_features=hidden, weight_init=initializer)
    nodes.add("relu")
    nodes.add("linear", out_features=classes, weight_init=initializer)
    return nodes.list


def deep_convnet(widths: tuple[int, int, int] = (16, 32, 64), hidden: int = 50, classes: int = TEN) -> list[Node]:
    """Return three pairs of 3x3 convolutions, each followed by pooling, and two fully connected layers.

    The fourth convolution pads by 2, which brings MNIST's 28 pixels over 14 to 8; dropout stands behind both fully
    connected layers, the last one too.

    Source: section 8.1.
    """
    nodes = Nodes()
    for pair, width in enumerate(widths):
        for padding in (1, 2 if pair == 1 else 1):
            nodes.add("conv2d", out_channels=width, kernel_size=3, padding=padding)
            nodes.add("relu")
        nodes.add("max_pool2d", kernel_size=2)
    nodes.add("flatten")
    nodes.add("linear", out_features=hidden)
    nodes.add("relu")
    nodes.add("dropout", p=0.5)
    nodes.add("linear", out_features=classes)
    nodes.add("dropout", p=0.5)
    return nodes.list


def presets() -> list[Preset]:
    """Return both networks with the book's settings on MNIST, and one of a size for the digits."""
    training = {"optimizer": {"kind": "adam", "learning_rate": 0.001}, "batch_size": 100, "epochs": 20}
    return [
        preset(
            "book_simple_convnet",
            "SimpleConvNet",
            "The book's first convnet: 30 filters of 5x5, on MNIST.",
            "book",
            simple_convnet(),
            data=MNIST,
            engine="torch",
            **training,
        ),
        preset(
            "book_deep_convnet",
            "DeepConvNet",
            "The book's deep convnet: six convolutions of 3x3, on MNIST.",
            "book",
            deep_convnet(),
            data=MNIST,
            engine="torch",
            **training,
        ),
        preset(
            "book_deep_convnet_small",
            "DeepConvNet, small",
            "The same six convolutions with half the filters, on the 8x8 digits.",
            "book",
            deep_convnet((8, 16, 32)),
            data=DIGITS,
            **training,
        ),
    ]
