"""Second-order methods: titles, sentences, settings and sources."""

TEXTS = {
    # Titles
    "Newton's method": "牛顿法",
    # Sentences
    "Jumps to where the slope would be zero if the curvature stayed; a saddle will do, too.": (
        "假定曲率不变，直接跳到斜率为 0 的地方；那里也可能是鞍点。"
    ),
    "Learns the curvature from how the gradient changes, and searches along its direction for each step.": (
        "从梯度的变化中学习曲率，每一步都沿所得方向做线搜索。"
    ),
    # Settings
    "Learning rate": "学习率",
    "The share of the whole step that is taken: 1 is Newton's own, less is damped.": (
        "取完整步长的多少：1 即牛顿法本身，小于 1 为阻尼牛顿法。"
    ),
    "Sufficient decrease c1": "充分下降系数 c1",
    "The share of the decrease that the slope promises which a step has to bring.": (
        "一步实际带来的下降量至少要达到斜率所预示的多少。"
    ),
    "Curvature c2": "曲率系数 c2",
    "The share of the slope that may be left after a step; above c1.": "走一步之后斜率最多还剩多少；须大于 c1。",
    # Sources
    "Nocedal and Wright 2006, Numerical Optimization, section 3.3": (
        "Nocedal 和 Wright，2006，Numerical Optimization，3.3 节"
    ),
    "Nocedal and Wright 2006, Numerical Optimization, algorithm 6.1; line search: Lewis and Overton 2013": (
        "Nocedal 和 Wright，2006，Numerical Optimization，算法 6.1；线搜索：Lewis 和 Overton，2013"
    ),
}
