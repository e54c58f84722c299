"""How an engine finds who computes a kind: in the file of the kind's name, marked with the kind it implements.

Adding a kind to an engine is adding that file; no list is edited.
"""

import importlib
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from neurarium.spec.kinds import Kind

Implementation = TypeVar("Implementation", bound=Callable[..., Any])


class Implementations(Generic[Implementation]):
    """The implementations of one family of kinds in one engine, by kind.

    Example::

        implements = Implementations[type[Layer]]("neurarium.engines.scratch.layers")

        @implements(Relu)
        class ReluLayer(Layer): ...
    """

    def __init__(self, package: str) -> None:
        """Look for implementations in the modules of `package`."""
        self._package = package
        self._by_kind: dict[str, Implementation] = {}

    def __call__(self, kind: type[Kind]) -> Callable[[Implementation], Implementation]:
        """Return a decorator that marks what implements `kind`."""
        name = kind.kind_name()

        def mark(implementation: Implementation) -> Implementation:
            if name in self._by_kind:
                raise TypeError(f"{implementation!r} and {self._by_kind[name]!r} both implement {name!r}")
            self._by_kind[name] = implementation
            return implementation

        return mark

    def find(self, kind: type[Kind]) -> Implementation:
        """Return what implements `kind`, importing its module where that has not happened yet.

        Raises:
            NotImplementedError: this engine has no file for the kind, or the file does not mark anything.
        """
        name = kind.kind_name()
        if name not in self._by_kind:
            module = f"{self._package}.{name}"
            try:
                importlib.import_module(module)
            except ModuleNotFoundError as error:
                if error.name != module:
                    raise
        try:
            return self._by_kind[name]
        except KeyError:
            raise NotImplementedError(
                f"{self._package} has no implementation of {name!r}: expected one marked"
                f" @implements({kind.__name__}) in {name}.py there."
            ) from None
