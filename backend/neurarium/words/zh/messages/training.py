"""What training says."""

TEXTS = {
    # How a descent on a surface ends
    "All {steps:,} steps were taken.": "已走完全部 {steps:,} 步。",
    "Step {step:,} led farther than {far:,} from the origin, or to no number at all: it diverged."
    " A smaller learning rate may hold it.": (
        "第 {step:,} 步走到了离原点超过 {far:,} 的地方，或得到的不是有限数：已发散。减小学习率或许可以避免。"
    ),
    "The gradient is zero here: a minimum, a saddle or a maximum.": "这里的梯度为 0：是极小值、鞍点或极大值。",
    "The Hessian has no inverse here, so Newton's step does not exist.": "这里的黑塞矩阵不可逆，牛顿步不存在。",
    "The line search found no end of the way down: the surface has no lower bound there.": (
        "线搜索一路下降，没有尽头：曲面在那个方向上没有下界。"
    ),
    "The line search found no lower point: what is left is rounding.": "线搜索找不到更低的点：剩下的只是舍入误差。",
}
