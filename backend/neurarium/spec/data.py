"""Which data a run learns from, and how it is split."""

from functools import cached_property
from typing import Any, Self

from pydantic import Field, ValidationError, model_validator

from neurarium.spec.base import SpecModel
from neurarium.spec.datasets import DATASETS, Dataset
from neurarium.spec.findings import finding, problem_of
from neurarium.words import say


class DataSpec(SpecModel):
    """A data set by name, its options, and the split.

    Attributes:
        dataset: a name from the catalog's `datasets`.
        options: settings of that data set; left out, its defaults.
        train_size: how many samples to train on, after the validation share was taken; None takes all.
        validation_fraction: the share of samples kept for validation, 0 to 0.9.
    """

    dataset: str = Field(default="digits", title="Data set")
    options: dict[str, Any] = Field(default_factory=dict, title="Options")
    train_size: int | None = Field(default=None, title="Training samples", ge=1, description="Empty takes all.")
    validation_fraction: float = Field(
        default=0.1, title="Validation share", ge=0, le=0.9, description="The share of samples kept for validation."
    )

    @cached_property
    def source(self) -> Dataset:
        """The data set with its options applied."""
        return DATASETS[self.dataset](**self.options)

    @model_validator(mode="after")
    def _check_source(self) -> Self:
        if self.dataset not in DATASETS:
            raise finding(
                "unknown_dataset",
                say('There is no data set "{name}"; there are {known}.', name=self.dataset, known=list(DATASETS)),
                "dataset",
            )
        try:
            DATASETS[self.dataset](**self.options)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(["options", *(str(part) for part in first["loc"])])
            raise finding(
                "invalid_option",
                say(
                    "{field} of {name}: {problem}, received {value}.",
                    field=field,
                    name=self.dataset,
                    problem=problem_of(first),
                    value=repr(first["input"]),
                ),
                field,
            ) from error
        return self
