"""Surfaces: titles, sentences and sources."""

TEXTS = {
    # Titles
    "Elongated bowl": "狭长的碗",
    "Saddle": "鞍面",
    "Two valleys": "两个山谷",
    "Rosenbrock": "Rosenbrock 函数",
    "Beale": "Beale 函数",
    # Sentences
    "A long bowl whose gradient hardly points at the minimum, so that plain descent zigzags.": (
        "一个狭长的碗，梯度大多不指向最小值，所以普通的梯度下降会走之字形。"
    ),
    "Rises along y and falls along x without end: flat at the origin, where slow optimizers wait.": (
        "沿 y 方向上升，沿 x 方向无限下降；原点处平坦，慢的优化器会在那里停留。"
    ),
    "A deep and a shallow valley with a pass between them; where the descent starts decides.": (
        "一深一浅两个山谷，中间隔着山口；最终落入哪一个取决于起点。"
    ),
    "A curved valley: easy to fall into, and so flat along its floor that the minimum is hard to reach.": (
        "一条弯曲的山谷：很容易落入谷中，但谷底十分平坦，难以到达最小值。"
    ),
    "A wide plateau between steep walls; saddles lie beside the way to the one minimum.": (
        "陡壁之间是一片宽阔的平台；通往唯一最小值的路旁有鞍点。"
    ),
    # Sources
    "Deep Learning from Scratch, section 6.1.3": "《深度学习入门》6.1.3 节",
    "Dauphin et al. 2014, Identifying and attacking the saddle point problem, section 3": (
        "Dauphin 等，2014，Identifying and attacking the saddle point problem，第 3 节"
    ),
    "A polynomial whose stationary points can be found by hand, from 12x(x + 4)(x - 2) = 0 and 4y^3 = 0": (
        "一个可以手算驻点的多项式：由 12x(x + 4)(x - 2) = 0 和 4y^3 = 0 求得"
    ),
    "Rosenbrock 1960, An Automatic Method for Finding the Greatest or Least Value of a Function": (
        "Rosenbrock，1960，An Automatic Method for Finding the Greatest or Least Value of a Function"
    ),
    "Beale 1958; Moré, Garbow and Hillstrom 1981, Testing Unconstrained Optimization Software, no. 5": (
        "Beale，1958；Moré、Garbow 和 Hillstrom，1981，Testing Unconstrained Optimization Software，第 5 题"
    ),
}
