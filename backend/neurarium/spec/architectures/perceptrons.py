"""The book's fully connected networks.

Source: Deep Learning from Scratch, chapters 4 to 6.
"""

from neurarium.spec.architectures._nodes import Node, Nodes
from neurarium.spec.architectures._runs import MNIST, NOISE, TEN, preset
from neurarium.spec.preset import Preset

PUBLISHED = 1986  # Rumelhart, Hinton and Williams: the hidden units that these networks are made of


def perceptron(
    hidden: list[int], classes: int, activation: str, initializer: str, *, images: bool = True
) -> list[Node]:
    """Return a network of fully connected layers: `hidden` units each, then one output a class.

    Arguments:
        hidden: how many units each hidden layer has.
        classes: how many classes there are.
        activation: the layer kind behind each hidden layer.
        initializer: how all weights are drawn, a kind of initializer.
        images: whether samples are images, which are laid flat first.
    """
    nodes = Nodes()
    if images:
        nodes.add("flatten")
    for units in hidden:
        nodes.add("linear", out_features=units, weight_init={"kind": initializer})
        nodes.add(activation)
    nodes.add("linear", out_features=classes, weight_init={"kind": initializer})
    return nodes.list


def presets() -> list[Preset]:
    """Return the two-layer network of chapters 4 and 5, the five-layer one of chapter 6, both on MNIST, and the five
    layers of section 6.2 through which noise is sent, here with a layer behind them that gives them something to learn.
    """
    return [
        preset(
            "book_mlp_mnist",
            "Two layers: 784-50-10",
            "50 sigmoid units on MNIST, as in chapters 4 and 5.",
            "book",
            perceptron([50], TEN, "sigmoid", "xavier_normal"),
            data=MNIST,
            optimizer={"kind": "sgd", "learning_rate": 0.1},
            epochs=17,
        ),
        preset(
            "book_deep_mlp_mnist",
            "Five layers: 784-100-100-100-100-10",
            "Four layers of 100 ReLU units on MNIST, with which chapter 6 compares optimizers.",
            "book",
            perceptron([100] * 4, TEN, "relu", "he_normal"),
            data=MNIST,
            optimizer={"kind": "sgd", "learning_rate": 0.01},
            epochs=4,
        ),
        preset(
            "book_initializers",
            "Five layers of 100, on noise",
            "1,000 vectors of noise through five layers: section 6.2 asks which initial weights keep them spread out.",
            "book",
            perceptron([100] * 5, TEN, "sigmoid", "xavier_normal", images=False),
            data=NOISE,
            optimizer={"kind": "sgd", "learning_rate": 0.3},
            batch_size=1000,
            epochs=1000,
        ),
    ]
