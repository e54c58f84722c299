"""The engines."""

TEXTS = {
    "numpy, from scratch": "numpy，从零实现",
    "Install it with: pip install torch==2.13.0": "安装方法：pip install torch==2.13.0",
}
