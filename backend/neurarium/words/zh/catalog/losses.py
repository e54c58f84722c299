"""Losses: titles, sentences, settings and sources."""

TEXTS = {
    # Titles
    "Binary cross-entropy": "二元交叉熵",
    "Huber": "Huber 损失",
    "Mean absolute error (L1)": "平均绝对误差（L1）",
    "Mean squared error": "均方误差",
    "Smooth L1": "平滑 L1 损失",
    "Softmax cross-entropy": "softmax 交叉熵误差",
    "Sum of squares": "平方和误差",
    # Sentences
    "Makes each output a probability of its own, by a sigmoid, and charges -log of what the truth got.": (
        "用 sigmoid 把每个输出各自变成概率，损失是正确答案所得概率的 -log。"
    ),
    "Half the square of small distances, a straight line of slope delta for large ones.": (
        "差距小时取平方的一半，差距大时改为斜率为 delta 的直线。"
    ),
    "Averages the distance between outputs and targets, so that outliers weigh no more than their size.": (
        "对输出与目标之差的绝对值取平均，因此离群值的影响不会超过它本身的大小。"
    ),
    "Averages the squared distance between outputs and targets; a class is 1 at its place, 0 elsewhere.": (
        "对输出与目标之差的平方取平均；类别用 one-hot 表示，所在位置为 1，其余为 0。"
    ),
    "Squares small distances and takes large ones as they are, with slope 1 at most.": (
        "差距小时取平方，差距大时取差距本身，斜率至多为 1。"
    ),
    "Turns outputs into probabilities and charges -log of the one given to the true class.": (
        "把输出变成概率，损失是正确类别所得概率的 -log。"
    ),
    "Half the squared distances of all outputs from their targets, summed, and averaged over the batch.": (
        "所有输出与目标之差的平方求和后取一半，再对批次取平均。"
    ),
    # Settings
    "The distance at which the square passes into a straight line.": "平方转为直线处的差距。",
    # Sources
    "Deep Learning from Scratch 2, section 4.2.3; PyTorch, torch.nn.BCEWithLogitsLoss": (
        "《深度学习进阶：自然语言处理》4.2.3 节；PyTorch，torch.nn.BCEWithLogitsLoss"
    ),
    "Huber 1964, Robust Estimation of a Location Parameter": ("Huber，1964，Robust Estimation of a Location Parameter"),
    "PyTorch, torch.nn.L1Loss": "PyTorch，torch.nn.L1Loss",
    "Deep Learning from Scratch, section 4.2.1 (there the sum with a factor 1/2)": (
        "《深度学习入门》4.2.1 节（书中是求和并乘以 1/2）"
    ),
    "Girshick 2015, Fast R-CNN, section 2.3; PyTorch, torch.nn.SmoothL1Loss": (
        "Girshick，2015，Fast R-CNN，2.3 节；PyTorch，torch.nn.SmoothL1Loss"
    ),
    "Deep Learning from Scratch, sections 4.2.2 and 5.6.3": "《深度学习入门》4.2.2 节和 5.6.3 节",
    "Deep Learning from Scratch, section 4.2.1": "《深度学习入门》4.2.1 节",
}
