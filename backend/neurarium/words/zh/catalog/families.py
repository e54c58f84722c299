"""Groups of layers."""

TEXTS = {
    "Shape": "形状变换",
    "Weights": "带权重的层",
    "Activation": "激活函数",
    "Pooling": "池化",
    "Regularise": "正则化",
    "Merge": "合并",
}
