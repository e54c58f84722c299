"""LeNet-5, in the form in which it is taught today.

Source: LeCun et al. 1998, Gradient-Based Learning Applied to Document Recognition, section II.B. Every filter of the
second convolution sees all six maps, the pooling has no weights, and the end is a softmax: where the paper connects
maps by a table, scales what it pools, and ends in radial basis functions.
"""

from neurarium.spec.architectures._nodes import Node, Nodes
from neurarium.spec.architectures._runs import DIGITS, MNIST, TEN, preset
from neurarium.spec.preset import Preset

PUBLISHED = 1998


def lenet5(
    maps: tuple[int, int] = (6, 16),
    hidden: tuple[int, int] = (120, 84),
    kernel_size: int = 5,
    classes: int = TEN,
) -> list[Node]:
    """Return two convolutions with tanh and average pooling, and three fully connected layers.

    With a kernel of 5 it takes 28x28 pixels; the first convolution pads them to the paper's 32x32.
    """
    nodes = Nodes()
    initializer = {"kind": "xavier_uniform"}
    for number, width in enumerate(maps):
        padding = kernel_size // 2 if number == 0 else 0
        nodes.add("conv2d", out_channels=width, kernel_size=kernel_size, padding=padding, weight_init=initializer)
        nodes.add("tanh")
        nodes.add("avg_pool2d", kernel_size=2)
    nodes.add("flatten")
    for units in hidden:
        nodes.add("linear", out_features=units, weight_init=initializer)
        nodes.add("tanh")
    nodes.add("linear", out_features=classes, weight_init=initializer)
    return nodes.list


def presets() -> list[Preset]:
    """Return LeNet-5 on MNIST, and with smaller filters on the digits."""
    training = {"optimizer": {"kind": "momentum", "learning_rate": 0.05}}
    return [
        preset(
            "lenet5_small",
            "LeNet-5, small",
            "LeNet-5 with filters of 3x3, on the 8x8 digits.",
            "small",
            lenet5(hidden=(60, 42), kernel_size=3),
            data=DIGITS,
            batch_size=50,
            epochs=30,
            **training,
        ),
        preset(
            "lenet5",
            "LeNet-5",
            "The convnet that read cheques: tanh, average pooling, 61,706 parameters; on MNIST.",
            "full",
            lenet5(),
            data=MNIST,
            batch_size=100,
            epochs=10,
            **training,
        ),
    ]
