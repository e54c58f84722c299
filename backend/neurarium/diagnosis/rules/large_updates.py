"""Weights that are thrown about."""

from collections.abc import Iterator
from typing import ClassVar

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend, another_rate, clipping
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import figure, percent
from neurarium.words import say

TARGET = 5e-3
"""What an update should be of the weights: the upper part of what is seen in networks that learn well."""


class LargeUpdates(Rule):
    """The norm of the update over that of the weights, at the layer that moves most."""

    name = "large_updates"
    documentation = RuleDocumentation(
        title=say("Updates too large"),
        sentence=say(
            "A gradient tells the way for a small step only. Steps as large as this leap over what they aim at and"
            " undo what was learned before."
        ),
        source=say(
            "Karpathy, CS231n, Neural Networks Part 3, Ratio of weights:updates; Deep Learning from Scratch,"
            " section 4.4.1"
        ),
    )
    thresholds: ClassVar = {
        "ratio": Threshold(
            0.1,
            0.05,
            say("norm of the update over that of the weights"),
            say(
                "Networks that learn well stay below 0.03 after their first ten steps. Weights that start near zero"
                " move by more of themselves at first; that is why the first steps are not judged."
            ),
        )
    }
    mend_codes: ClassVar = ("learning_rate", "clipping")
    settle_steps: ClassVar[int] = 20
    explained_by: ClassVar = (
        "unscaled_input",
        "diverging",
        "exploding_activations",
        "exploding_gradients",
        "vanishing_gradients",
    )

    def look(self, measured: Measured) -> Iterator[Sign]:
        ratios = measured.update_ratios
        if not ratios:
            return
        node = max(ratios, key=lambda name: ratios[name])
        yield Sign(
            node,
            ratios[node],
            "ratio",
            {
                "ratio": ratios[node],
                "norm": measured.weights[node]["norm"],
                "rate": measured.spec.optimizer.learning_rate,
            },
        )

    def words(self, sign: Sign) -> Wording:
        return Wording(
            say("update {ratio}", ratio=percent(sign.value)),
            say(
                "Each update changes its weights by {ratio} of themselves; about 0.1 % is a good pace.",
                ratio=percent(sign.value),
            ),
            say(
                "Its gradient has a norm of {norm}, and the learning rate is {rate}.",
                norm=figure(sign.number("norm")),
                rate=figure(sign.number("rate")),
            ),
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        yield another_rate(measured.spec, max(TARGET / sign.value, 1e-4))
        yield clipping(measured.spec)
