"""Gradients that fade on their way back."""

from collections.abc import Iterator
from typing import ClassVar

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend, another_activation, batch_norm_after, redrawn
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import factor, figure
from neurarium.words import say


class VanishingGradients(Rule):
    """The gradient's norm at each layer's weights, over that at the last layer's; told of the smallest."""

    name = "vanishing_gradients"
    documentation = RuleDocumentation(
        title=say("Vanishing gradients"),
        sentence=say(
            "Every layer on the way back multiplies the gradient, here by less than 1 each time. What is left for"
            " the first layers is too little to learn from."
        ),
        source=say(
            "Hochreiter 1991; Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward"
            " neural networks; Deep Learning from Scratch, section 6.2"
        ),
    )
    thresholds: ClassVar = {
        "ratio": Threshold(
            1e-3,
            3e-3,
            say("gradient norm over that of the last layer's weights"),
            say(
                "In networks that learn well it lies between 0.1 and 7; the lowest, 0.008, was the spiral's first layer"
                " once the loss was next to nothing."
            ),
            above=False,
        )
    }
    mend_codes: ClassVar = ("initializer", "activation", "batch_norm")
    explained_by: ClassVar = ("saturated", "dead_units", "unscaled_input")

    def look(self, measured: Measured) -> Iterator[Sign]:
        ratios = measured.gradient_ratios
        if not ratios:
            return
        node = min(ratios, key=lambda name: ratios[name])
        last = list(measured.weights)[-1]
        release = self.thresholds["ratio"].release
        yield Sign(
            node,
            ratios[node],
            "ratio",
            {
                "ratio": ratios[node],
                "norm": measured.weights[node]["norm"],
                "last": last,
                "last_norm": measured.weights[last]["norm"],
                "layers": [name for name, ratio in ratios.items() if ratio <= release],
            },
        )

    def words(self, sign: Sign) -> Wording:
        norm, last, last_norm = sign.number("norm"), sign.figures["last"], figure(sign.number("last_norm"))
        if norm == 0:
            return Wording(
                say("no gradient"),
                say("No gradient comes to its weights."),
                say("The gradient of {last} has a norm of {last_norm}.", last=last, last_norm=last_norm),
            )
        return Wording(
            say("gradient {norm}", norm=figure(norm)),
            say(
                "The gradient of its weights is {factor} times smaller than that of {last}.",
                factor=factor(1 / sign.value),
                last=last,
            ),
            say(
                "Its norm is {norm}; that of {last} is {last_norm}.",
                norm=figure(norm),
                last=last,
                last_norm=last_norm,
            ),
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        spec, structure = measured.spec, measured.structure
        yield redrawn(spec, structure, structure.weighted_nodes)
        squashing = [
            name
            for name, node in structure.nodes.items()
            if node.layer.kind in ("sigmoid", "tanh") and name != structure.plan.output
        ]
        kinds = {structure.nodes[name].layer.kind for name in squashing}
        if len(kinds) == 1:
            yield another_activation(spec, structure, squashing, "relu")
        yield batch_norm_after(spec, structure, structure.weighted_nodes)
