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
from neurarium.spec.datasets import DATASETS
from neurarium.spec.initializers import INITIALIZERS
from neurarium.spec.kinds import Kind, default_of
from neurarium.spec.layers import FAMILIES, LAYERS, Layer
from neurarium.spec.losses import LOSSES
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.preset import PRESET_FAMILIES, Preset
from neurarium.spec.probes import PROBES
from neurarium.spec.run import SCHEMA_VERSION
from neurarium.spec.schedules import SCHEDULES
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


class DatasetEntry(KindEntry):
    """A data set, with its shape and classes at default options."""

    input_shape: Shape
    classes: list[Text]
    samples: int


class FamilyEntry(BaseModel):
    """A group of layers or presets."""

    name: str
    title: str


class ProbeEntry(BaseModel):
    """Something that a run measures."""

    probe: str
    title: str
    sentence: str


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
    probes: list[ProbeEntry]
    preset_families: list[FamilyEntry]
    presets: list[Preset]
    default_preset: str


@cache
def spec_catalog() -> SpecCatalog:
    """Return the catalog of everything that a `RunSpec` can name."""
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
            )
            for name, dataset in DATASETS.items()
            for example in [default_of(DATASETS, name)()]
        ],
        probes=[ProbeEntry(probe=name, title=title, sentence=sentence) for name, (title, sentence) in PROBES.items()],
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
