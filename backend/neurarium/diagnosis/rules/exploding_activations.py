"""Outputs that grow from layer to layer."""

from collections.abc import Iterator
from typing import ClassVar

from neurarium.diagnosis.measured import Measured
from neurarium.diagnosis.mends import Mend, batch_norm_after, redrawn
from neurarium.diagnosis.rule import Rule, RuleDocumentation, Sign, Threshold, Wording
from neurarium.diagnosis.wording import figure
from neurarium.graph import INPUT
from neurarium.words import say


class ExplodingActivations(Rule):
    """The root mean square of what a node puts out; told of the first node at which it is too large."""

    name = "exploding_activations"
    documentation = RuleDocumentation(
        title=say("Exploding activations"),
        sentence=say(
            "Every layer multiplies the spread that comes to it. Outputs this large swamp the loss and its"
            " gradients, until the numbers overflow."
        ),
        source=say(
            "He et al. 2015, Delving Deep into Rectifiers, section 2.2; Mishkin and Matas 2016, All you need is a"
            " good init"
        ),
    )
    thresholds: ClassVar = {
        "spread": Threshold(
            100.0,
            50.0,
            say("root mean square of the outputs"),
            say("Layers that learn well put out 0.1 to 8, logits of a network that is very sure of itself up to 15."),
        )
    }
    mend_codes: ClassVar = ("initializer", "batch_norm")
    explained_by: ClassVar = ("unscaled_input", "diverging")

    def look(self, measured: Measured) -> Iterator[Sign]:
        spreads = {
            name: spread
            for name in measured.structure.nodes
            if (spread := measured.spread(name)) is not None and name != INPUT
        }
        if not spreads:
            return
        limit = self.thresholds["spread"].limit
        beyond = [name for name, spread in spreads.items() if spread >= limit]
        node = beyond[0] if beyond else max(spreads, key=lambda name: spreads[name])
        last = measured.structure.plan.output
        yield Sign(
            node,
            spreads[node],
            "spread",
            {
                "spread": spreads[node],
                "input": measured.spread(INPUT),
                "output": last,
                "output_spread": spreads.get(last),
                "beyond": len(beyond),
            },
        )

    def words(self, sign: Sign) -> Wording:
        figures = sign.figures
        spreads = {"node": sign.node, "spread": figure(sign.value), "input": figure(sign.number("input"))}
        if figures["output"] != sign.node and figures["output_spread"] is not None:
            detail = say(
                "The input has a spread of {input}, {node} one of {spread}, and the output {output} one of"
                " {output_spread}.",
                **spreads,
                output=figures["output"],
                output_spread=figure(sign.number("output_spread")),
            )
        else:
            detail = say("The input has a spread of {input}, {node} one of {spread}.", **spreads)
        return Wording(
            say("spread {spread}", spread=figure(sign.value)),
            say("Its outputs have grown to a spread of {spread}.", spread=figure(sign.value)),
            detail,
        )

    def mends(self, sign: Sign, measured: Measured) -> Iterator[Mend | None]:
        weighted = measured.structure.weighted_nodes
        yield redrawn(measured.spec, measured.structure, weighted)
        yield batch_norm_after(measured.spec, measured.structure, weighted)
