"""When training ends before its last epoch."""

from typing import Literal

from pydantic import Field

from neurarium.spec.base import SpecModel


class EarlyStopping(SpecModel):
    """Ends a run whose validation has stopped improving, and keeps the weights that did best.

    Validation is measured after every epoch; the initial weights do not count. Once `patience` epochs in a row have not
    beaten the best one by more than `minimum_improvement`, the run is finished. Whenever a run with early stopping
    finishes, also after its last epoch, parameters and running statistics go back to those of the best epoch.

    Source: Prechelt 1998, Early Stopping - But When?; Goodfellow et al. 2016, Deep Learning, section 7.8.
    """

    metric: Literal["loss", "accuracy"] = Field(
        default="loss", title="Watch", description="The validation figure that has to improve: down for loss, else up."
    )
    patience: int = Field(
        default=5,
        title="Patience, in epochs",
        ge=1,
        le=100_000,
        description="Epochs in a row without improvement after which training ends.",
    )
    minimum_improvement: float = Field(
        default=0.0,
        title="Least improvement",
        ge=0,
        le=1000,
        description="An epoch improves only when it beats the best one by more than this.",
    )
