"""Inputs that are much larger or smaller than weights are drawn for."""

from collections.abc import Iterator
from typing import ClassVar

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend, normalised_input, scaled_input
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import figure, names
from neurarium.graph import INPUT
from neurarium.words import say


class UnscaledInput(Rule):
    """The root mean square of the inputs of a batch, for which He, Xavier and LeCun initializers all assume 1."""

    name = "unscaled_input"
    documentation = RuleDocumentation(
        title=say("Input not scaled"),
        sentence=say(
            "Weights are drawn for inputs of mean 0 and spread 1. Far from it, sums start out far too large or too"
            " small, and one learning rate cannot suit all weights."
        ),
        source=say("LeCun et al. 1998, Efficient BackProp, section 4.3; Deep Learning from Scratch, section 3.6.3"),
    )
    thresholds: ClassVar = {
        "large": Threshold(
            5.0,
            4.0,
            say("root mean square of the input"),
            say(
                "Pixels from 0 to 1 have 0.3 to 0.7, standardised features have 1, points of the noisiest plane 2.2. At"
                " 5 the loss is 25 times as steep in the weights as the initializer and usual learning rates assume."
            ),
        ),
        "small": Threshold(
            0.02,
            0.04,
            say("root mean square of the input"),
            say(
                "At 0.02 the first layer's gradient is 50 times smaller than at 1. Sparse images, a tenth of which is"
                " ink, stay above 0.1."
            ),
            above=False,
        ),
        "offset": Threshold(
            20.0,
            15.0,
            say("distance of the mean from 0, in standard deviations of the input"),
            say(
                "Pixels from 0 to 1 lie 0.4 to 2 away. At 20 all inputs look alike to the first layer: what tells them"
                " apart is a twentieth of what it sums up."
            ),
        ),
    }
    mend_codes: ClassVar = ("scaled_input", "normalised_input")
    patience: ClassVar[int] = 1  # it is the data: training does not change it

    def look(self, measured: Measured) -> Iterator[Sign]:
        takers = measured.structure.first_weights
        if not takers:
            return  # the network itself normalises it
        figures, spread = measured.activations.get(INPUT), measured.spread(INPUT)
        if figures is None or spread is None:
            return
        mean, deviation = figures["mean"], figures["std"]
        evidence = {
            "mean": mean,
            "std": deviation,
            "low": figures["min"],
            "high": figures["max"],
            "takers": takers,
        }
        offset = abs(mean) / deviation if deviation > 0 else 0.0
        # One finding at most: what is worst is told.
        if offset >= self.thresholds["offset"].release:
            yield Sign(INPUT, offset, "offset", {**evidence, "offset": offset})
        elif spread >= 1:
            yield Sign(INPUT, spread, "large", {**evidence, "spread": spread})
        else:
            yield Sign(INPUT, spread, "small", {**evidence, "spread": spread})

    def words(self, sign: Sign) -> Wording:
        takers = sign.figures["takers"]
        assert isinstance(takers, list)
        mean, deviation, low, high = (figure(sign.number(key)) for key in ("mean", "std", "low", "high"))
        detail = say(
            "Inputs lie between {low} and {high}, with mean {mean} and standard deviation {deviation}; the weights of"
            " {takers} are drawn for mean 0 and standard deviation 1.",
            low=low,
            high=high,
            mean=mean,
            deviation=deviation,
            takers=names(takers),
        )
        if sign.threshold == "offset":
            message = say("The input's mean lies {offset} standard deviations from 0.", offset=figure(sign.value))
            return Wording(say("not centred"), message, detail)
        message = (
            say("The input is about {factor} times too large.", factor=figure(sign.value))
            if sign.threshold == "large"
            else say("The input is about {factor} times too small.", factor=figure(1 / sign.value))
        )
        return Wording(say("not scaled"), message, detail)

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        yield scaled_input(measured.spec)
        yield normalised_input(measured.spec, measured.structure)
