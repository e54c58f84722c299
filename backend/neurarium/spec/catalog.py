"""Everything that can be picked, as the browser and scripts read it. Generated from the kinds; nothing is listed
here by hand.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from pydantic import BaseModel, Field

from neurarium.spec.architectures import architecture_presets
from neurarium.spec.base import Shape
from neurarium.spec.datasets import DATASETS, Preparation
from neurarium.spec.initializers import INITIALIZERS
from neurarium.spec.kinds import Kind, default_of
from neurarium.spec.layers import FAMILIES, LAYERS, Layer
from neurarium.spec.losses import LOSSES
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.preset import PRESET_FAMILIES, Preset
from neurarium.spec.run import SCHEMA_VERSION
from neurarium.spec.schedules import SCHEDULES
from neurarium.spec.second_order import SECOND_ORDER
from neurarium.spec.surfaces import SURFACES, Point
from neurarium.words import Text, verbatim

DEFAULT_PRESET = "digits_convnet"


class KindEntry(BaseModel):
    """A kind: what it is, and the form of its settings."""

    kind: str
    title: str
    family: str
    sentence: str
    formula: str
    source: str
    settings: dict[str, Any] = Field(alias="schema", description="JSON schema of the settings.")
    defaults: dict[str, Any]
    required: list[str]


class InputCount(BaseModel):
    """How many nodes a layer takes; a maximum of null is any number."""

    minimum: int
    maximum: int | None


class LayerEntry(KindEntry):
    """A layer kind."""

    inputs: InputCount
    id_prefix: str
    trains: bool = Field(description="Whether it has tensors that are trained, for some settings at least.")
    has_curve: bool = Field(description="Whether POST /api/activations/curve can draw it: it maps value by value.")


class DatasetEntry(KindEntry):
    """A data set, with its shape and classes at default options."""

    input_shape: Shape
    classes: list[Text]
    samples: int
    preparation: Preparation | None = Field(
        description="How a drawing becomes a sample; null where samples are no images."
    )


class SurfaceEntry(KindEntry):
    """A surface, with what its map should show."""

    x_range: tuple[float, float]
    y_range: tuple[float, float]
    starts: list[Point] = Field(description="Telling points to start from, the usual one first.")
    minima: list[Point] = Field(description="Every local minimum, the lowest first.")
    saddles: list[Point]
    learning_rates: dict[str, float] = Field(description="One that suits the surface, by kind of optimizer.")


class FamilyEntry(BaseModel):
    """A group of layers or presets."""

    name: str
    title: str


class SpecCatalog(BaseModel):
    """The part of the catalog that does not depend on the machine."""

    schema_version: int
    families: list[FamilyEntry]
    layers: list[LayerEntry]
    losses: list[KindEntry]
    optimizers: list[KindEntry]
    initializers: list[KindEntry]
    schedules: list[KindEntry]
    datasets: list[DatasetEntry]
    surfaces: list[SurfaceEntry]
    second_order: list[KindEntry] = Field(description="Optimizers that exist on surfaces only.")
    preset_families: list[FamilyEntry]
    presets: list[Preset]
    default_preset: str


@cache
def spec_catalog() -> SpecCatalog:
    """Return the catalog of everything that a `RunSpec` can name, and of the surfaces to watch optimizers on."""
    order = list(FAMILIES)
    layers = sorted(LAYERS.values(), key=lambda layer: order.index(layer.documentation.family))
    return SpecCatalog(
        schema_version=SCHEMA_VERSION,
        families=[FamilyEntry(name=name, title=title) for name, title in FAMILIES.items()],
        layers=[
            LayerEntry(
                **_entry(layer),
                inputs=InputCount(minimum=layer.minimum_inputs, maximum=layer.maximum_inputs),
                id_prefix=layer.id_prefix,
                trains=layer.parameter_shapes is not Layer.parameter_shapes,
                has_curve=layer.has_curve(),
            )
            for layer in layers
        ],
        losses=_entries(LOSSES),
        optimizers=_entries(OPTIMIZERS),
        initializers=_entries(INITIALIZERS),
        schedules=_entries(SCHEDULES),
        datasets=[
            DatasetEntry(
                **_entry(dataset),
                input_shape=example.input_shape(),
                classes=[verbatim(name) for name in example.class_names()],
                samples=example.sample_count(),
                preparation=dataset.preparation,
            )
            for name, dataset in DATASETS.items()
            for example in [default_of(DATASETS, name)()]
        ],
        surfaces=[
            SurfaceEntry(
                **_entry(surface),
                x_range=surface.x_range,
                y_range=surface.y_range,
                starts=list(surface.starts),
                minima=list(surface.minima),
                saddles=list(surface.saddles),
                learning_rates=dict(surface.learning_rates),
            )
            for surface in SURFACES.values()
        ],
        second_order=_entries(SECOND_ORDER),
        preset_families=[FamilyEntry(name=name, title=title) for name, title in PRESET_FAMILIES.items()],
        presets=presets(),
        default_preset=DEFAULT_PRESET,
    )


def presets() -> list[Preset]:
    """Return the runs that come with Neurarium, family by family.

    In each family those from the files in `spec/presets` come first, in the order of their names' numbers, and those
    of `spec/architectures` after them, the older ones first.
    """
    folder = resources.files("neurarium.spec").joinpath("presets")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".json")), key=lambda file: file.name)
    written = [Preset.model_validate(json.loads(file.read_text(encoding="utf-8"))) for file in files]
    order = list(PRESET_FAMILIES)
    return sorted(written + architecture_presets(), key=lambda preset: order.index(preset.family))


def _entries(kinds: Mapping[str, type[Kind]]) -> list[KindEntry]:
    return [KindEntry(**_entry(kind)) for kind in kinds.values()]


def _entry(kind: type[Kind]) -> dict[str, Any]:
    schema = kind.settings_schema()
    documentation = kind.documentation
    return {
        "kind": kind.kind_name(),
        "title": documentation.title,
        "family": documentation.family,
        "sentence": documentation.sentence,
        "formula": documentation.formula,
        "source": documentation.source,
        "schema": schema,
        "defaults": kind.settings_defaults(),
        "required": schema["required"],
    }
