r"""Words inside formulas, in ``\text`` and ``\mathrm``; the mathematics around them stays."""

TEXTS = {
    "or": "或",
    "for": "当",
    "count": "个数",
    "colour": "颜色",
    "shape": "形状",
    "turns": "圈数",
    "mean": "平均",
}
