"""What every specification model shares: strictness, shapes and two-dimensional sizes."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from neurarium.spec.findings import finding
from neurarium.words import say

Shape = tuple[int, ...]
"""A tensor's shape without the batch dimension, e.g. ``(1, 8, 8)`` for one-channel 8x8 images."""

Size = int | tuple[int, int]
"""A height and a width; one number stands for both."""

Margins = tuple[tuple[int, int], tuple[int, int]]
"""How many rows stand above and below an image, and how many columns left and right of it."""

NodeId = Annotated[
    str,
    Field(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,63}$", title="Name", description="The node's name, unique."),
]
"""A node's name: a letter, then letters, digits or underscores, 64 characters at most.

It is an identifier so that exported code can use it as one.
"""


class SpecModel(BaseModel):
    """An immutable model that refuses unknown fields, infinities and NaN: a typo is an error, not a default."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


def pair(size: Size) -> tuple[int, int]:
    """Return a size as ``(height, width)``.

    Example: ``pair(3) == (3, 3)`` and ``pair((1, 7)) == (1, 7)``.
    """
    return (size, size) if isinstance(size, int) else size


def even_margins(padding: Size) -> Margins:
    """Return the margins that a padding of `padding` on each side makes.

    Example: ``even_margins((1, 2)) == ((1, 1), (2, 2))``.
    """
    vertical, horizontal = pair(padding)
    return (vertical, vertical), (horizontal, horizontal)


def same_margins(kernel_size: Size, dilation: Size) -> Margins:
    """Return the margins with which a window that moves by 1 leaves an image's size as it is: ``d (k - 1)`` in all
    each way; the odd one of an even window stands below and to the right, as in PyTorch.

    Example: ``same_margins((3, 2), 1) == ((1, 1), (0, 1))``.
    """
    vertical, horizontal = (d * (k - 1) for k, d in zip(pair(kernel_size), pair(dilation), strict=True))
    return (vertical // 2, vertical - vertical // 2), (horizontal // 2, horizontal - horizontal // 2)


def _at_least(minimum: int) -> AfterValidator:
    def check(size: "Size | Literal['same']") -> "Size | Literal['same']":
        if size != "same" and min(pair(size)) < minimum:
            raise finding("out_of_range", say("should be {minimum} or more in both directions", minimum=minimum))
        return size

    return AfterValidator(check)


def _size_schema(minimum: int, *words: str) -> WithJsonSchema:
    """Return the JSON schema of a size; by ``x-size`` a form knows to offer one number or two, and by ``x-words`` to
    offer these words in their place.
    """
    member = {"type": "integer", "minimum": minimum}
    both = {"type": "array", "items": member, "minItems": 2, "maxItems": 2}
    schema = {"anyOf": [member, both], "x-size": 2, "minimum": minimum}
    if words:
        schema = {**schema, "anyOf": [member, both, {"type": "string", "enum": list(words)}], "x-words": list(words)}
    return WithJsonSchema(schema)


def _refuse_other_words(value: object) -> object:
    # Told here, since a choice of types would only say that the text is no integer.
    if isinstance(value, str) and value != "same":
        raise finding("invalid_value", say('should be a size, or "same"'))
    return value


PositiveSize = Annotated[Size, _at_least(1), _size_schema(1)]
NonNegativeSize = Annotated[Size, _at_least(0), _size_schema(0)]
Padding = Annotated[
    Size | Literal["same"],
    BeforeValidator(_refuse_other_words),
    _at_least(0),
    _size_schema(0, "same"),
]
"""How many rows and columns of zeros stand on each side; "same" keeps the image's size."""
