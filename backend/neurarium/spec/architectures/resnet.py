"""Residual networks, and the plain ones they are compared with.

Source: He et al. 2016, Deep Residual Learning for Image Recognition: table 1 and, for the networks of 6 n + 2 layers,
section 4.2. The stride of a bottleneck is that of its 3x3 convolution, as in torchvision.
"""

from neurarium.spec.architectures._nodes import Node, Nodes
from neurarium.spec.architectures._runs import DIGITS, IMAGENET_CLASSES, TEN, full, preset
from neurarium.spec.preset import Preset

PUBLISHED = 2015

BLOCKS = {18: (2, 2, 2, 2), 34: (3, 4, 6, 3), 50: (3, 4, 6, 3)}
"""How many blocks each stage has, by the number of layers with weights."""
WIDTHS = (64, 128, 256, 512)
EXPANSION = 4
"""How many times as many channels a bottleneck puts out as it computes with inside."""


def convolution(nodes: Nodes, name: str, width: int, kernel_size: int, stride: int = 1, source: str = "") -> str:
    """Add a convolution without bias and its batch normalisation, and return the latter's name."""
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
    return nodes.add("batch_norm", f"{name}_norm")


def block(
    nodes: Nodes,
    name: str,
    width: int,
    *,
    stride: int = 1,
    project: bool = False,
    bottleneck: bool = False,
    residual: bool = True,
) -> str:
    """Add a block of two 3x3 convolutions, or of a bottleneck's three, and return its last node's name.

    Arguments:
        nodes: the network, whose last node the block takes.
        name: what its nodes are named after.
        width: filters of its convolutions; a bottleneck puts out four times as many channels.
        stride: 2 halves the image.
        project: whether the skip goes through a 1x1 convolution; it must where the shape changes.
        bottleneck: whether it is 1x1, 3x3, 1x1 in place of 3x3, 3x3.
        residual: whether there is a skip at all; without, it is a block of a plain network.
    """
    source = nodes.last
    kernels = (1, 3, 1) if bottleneck else (3, 3)
    end = source
    for number, kernel_size in enumerate(kernels, start=1):
        # The stride is that of the first 3x3 convolution.
        step = stride if number == (2 if bottleneck else 1) else 1
        channels = width * EXPANSION if bottleneck and number == 3 else width
        end = convolution(nodes, f"{name}_{number}", channels, kernel_size, step)
        if number < len(kernels):
            nodes.add("relu", f"{name}_{number}_relu")
    if residual:
        skip = source
        if project:
            skip = convolution(nodes, f"{name}_skip", width * (EXPANSION if bottleneck else 1), 1, stride, source)
        nodes.add("add", f"{name}_add", inputs=[end, skip])
    return nodes.add("relu", f"{name}_relu")


def resnet(layers: int, classes: int = IMAGENET_CLASSES) -> list[Node]:
    """Return ResNet-18, -34 or -50 for images of 3 x 224 x 224."""
    bottleneck = layers >= 50
    nodes = Nodes()
    convolution(nodes, "stem", 64, 7, 2)
    nodes.add("relu", "stem_relu")
    nodes.add("max_pool2d", "stem_pool", kernel_size=3, stride=2, padding=1)
    for stage, (count, width) in enumerate(zip(BLOCKS[layers], WIDTHS, strict=True), start=1):
        for number in range(1, count + 1):
            first = number == 1
            block(
                nodes,
                f"layer{stage}_{number}",
                width,
                stride=2 if first and stage > 1 else 1,
                # The first stage keeps the stem's 64 channels, unless bottlenecks widen them.
                project=first and (stage > 1 or bottleneck),
                bottleneck=bottleneck,
            )
    return _finish(nodes, classes)


def deep_network(
    blocks: int = 3, widths: tuple[int, ...] = (16, 32, 64), *, residual: bool, classes: int = TEN
) -> list[Node]:
    """Return a network of ``2 x blocks x len(widths) + 2`` layers with weights, residual or plain.

    With 3 blocks in each of 3 stages it is the ResNet-20, or the plain network of 20 layers, of section 4.2; but for
    the skips of the two halvings, which here go through a 1x1 convolution (the paper's option B).
    """
    nodes = Nodes()
    convolution(nodes, "stem", widths[0], 3)
    nodes.add("relu", "stem_relu")
    for stage, width in enumerate(widths, start=1):
        for number in range(1, blocks + 1):
            halves = number == 1 and stage > 1
            block(
                nodes,
                f"layer{stage}_{number}",
                width,
                stride=2 if halves else 1,
                project=halves,
                residual=residual,
            )
    return _finish(nodes, classes)


def _finish(nodes: Nodes, classes: int) -> list[Node]:
    nodes.add("global_avg_pool2d", "pool")
    nodes.add("linear", "fc", out_features=classes)
    return nodes.list


def presets() -> list[Preset]:
    """Return ResNet-18, -34 and -50, and a plain and a residual network of 20 layers on the digits."""
    parameters = {18: "11.7", 34: "21.8", 50: "25.6"}
    training = {
        "data": DIGITS,
        "optimizer": {"kind": "momentum", "learning_rate": 0.05},
        "batch_size": 50,
        "epochs": 15,
    }
    return [
        preset(
            "plain20_small",
            "Plain network of 20 layers",
            "20 layers one behind the other, on the digits: deeper, and yet harder to train.",
            "small",
            deep_network(widths=(8, 16, 32), residual=False),
            **training,
        ),
        preset(
            "resnet20_small",
            "ResNet-20, small",
            "The same 20 layers with skip connections, which make them easy to train.",
            "small",
            deep_network(widths=(8, 16, 32), residual=True),
            **training,
        ),
        *(
            full(
                f"resnet{layers}",
                f"ResNet-{layers}",
                f"{layers} layers with skip connections: {count} million parameters.",
                resnet(layers),
            )
            for layers, count in parameters.items()
        ),
    ]
