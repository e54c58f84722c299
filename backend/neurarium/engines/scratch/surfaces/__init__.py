"""Surfaces: value, gradient and Hessian side by side, one file a kind."""

from neurarium.engines.scratch.surfaces.base import Surface, create_surface, implements

__all__ = ["Surface", "create_surface", "implements"]
