"""The book's fully connected networks.

Source: Deep Learning from Scratch, chapters 4 to 6.
"""

from neurarium.spec.architectures._nodes import Node, Nodes
from neurarium.spec.architectures._runs import MNIST, TEN, preset
from neurarium.spec.preset import Preset

PUBLISHED = 1986  # Rumelhart, Hinton and Williams: the hidden units that these networks are made of


def perceptron(hidden: list[int], classes: int, activation: str, initializer: str) -> list[Node]:
    """Return a network of fully connected layers: `hidden` units each, then one output a class.

    Arguments:
        hidden: how many units each hidden layer has.
        classes: how many classes there are.
        activation: the layer kind behind each hidden layer.
        initializer: how all weights are drawn, a kind of initializer.
    """
    nodes = Nodes()
    nodes.add("flatten")
    for units in hidden:
        nodes.add("linear", out_features=units, weight_init={"kind": initializer})
        nodes.add(activation)
    nodes.add("linear", out_features=classes, weight_init={"kind": initializer})
    return nodes.list


def presets() -> list[Preset]:
    """Return the two-layer network of chapters 4 and 5 and the five-layer one of chapter 6, on MNIST."""
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
    ]
