"""Second-order methods, one file a kind; torch itself has neither of them."""

from neurarium.engines.pytorch.second_order.base import SecondOrderMethod, Terrain, create_method, implements

__all__ = ["SecondOrderMethod", "Terrain", "create_method", "implements"]
