"""Groups of presets."""

TEXTS = {
    "First steps": "入门",
    "The book": "书中的网络",
    "Architectures, small": "经典架构（小型）",
    "Architectures, full size": "经典架构（原始大小）",
}
