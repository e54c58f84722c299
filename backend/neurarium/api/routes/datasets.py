"""A look at the data, without starting anything."""

import asyncio
import json
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from neurarium.api.models import ErrorBody, Samples
from neurarium.data import view_samples
from neurarium.spec.data import DataSpec
from neurarium.spec.datasets import DATASETS
from neurarium.spec.errors import NotFoundError, SpecError
from neurarium.spec.validation import parse
from neurarium.words import say, verbatim

router = APIRouter(prefix="/api/datasets", responses={404: {"model": ErrorBody}, 422: {"model": ErrorBody}})


@router.get("/{name}/samples")
async def samples(
    name: str,
    split: Literal["train", "validation", "test"] = "train",
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 32,
    seed: Annotated[int, Query(ge=0, lt=2**32)] = 0,
    validation_fraction: Annotated[float, Query(ge=0, le=0.9)] = 0.1,
    train_size: Annotated[int | None, Query(ge=1)] = None,
    options: Annotated[str, Query(max_length=2000, description="The data set's options, as JSON.")] = "{}",
) -> Samples:
    """Return some samples, split as a run with the same seed splits them.

    Raises:
        NotFoundError: there is no such data set.
        SpecError: its options or the split cannot be had.
    """
    if name not in DATASETS:
        raise NotFoundError(
            say('There is no data set "{name}".', name=name), hint=say("There are {known}.", known=list(DATASETS))
        )
    spec = parse(
        DataSpec,
        {
            "dataset": name,
            "options": _read_options(options),
            "train_size": train_size,
            "validation_fraction": validation_fraction,
        },
    )
    view = await asyncio.to_thread(view_samples, spec, seed, split, offset, limit)
    return Samples(
        dataset=name,
        split=split,
        offset=offset,
        total=view.total,
        input_shape=view.input_shape,
        classes=[verbatim(name) for name in view.class_names],
        inputs=view.samples.inputs.tolist(),
        targets=view.samples.targets.tolist(),
    )


def _read_options(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        hint = say('Send an object, e.g. {{"noise": 0.1}}.')
        raise SpecError(say("options is no JSON: {error}.", error=error), hint=hint, field="options") from error
