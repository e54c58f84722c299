"""What a run measures of itself, and how much of its time that may take."""

from pydantic import Field

from neurarium.spec.base import SpecModel


class ProbeSpec(SpecModel):
    """Settings of the measurements.

    Attributes:
        budget: the share of training time that measuring may take; 0 measures step 0, pauses and the end only.
    """

    budget: float = Field(
        default=0.05,
        title="Telemetry budget",
        ge=0,
        le=1,
        description="The share of training time that watching may take.",
    )


PROBES: dict[str, tuple[str, str]] = {
    "activation_histogram": (
        "Activations",
        "How the values that a node puts out are distributed over one batch.",
    ),
    "weight_histogram": ("Weights", "How the values of a parameter tensor are distributed."),
    "gradient_histogram": ("Gradients", "How the loss's derivatives by a parameter tensor are distributed."),
    "gradient_stats": (
        "Gradient statistics",
        "Norm, mean, spread and update ratio of each parameter tensor.",
    ),
    "filters": ("Filters", "A convolution's weights as small images."),
    "decision_surface": ("Decision surface", "What the network answers at each point of the plane."),
}
"""Each probe's title and sentence, by name."""
