"""GELU."""

import math

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.gelu import Gelu

_TANH_SLOPE = math.sqrt(2.0 / math.pi)
_TANH_CUBE = 0.044715


@implements(Gelu)
class GeluLayer(Layer[Gelu]):
    """``y = x P(x)``, P(x) being the probability that a standard normal value is smaller;
    ``dy/dx = P(x) + x p(x)``, p being its density. With ``approximate="tanh"``, P(x) is
    ``(1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2``, and p its derivative.

    Any shape, and the output's is the same.

    Source: Hendrycks and Gimpel 2016, Gaussian Error Linear Units.
    """

    def forward(self, x: Array) -> Array:
        self._x = x
        self._probability = _tanh_probability(x) if self.settings.approximate == "tanh" else normal_probability(x)
        return np.multiply(x, self._probability, out=self.memory("output", x.shape))

    def backward(self, gradient: Array) -> tuple[Array]:
        x, probability = self._x, self._probability
        if self.settings.approximate == "tanh":
            # The derivative of (1 + tanh u) / 2 is 2 P (1 - P) du/dx.
            density = 2.0 * probability * (1.0 - probability) * (_TANH_SLOPE * (1.0 + 3.0 * _TANH_CUBE * (x * x)))
        else:
            density = np.exp(-0.5 * (x * x)) / math.sqrt(2.0 * math.pi)
        by_input = np.multiply(x, density, out=self.memory("gradient", gradient.shape))
        by_input += probability
        by_input *= gradient
        return (by_input,)


def _tanh_probability(x: Array) -> Array:
    return 0.5 * (1.0 + np.tanh(_TANH_SLOPE * (x + _TANH_CUBE * (x * x * x))))


_MIDDLE = 2.0
"""Half of the polynomial's range lies below it."""
_FARTHEST = 26.0
"""Beyond it the complementary error function is nearly the smallest number that there is."""

_TERMS = 31
"""Of the series; more of them change nothing in float64."""


def _scaled_tail(position: np.ndarray) -> np.ndarray:
    """Return ``exp(z^2) erfc(z)`` at ``position = (z - middle) / (z + middle)``, value by value; for the fit alone."""
    z = _MIDDLE * (1.0 + position) / (1.0 - position)
    return np.array([math.exp(value * value) * math.erfc(value) for value in z])


def _fitted_tail() -> tuple[np.ndarray, float, float]:
    """Return the Chebyshev series of ``exp(z^2) erfc(z)`` over the z from 0 to the farthest, and the ends of its range
    in ``(z - middle) / (z + middle)``, by which it is smooth enough for 15 digits.
    """
    low, high = -1.0, (_FARTHEST - _MIDDLE) / (_FARTHEST + _MIDDLE)
    nodes = np.polynomial.chebyshev.chebpts1(_TERMS)
    values = _scaled_tail(low + (high - low) * (nodes + 1.0) / 2.0)
    series = np.polynomial.chebyshev.chebfit(nodes, values, _TERMS - 1)
    return series, low, high


_TAIL, _LOW, _HIGH = _fitted_tail()


def normal_probability(x: Array) -> Array:
    """Return the probability that a standard normal value is smaller than x: ``erfc(-x / sqrt(2)) / 2``.

    numpy has no error function, and the standard library's takes one number at a time. So ``exp(z^2) erfc(z)``, which
    is smooth, is interpolated once at Chebyshev nodes, and evaluated as that series over whole arrays; absolute error
    below 1e-15 in float64.

    Source: Trefethen 2013, Approximation Theory and Approximation Practice, chapters 3 and 4.
    """
    z = np.minimum(np.abs(x) * math.sqrt(0.5), _FARTHEST)
    position = ((z - _MIDDLE) / (z + _MIDDLE) - _LOW) * (2.0 / (_HIGH - _LOW)) - 1.0
    smaller = 0.5 * np.exp(-z * z) * np.polynomial.chebyshev.chebval(position, _TAIL.astype(x.dtype))
    return np.where(x > 0.0, 1.0 - smaller, smaller)
