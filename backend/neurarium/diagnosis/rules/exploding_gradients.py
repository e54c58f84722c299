"""Gradients that grow on their way back."""

from collections.abc import Iterator
from typing import ClassVar

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend, batch_norm_after, clipping, redrawn
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import factor, figure
from neurarium.words import say


class ExplodingGradients(Rule):
    """The gradient's norm at each layer's weights, over that at the last layer's; told of the largest."""

    name = "exploding_gradients"
    documentation = RuleDocumentation(
        title=say("Exploding gradients"),
        sentence=say(
            "Every layer on the way back multiplies the gradient, here by more than 1 each time. A learning rate"
            " that suits the last layers throws the first ones about."
        ),
        source=say(
            "Pascanu et al. 2013, On the difficulty of training recurrent neural networks; Poole et al. 2016,"
            " Exponential expressivity in deep neural networks through transient chaos"
        ),
    )
    thresholds: ClassVar = {
        "ratio": Threshold(
            300.0,
            100.0,
            say("gradient norm over that of the last layer's weights"),
            say(
                "In networks that learn well it lies between 0.1 and 7, convolutions whose weights are used at many"
                " places included."
            ),
        )
    }
    mend_codes: ClassVar = ("initializer", "clipping", "batch_norm")
    explained_by: ClassVar = ("unscaled_input", "exploding_activations")

    def look(self, measured: Measured) -> Iterator[Sign]:
        ratios = measured.gradient_ratios
        if not ratios:
            return
        node = max(ratios, key=lambda name: ratios[name])
        last = list(measured.weights)[-1]
        yield Sign(
            node,
            ratios[node],
            "ratio",
            {
                "ratio": ratios[node],
                "norm": measured.weights[node]["norm"],
                "last": last,
                "last_norm": measured.weights[last]["norm"],
            },
        )

    def words(self, sign: Sign) -> Wording:
        norm, last, last_norm = figure(sign.number("norm")), sign.figures["last"], figure(sign.number("last_norm"))
        return Wording(
            say("gradient {norm}", norm=norm),
            say(
                "The gradient of its weights is {factor} times larger than that of {last}.",
                factor=factor(sign.value),
                last=last,
            ),
            say("Its norm is {norm}; that of {last} is {last_norm}.", norm=norm, last=last, last_norm=last_norm),
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        spec, structure = measured.spec, measured.structure
        yield redrawn(spec, structure, structure.weighted_nodes)
        yield clipping(spec)
        yield batch_norm_after(spec, structure, structure.weighted_nodes)
