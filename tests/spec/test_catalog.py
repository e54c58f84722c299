"""The catalog tells all of every kind, and what it tells holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from neurarium.graph import Limits, check_limits, plan_for
from neurarium.spec import RunSpec
from neurarium.spec.catalog import DEFAULT_PRESET, KindEntry, presets, spec_catalog
from neurarium.spec.layers import FAMILIES, LAYERS

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("layers", "losses", "optimizers", "initializers", "schedules", "datasets", "surfaces", "second_order")
ENTRIES = [pytest.param(entry, id=f"{name}-{entry.kind}") for name in LISTS for entry in getattr(spec_catalog(), name)]
PRESETS = [pytest.param(preset.spec, id=preset.name) for preset in presets()]
TYPES: dict[str, type | tuple[type, ...]] = {
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "string": str,
    "null": type(None),
    "array": (list, tuple),
    "object": dict,
}


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a value is what its JSON schema asks for, by as much of JSON schema as forms use."""
    if "anyOf" in schema:
        return any(fits(value, option) for option in schema["anyOf"])
    if "x-kind-of" in schema:
        known = {entry.kind for entry in getattr(spec_catalog(), schema["x-kind-of"])}
        return isinstance(value, dict) and value["kind"] in known
    if not isinstance(value, TYPES[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        return False
    return all(
        (
            value >= schema.get("minimum", value),
            value > schema["exclusiveMinimum"] if "exclusiveMinimum" in schema else True,
            value <= schema.get("maximum", value),
            value < schema["exclusiveMaximum"] if "exclusiveMaximum" in schema else True,
            value in schema.get("enum", [value]),
        )
        if isinstance(value, int | float)
        else (value in schema.get("enum", [value]),)
    )


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_kind_is_documented(entry: KindEntry) -> None:
    assert entry.title[0].isupper() or entry.title[0].isdigit()
    assert entry.sentence.endswith(".")
    assert len(entry.sentence) < 140
    assert entry.formula.count("{") == entry.formula.count("}")
    assert entry.formula.strip()
    assert len(entry.source) > 10


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_setting_has_a_form_and_a_default_that_fits_it(entry: KindEntry) -> None:
    properties = entry.settings["properties"]
    assert set(entry.defaults) | set(entry.required) == set(properties)
    assert not set(entry.defaults) & set(entry.required)
    for name, schema in properties.items():
        assert schema["title"], name
        assert schema["description"], name
        if name in entry.defaults:
            assert fits(entry.defaults[name], schema), (name, entry.defaults[name], schema)
    assert json.loads(json.dumps(entry.defaults)) == json.loads(json.dumps(entry.model_dump()["defaults"]))


@pytest.mark.parametrize("kind", LAYERS)
def test_defaults_are_what_a_layer_has_by_default(kind: str) -> None:
    entry = next(entry for entry in spec_catalog().layers if entry.kind == kind)
    required = {"out_features": 3, "out_channels": 3, "shape": (3, -1)}
    given = {"id": "node", "kind": kind, **{name: required[name] for name in entry.required}}
    assert LAYERS[kind].model_validate(given) == LAYERS[kind].model_validate({**given, **entry.defaults})


def test_layers_stand_in_the_order_of_the_palette() -> None:
    catalog = spec_catalog()
    assert [family.name for family in catalog.families] == list(FAMILIES)
    families = [entry.family for entry in catalog.layers]
    assert families == sorted(families, key=list(FAMILIES).index)
    assert set(families) == set(FAMILIES)


def test_names_for_new_nodes_are_valid_names() -> None:
    for entry in spec_catalog().layers:
        layer = LAYERS[entry.kind]
        TypeAdapter(layer.model_fields["id"].rebuild_annotation()).validate_python(f"{entry.id_prefix}1")
        assert entry.inputs.minimum >= 1
        assert entry.inputs.maximum is None or entry.inputs.maximum >= entry.inputs.minimum


@pytest.mark.parametrize("spec", PRESETS)
def test_a_preset_can_be_played(spec: RunSpec) -> None:
    planned = plan_for(spec.network.nodes, spec.data, spec.loss)
    check_limits(planned, spec.batch_size, Limits())
    assert planned.output_shape == (len(spec.data.source.class_names()),)
    assert RunSpec.model_validate(spec.model_dump(mode="json")) == spec


def test_preset_names_are_unique_and_the_default_is_among_them() -> None:
    names = [preset.name for preset in presets()]
    assert len(set(names)) == len(names)
    assert DEFAULT_PRESET in names


def test_the_example_is_the_preset() -> None:
    example = json.loads((ROOT / "examples" / "digits_convnet.json").read_text(encoding="utf-8"))
    preset = next(preset for preset in presets() if preset.name == "digits_convnet")
    assert RunSpec.model_validate(example) == preset.spec
    # And it is written out in full, so that a reader sees every setting of the run itself.
    assert set(example) == set(RunSpec.model_fields)
