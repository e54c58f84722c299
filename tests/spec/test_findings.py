"""What validation finds can be said in Chinese, whatever is sent."""

from __future__ import annotations

import enum
import math
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from neurarium.spec import RunSpec
from neurarium.spec.findings import EXPECTATIONS, expectation_of, problem_of
from neurarium.spec.initializers import INITIALIZERS
from neurarium.spec.layers import LAYERS
from neurarium.spec.losses import LOSSES
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.schedules import SCHEDULES
from neurarium.spec.validation import describe_errors
from tests.support.languages import assert_translated
from tests.support.specs import convnet_spec, plane_spec


class Kept(BaseModel):
    """A model that takes nothing but its field."""

    model_config = ConfigDict(extra="forbid")
    a: int = 1


class Given(Kept):
    """A model whose field has to be given."""

    b: int


class Read(Kept):
    """A model that is read from attributes."""

    model_config = ConfigDict(from_attributes=True)


class Colour(enum.Enum):
    """Two colours."""

    RED = "red"
    BLUE = "blue"


FOUND: dict[str, tuple[Any, Any]] = {
    "bool_parsing": (bool, "x"),
    "bool_type": (bool, []),
    "dict_type": (dict[str, int], ""),
    "enum": (Colour, "green"),
    "extra_forbidden": (Kept, {"b": 1}),
    "finite_number": (Annotated[float, Field(allow_inf_nan=False)], math.inf),
    "float_parsing": (float, "x"),
    "float_type": (float, []),
    "greater_than": (Annotated[float, Field(gt=0.5)], 0),
    "greater_than_equal": (Annotated[int, Field(ge=3)], 2),
    "int_from_float": (int, 1.5),
    "int_parsing": (int, "x"),
    "int_parsing_size": (int, "1" * 5000),
    "int_type": (int, []),
    "invalid_key": (Kept, {1: 2}),
    "less_than": (Annotated[int, Field(lt=3)], 3),
    "less_than_equal": (Annotated[float, Field(le=0.25)], 3),
    "list_type": (list[int], 5),
    "literal_error": (Literal["one", "two", "three"], "four"),
    "missing": (Given, {}),
    "model_attributes_type": (Read, 5),
    "model_type": (Kept, 5),
    "multiple_of": (Annotated[int, Field(multiple_of=4)], 3),
    "none_required": (None, 5),
    "string_pattern_mismatch": (Annotated[str, Field(pattern="^a$")], "b"),
    "string_too_long": (Annotated[str, Field(max_length=2)], "abc"),
    "string_too_short": (Annotated[str, Field(min_length=2)], "a"),
    "string_type": (str, 5),
    "string_unicode": (str, b"\xff"),
    "too_long": (Annotated[list[int], Field(max_length=7)], list(range(9))),
    "too_short": (Annotated[list[int], Field(min_length=7)], [1]),
    "tuple_type": (tuple[int, int], 5),
}


def found_in(kind: Any, value: Any) -> dict[str, Any]:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(kind).validate_python(value)
    return dict(raised.value.errors()[0])


def test_every_expectation_is_met_here() -> None:
    assert FOUND.keys() == EXPECTATIONS.keys()


@pytest.mark.parametrize("kind", FOUND)
def test_pydantics_own_words_in_english_and_ours_in_chinese_have_the_same_figures(kind: str) -> None:
    found = found_in(*FOUND[kind])
    assert found["type"] == kind
    assert problem_of(found) == found["msg"]
    expected = expectation_of(found)
    assert "should" not in expected
    assert_translated(str(expected), expected.in_language("zh-CN"))


JUNK: tuple[Any, ...] = (
    None,
    True,
    "x",
    "",
    -1,
    0,
    1.5,
    math.inf,
    math.nan,
    10**400,
    [],
    {},
    [1, 2, 3],
    "n" * 300,
    [[]],
)


def with_each_value_replaced(value: Any, junk: Any) -> Iterator[Any]:
    """Yield copies of a document, in each of which one value is junk."""
    yield junk
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from ({**value, name: other} for other in with_each_value_replaced(inner, junk))
        yield {**value, "extra": junk}
        for name in value:
            yield {other: inner for other, inner in value.items() if other != name}
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            for other in with_each_value_replaced(inner, junk):
                yield [*value[:place], other, *value[place + 1 :]]


def documents() -> dict[str, dict[str, Any]]:
    """Return specs that have, between them, each kind of everything with all its settings."""
    found = {"convnet": RunSpec.model_validate(convnet_spec(early_stopping={})).model_dump(mode="json")}
    for family, part in ((LOSSES, "loss"), (OPTIMIZERS, "optimizer"), (SCHEDULES, "schedule")):
        for kind in family:
            raw = {"kind": kind, **({"boundaries": [3], "factors": [1, 0.5]} if kind == "piecewise" else {})}
            spec = RunSpec.model_validate(plane_spec(**{part: raw})).model_dump(mode="json")
            found[f"{part} {kind}"] = {**plane_spec(), part: spec[part]}
    for name, layer in LAYERS.items():
        needed = {field: 2 for field, one in layer.model_fields.items() if one.is_required() and field != "id"}
        node = {"id": "a", "kind": name, **needed, **({"shape": [2, 2]} if name == "reshape" else {})}
        found[f"layer {name}"] = plane_spec(
            network={"nodes": [layer.model_validate(node).model_dump(mode="json", exclude_none=True)]}
        )
    for name, initializer in INITIALIZERS.items():
        node = {
            "id": "a",
            "kind": "linear",
            "out_features": 2,
            "weight_init": initializer.model_validate({"kind": name}).model_dump(mode="json"),
        }
        found[f"initializer {name}"] = plane_spec(network={"nodes": [node]})
    return found


@pytest.mark.parametrize("name", documents())
def test_whatever_is_wrong_with_a_spec_is_told_in_chinese(name: str) -> None:
    document = documents()[name]
    seen = 0
    for junk in JUNK:
        for raw in with_each_value_replaced(document, junk):
            try:
                RunSpec.model_validate(raw)
            except ValidationError as error:
                for found in describe_errors(error.errors(), raw, RunSpec):
                    seen += 1
                    texts = (found.message, found.hint, *(mend.title for mend in found.mends))
                    for text in filter(None, texts):
                        assert_translated(str(text), text.in_language("zh-CN"))
    assert seen > 100
