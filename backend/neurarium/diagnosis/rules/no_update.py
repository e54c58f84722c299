"""Weights that hardly move, though there is much to learn."""

from collections.abc import Iterator
from typing import ClassVar

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend, adam, another_rate
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import figure
from neurarium.words import say

HEALTHY = 1e-3
"""What an update is of the weights it changes, in a network that learns at a good pace."""


class NoUpdate(Rule):
    """The norm of the update over that of the weights, at the layer that moves least, as long as the loss is still
    above half of what it began with. Frozen layers are left out.
    """

    name = "no_update"
    documentation = RuleDocumentation(
        title=say("No update"),
        sentence=say(
            "A network learns by changing its weights. At this pace it would take tens of thousands of steps to"
            " change them by as much as they are."
        ),
        source=say("Karpathy, CS231n, Neural Networks Part 3, Ratio of weights:updates"),
    )
    thresholds: ClassVar = {
        "ratio": Threshold(
            3e-5,
            6e-5,
            say("norm of the update over that of the weights"),
            say(
                "About 1e-3 is a good pace. Networks that learn well stay above 2e-4 while there is much to learn, and"
                " fall to 7e-5 when there is nothing left."
            ),
            above=False,
        )
    }
    mend_codes: ClassVar = ("learning_rate", "adam")
    settle_steps: ClassVar[int] = 10
    explained_by: ClassVar = ("vanishing_gradients", "exploding_gradients", "saturated", "dead_units")

    def look(self, measured: Measured) -> Iterator[Sign]:
        ratios = measured.update_ratios
        if not ratios or measured.has_learned or measured.loss.recent is None:
            return
        node = min(ratios, key=lambda name: ratios[name])
        yield Sign(
            node,
            ratios[node],
            "ratio",
            {
                "ratio": ratios[node],
                "norm": measured.weights[node]["norm"],
                "rate": measured.spec.optimizer.learning_rate,
                "loss": measured.loss.recent,
                "start": measured.loss.start,
            },
        )

    def words(self, sign: Sign) -> Wording:
        ratio, norm, rate, loss, start = (
            figure(sign.number(name)) for name in ("ratio", "norm", "rate", "loss", "start")
        )
        return Wording(
            say("update {ratio}", ratio=ratio),
            say("An update changes its weights by {ratio} of themselves; about 0.001 is a good pace.", ratio=ratio),
            say(
                "Its gradient has a norm of {norm}, and the learning rate is {rate}. The loss is {loss}; it began with"
                " {start}.",
                norm=norm,
                rate=rate,
                loss=loss,
                start=start,
            ),
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        # From where it is to a good pace, but no more than ten thousand times as fast at once.
        yield another_rate(measured.spec, min(HEALTHY / max(sign.value, 1e-12), 1e4))
        yield adam(measured.spec)
