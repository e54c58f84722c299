"""Surfaces: their values alone, one file a kind; autograd finds the derivatives."""

from neurarium.engines.pytorch.surfaces.base import SurfaceFunction, create_surface, implements

__all__ = ["SurfaceFunction", "create_surface", "implements"]
