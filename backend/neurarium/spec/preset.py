"""A run that is ready to play, as the menu of networks lists it."""

from typing import Any

from pydantic import BaseModel, field_serializer

from neurarium.spec.run import RunSpec

PRESET_FAMILIES: dict[str, str] = {
    "first_steps": "First steps",
    "book": "The book",
    "small": "Architectures, small",
    "full": "Architectures, full size",
}
"""The groups of presets and their titles, in the order in which a menu shows them."""


class Preset(BaseModel):
    """A run that is ready to play."""

    name: str
    title: str
    sentence: str
    family: str
    spec: RunSpec

    @field_serializer("spec")
    def _written(self, spec: RunSpec) -> dict[str, Any]:
        """Write a node's settings only where they were given: the catalog lists the defaults, and a network of 174
        nodes is a third as long without them.
        """
        return {**spec.model_dump(mode="json"), "network": spec.network.model_dump(mode="json", exclude_unset=True)}
