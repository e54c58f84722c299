"""Units that put out zero for every sample."""

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
from neurarium.diagnosis.wording import percent
from neurarium.words import say

SMALLEST_BATCH = 16
"""Samples that a batch needs: in a smaller one, a unit that only answers to few samples looks dead."""


class DeadUnits(Rule):
    """The share of a ReLU's units that were zero for a whole batch; of images, a unit is a channel."""

    name = "dead_units"
    documentation = RuleDocumentation(
        title=say("Dead units"),
        sentence=say(
            "A ReLU that is zero for every sample passes no gradient, so the weights before it no longer change:"
            " the unit is lost, and rarely comes back."
        ),
        source=say(
            "Lu et al. 2020, Dying ReLU and Initialization; Maas et al. 2013, Rectifier Nonlinearities Improve"
            " Neural Network Acoustic Models"
        ),
    )
    thresholds: ClassVar = {
        "share": Threshold(
            0.5,
            0.4,
            say("share of the units"),
            say(
                "ReLU layers that learn well have up to 39 % (the first hidden layer of the small VGG-11, at its start)"
                " and mostly less than 25 %. When half are dead, the layer is half as wide as it looks."
            ),
        )
    }
    mend_codes: ClassVar = ("initializer", "activation", "learning_rate", "batch_norm")
    is_of_each_node: ClassVar[bool] = True

    def look(self, measured: Measured) -> Iterator[Sign]:
        for name, figures in measured.activations.items():
            share, batch = figures["dead_fraction"], figures["batch"]
            if share is None or batch is None or batch < SMALLEST_BATCH:
                continue
            units = measured.structure.nodes[name].output_shape[0]
            yield Sign(
                name,
                share,
                "share",
                {
                    "share": share,
                    "dead": round(share * units),
                    "units": units,
                    "batch": batch,
                    "weights": measured.structure.weights_before(name),
                },
            )

    def words(self, sign: Sign) -> Wording:
        figures = sign.figures
        share = percent(sign.value)
        return Wording(
            say("{share} dead", share=share),
            say("{share} of its units are dead.", share=share),
            say(
                "{dead:,} of {units:,} units put out zero for each of the {batch:,} samples of the batch.",
                dead=figures["dead"],
                units=figures["units"],
                batch=figures["batch"],
            ),
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        spec, structure = measured.spec, measured.structure
        before = structure.weights_before(sign.node)
        if before is not None and is_ill_drawn(structure, before):
            yield redrawn(spec, structure, [before])
        else:  # training has brought it there
            yield another_rate(spec, 0.1)
        yield another_activation(spec, structure, [sign.node], "leaky_relu")
        if before is not None:
            yield batch_norm_after(spec, structure, [before])
