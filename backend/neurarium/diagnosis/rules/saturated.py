"""Activations that are stuck at their ends."""

from collections.abc import Iterator
from typing import ClassVar

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import (
    Mend,
    another_activation,
    another_rate,
    batch_norm_after,
    is_ill_drawn,
    redrawn,
)
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import figure, percent
from neurarium.words import say


class Saturated(Rule):
    """The share of an activation's outputs that lie where its derivative is nearly zero.

    An output layer is left out: there an answer that is sure of itself is what is wanted.
    """

    name = "saturated"
    documentation = RuleDocumentation(
        title=say("Saturated"),
        sentence=say(
            "At its ends an activation is flat: its derivative there is nearly zero, so hardly any gradient passes"
            " to the layers before it."
        ),
        source=say(
            "Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks,"
            " section 3; Deep Learning from Scratch, section 6.2.2"
        ),
    )
    thresholds: ClassVar = {
        "share": Threshold(
            0.9,
            0.85,
            say("share of the outputs"),
            say(
                "Networks that learn well saturate too, once they are sure: the spiral's second tanh layer to 82 %,"
                " LeNet's to 48 %. From 90 % on, a weight's gradient comes from one output in ten at most."
            ),
        )
    }
    mend_codes: ClassVar = ("initializer", "learning_rate", "batch_norm", "activation")
    is_of_each_node: ClassVar[bool] = True
    explained_by: ClassVar = ("unscaled_input",)

    def look(self, measured: Measured) -> Iterator[Sign]:
        for name, figures in measured.activations.items():
            share = figures["saturated_fraction"]
            if share is None or name == measured.structure.plan.output:
                continue
            before = measured.structure.weights_before(name)
            yield Sign(
                name,
                share,
                "share",
                {
                    "share": share,
                    "sampled": figures["sampled"],
                    "weights": before,
                    "spread": measured.spread(before) if before is not None else None,
                },
            )

    def words(self, sign: Sign) -> Wording:
        figures = sign.figures
        share = percent(sign.value)
        counted = {"sampled": figures["sampled"], "share": share}
        if figures["spread"] is not None:
            detail = say(
                "Of {sampled:,} outputs counted, {share} lie where the derivative is nearly zero. The sums that come"
                " to it from {weights} have a spread of {spread}.",
                **counted,
                weights=figures["weights"],
                spread=figure(sign.number("spread")),
            )
        else:
            detail = say("Of {sampled:,} outputs counted, {share} lie where the derivative is nearly zero.", **counted)
        return Wording(
            say("{share} saturated", share=share), say("{share} of its outputs are saturated.", share=share), detail
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        spec, structure = measured.spec, measured.structure
        before = structure.weights_before(sign.node)
        kind = structure.nodes[sign.node].layer.kind
        if kind == "step":  # flat everywhere, whatever comes to it
            yield another_activation(spec, structure, [sign.node], "sigmoid")
            return
        if before is not None and is_ill_drawn(structure, before):
            yield redrawn(spec, structure, [before])
        else:  # training has brought it there
            yield another_rate(spec, 0.1)
        if before is not None:
            yield batch_norm_after(spec, structure, [before])
        if kind in ("sigmoid", "tanh"):
            yield another_activation(spec, structure, [sign.node], "relu")
