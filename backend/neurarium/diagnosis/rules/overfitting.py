"""Samples learned by heart."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend, dropout, early_stopping, weight_decay
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import figure
from neurarium.words import say

LEARNED = 0.9
"""Which share of the first loss the training loss has to have come down to: a network that learns nothing, by heart or
otherwise, only swings.
"""


class Overfitting(Rule):
    """How far the validation loss has risen above its best in each of the last three epochs, as a share of what it
    began with, while the training loss went on falling.
    """

    name = "overfitting"
    documentation = RuleDocumentation(
        title=say("Overfitting"),
        sentence=say(
            "What still improves on the training samples makes it worse on others: the network learns these"
            " samples by heart instead of what they have in common."
        ),
        source=say("Goodfellow et al. 2016, Deep Learning, section 5.2; Deep Learning from Scratch, section 6.4.1"),
    )
    thresholds: ClassVar = {
        "rise": Threshold(
            0.1,
            0.05,
            say("rise of the validation loss above its best, as a share of the first one"),
            say("In networks that learn well it rises by up to 0.02 after its best, where training goes on for long."),
        )
    }
    mend_codes: ClassVar = ("weight_decay", "dropout", "early_stopping")
    looks_at: ClassVar[Literal["measurement", "validation"]] = "validation"
    patience: ClassVar[int] = 2
    explained_by: ClassVar = ("diverging", "unscaled_input")

    def look(self, measured: Measured) -> Iterator[Sign]:
        trend = measured.validation
        if trend.best is None or not trend.start or len(trend.last) < 3 or trend.since_best < 3:
            return
        now = trend.last[-1]
        start = measured.loss.start
        if now.train_loss >= trend.best.train_loss or start is None or now.train_loss > LEARNED * start:
            return
        lowest_of_last = min(validated.loss for validated in trend.last)
        yield Sign(
            measured.structure.plan.output,
            (lowest_of_last - trend.best.loss) / trend.start,
            "rise",
            {
                "loss": now.loss,
                "best": trend.best.loss,
                "best_step": trend.best.step,
                "train_loss": now.train_loss,
                "train_loss_then": trend.best.train_loss,
                "start": trend.start,
            },
        )

    def words(self, sign: Sign) -> Wording:
        loss, best, train, then = (
            figure(sign.number(name)) for name in ("loss", "best", "train_loss", "train_loss_then")
        )
        return Wording(
            say("overfits"),
            say(
                "The validation loss has risen from {best} to {loss}, while the training loss fell.",
                best=best,
                loss=loss,
            ),
            say(
                "It was best at step {step:,}. Since then the training loss has gone from {then} to {train}.",
                step=sign.figures["best_step"],
                then=then,
                train=train,
            ),
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        yield dropout(measured.spec, measured.structure)
        yield weight_decay(measured.spec)
        yield early_stopping(measured.spec)
