"""The engines."""

TEXTS = {
    "numpy, from scratch": "numpy，从零实现",
}
