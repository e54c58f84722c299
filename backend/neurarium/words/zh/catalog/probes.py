"""What is measured."""

TEXTS = {
    "Activations": "激活值",
    "How the values that a node puts out are distributed over one batch.": "一个节点在一个批次上的输出值如何分布。",
    "Weights": "权重",
    "How the values of a parameter tensor are distributed.": "一个参数张量中的值如何分布。",
    "Gradients": "梯度",
    "How the loss's derivatives by a parameter tensor are distributed.": "损失对一个参数张量的导数如何分布。",
    "Gradient statistics": "梯度统计",
    "Norm, mean, spread and update ratio of each parameter tensor.": "每个参数张量梯度的范数、均值、标准差和更新比。",
    "Filters": "卷积核",
    "A convolution's weights as small images.": "把卷积层的权重画成小图像。",
    "Decision surface": "决策面",
    "What the network answers at each point of the plane.": "网络对平面上每一点给出的回答。",
}
