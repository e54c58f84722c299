"""Second-order methods: how curvature becomes a step, one file a kind."""

from neurarium.engines.scratch.second_order.base import SecondOrderMethod, Terrain, create_method, implements

__all__ = ["SecondOrderMethod", "Terrain", "create_method", "implements"]
