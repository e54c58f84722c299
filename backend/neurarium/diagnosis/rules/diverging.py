"""A training loss that rises."""

from collections.abc import Iterator
from typing import ClassVar

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend, another_rate, clipping
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import figure
from neurarium.words import say


class Diverging(Rule):
    """How far the recent training loss lies above its lowest, as a share of the loss that training began with."""

    name = "diverging"
    documentation = RuleDocumentation(
        title=say("Diverging"),
        sentence=say(
            "Training exists to bring the loss down. A loss that rises for long means that the steps lead away"
            " from the minimum; left alone, it ends in numbers that are not finite."
        ),
        source=say("Goodfellow et al. 2016, Deep Learning, section 11.4.1 (the learning rate)"),
    )
    thresholds: ClassVar = {
        "rise": Threshold(
            0.5,
            0.3,
            say("rise of the recent loss above its lowest, as a share of the first loss"),
            say("The recent loss of networks that learn well swings by less than a tenth of the first loss."),
        )
    }
    mend_codes: ClassVar = ("learning_rate", "clipping")
    explained_by: ClassVar = ("unscaled_input",)

    def look(self, measured: Measured) -> Iterator[Sign]:
        loss = measured.loss
        if loss.start is None or loss.recent is None or loss.lowest is None or loss.start <= 0:
            return
        yield Sign(
            measured.structure.plan.output,
            (loss.recent - loss.lowest) / loss.start,
            "rise",
            {
                "loss": loss.recent,
                "lowest": loss.lowest,
                "lowest_step": loss.lowest_step,
                "start": loss.start,
                "rate": measured.spec.optimizer.learning_rate,
            },
        )

    def words(self, sign: Sign) -> Wording:
        loss, lowest, start, rate = (figure(sign.number(name)) for name in ("loss", "lowest", "start", "rate"))
        return Wording(
            say("loss rises"),
            say("The training loss has risen from {lowest} to {loss}.", lowest=lowest, loss=loss),
            say(
                "It was lowest at step {step:,}, and began with {start}. The learning rate is {rate}.",
                step=sign.figures["lowest_step"],
                start=start,
                rate=rate,
            ),
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        yield another_rate(measured.spec, 0.1)
        yield clipping(measured.spec)
