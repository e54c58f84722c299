"""Runs that are ready to play: titles, sentences, and the names that their runs have."""

TEXTS = {
    # Titles and names
    "Small convnet on digits": "识别手写数字的小型卷积网络",
    "Softmax regression": "softmax 回归",
    "Softmax regression on digits": "手写数字上的 softmax 回归",
    "A spiral in the plane": "平面上的螺旋",
    "Spiral": "螺旋",
    "The book's two-layer network": "书中的两层网络",
    "Two-layer network on digits": "识别手写数字的两层网络",
    "Two layers: 784-50-10": "两层：784-50-10",
    "Five layers: 784-100-100-100-100-10": "五层：784-100-100-100-100-10",
    "Five layers of 100, on noise": "五层、每层 100 个神经元，输入噪声",
    "DeepConvNet, small": "DeepConvNet（小型）",
    "LeNet-5, small": "LeNet-5（小型）",
    "AlexNet, small": "AlexNet（小型）",
    "GoogLeNet, small": "GoogLeNet（小型）",
    "VGG-11, small": "VGG-11（小型）",
    "Plain network of 20 layers": "20 层的普通网络",
    "ResNet-20, small": "ResNet-20（小型）",
    # Sentences
    "Two convolutions on real 8x8 handwritten digits: watch the filters take shape.": (
        "用两个卷积层识别真实的 8×8 手写数字：看卷积核如何逐渐成形。"
    ),
    "One linear layer and nothing else: the least that learns to read digits.": (
        "只有一个全连接层：能学会认数字的最小网络。"
    ),
    "Three arms wound around each other, and the border that tanh layers draw between them.": (
        "三条互相缠绕的旋臂，以及 tanh 层在它们之间画出的边界。"
    ),
    "50 sigmoid units between the pixels and the classes, trained by plain SGD.": (
        "像素与类别之间有 50 个 sigmoid 神经元，用最基本的 SGD 训练。"
    ),
    "50 sigmoid units on MNIST, as in chapters 4 and 5.": "在 MNIST 上用 50 个 sigmoid 神经元，与书中第 4、5 章相同。",
    "Four layers of 100 ReLU units on MNIST, with which chapter 6 compares optimizers.": (
        "在 MNIST 上用四层、每层 100 个 ReLU 神经元；书中第 6 章用它比较优化器。"
    ),
    "1,000 vectors of noise through five layers: section 6.2 asks which initial weights keep them spread out.": (
        "1,000 个噪声向量穿过五层：书中 6.2 节问，怎样的初始权重能让激活值保持分散。"
    ),
    "The book's first convnet: 30 filters of 5x5, on MNIST.": "书中第一个卷积网络：30 个 5×5 的卷积核，用于 MNIST。",
    "The book's deep convnet: six convolutions of 3x3, on MNIST.": "书中的深层卷积网络：六个 3×3 卷积层，用于 MNIST。",
    "The same six convolutions with half the filters, on the 8x8 digits.": (
        "同样六个卷积层，卷积核减半，用于 8×8 的手写数字。"
    ),
    "LeNet-5 with filters of 3x3, on the 8x8 digits.": "卷积核为 3×3 的 LeNet-5，用于 8×8 的手写数字。",
    "Five convolutions, overlapping pooling and dropout at an eighth of the width, on drawn shapes.": (
        "五个卷积层、重叠池化和 Dropout，宽度为原来的八分之一，用于绘制的图形。"
    ),
    "Three inception modules at an eighth of the width, on drawn shapes.": (
        "三个 Inception 模块，宽度为原来的八分之一，用于绘制的图形。"
    ),
    "VGG-11's eight convolutions at an eighth of the width, on drawn shapes.": (
        "VGG-11 的八个卷积层，宽度为原来的八分之一，用于绘制的图形。"
    ),
    "20 layers one behind the other, on the digits: deeper, and yet harder to train.": (
        "20 层依次相连，用于手写数字：更深，却更难训练。"
    ),
    "The same 20 layers with skip connections, which make them easy to train.": (
        "同样的 20 层，加上跳跃连接，就容易训练了。"
    ),
    "The convnet that read cheques: tanh, average pooling, 61,706 parameters; on MNIST.": (
        "曾用来读取支票的卷积网络：tanh、平均池化、61,706 个参数；用于 MNIST。"
    ),
    "The network that won ImageNet in 2012: 61.1 million parameters.": (
        "赢得 2012 年 ImageNet 竞赛的网络：6,110 万个参数。"
    ),
    "Nine inception modules, 6.6 million parameters.": "九个 Inception 模块，660 万个参数。",
    "11 layers with weights, nothing but 3x3 filters: 132.9 million parameters.": (
        "11 个带权重的层，全部使用 3×3 的卷积核：1.329 亿个参数。"
    ),
    "16 layers with weights, nothing but 3x3 filters: 138.4 million parameters.": (
        "16 个带权重的层，全部使用 3×3 的卷积核：1.384 亿个参数。"
    ),
    "19 layers with weights, nothing but 3x3 filters: 143.7 million parameters.": (
        "19 个带权重的层，全部使用 3×3 的卷积核：1.437 亿个参数。"
    ),
    "18 layers with skip connections: 11.7 million parameters.": "18 层，带跳跃连接：1,170 万个参数。",
    "34 layers with skip connections: 21.8 million parameters.": "34 层，带跳跃连接：2,180 万个参数。",
    "50 layers with skip connections: 25.6 million parameters.": "50 层，带跳跃连接：2,560 万个参数。",
}
