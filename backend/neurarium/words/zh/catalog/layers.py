"""Layers: titles, sentences, settings and sources."""

TEXTS = {
    # Titles
    "Flatten": "展平",
    "Reshape": "重塑形状",
    "2-d convolution": "二维卷积",
    "Transposed 2-d convolution": "二维转置卷积",
    "Linear": "全连接层",
    "Identity": "恒等映射",
    "Step": "阶跃函数",
    "Adaptive average pooling": "自适应平均池化",
    "Average pooling": "平均池化",
    "Global average pooling": "全局平均池化",
    "Max pooling": "最大池化",
    "Batch normalisation": "批归一化",
    "Dropout": "随机失活（Dropout）",
    "Layer normalisation": "层归一化",
    "Local response normalisation": "局部响应归一化",
    "Add": "相加",
    "Concatenate": "拼接",
    "Multiply": "相乘",
    # Sentences
    "Lays an image out as one long vector, so that linear layers can take it.": (
        "把图像展开成一个长向量，供全连接层使用。"
    ),
    "Lays the same values out in another shape, such as a vector as an image.": (
        "值不变，只换一种形状排列，例如把向量排成图像。"
    ),
    "Slides small learned filters over the image and reports where each one finds its pattern.": (
        "让一组学习得到的小卷积核滑过图像，报告每个卷积核在哪里找到了自己的模式。"
    ),
    "Lays a learned pattern down for every pixel and adds them up; with a stride, images grow.": (
        "为每个像素铺上一份学习得到的图案，再全部相加；步幅大于 1 时图像变大。"
    ),
    "Every output is a weighted sum of all inputs, plus a bias.": "每个输出都是所有输入的加权和，再加上偏置。",
    "Passes positive values on and bends negative ones smoothly towards a floor.": (
        "正值原样通过，负值平滑地趋向一个下限。"
    ),
    "Weighs each value by the probability that a normal one is smaller: a smooth ReLU.": (
        "用“正态随机数小于该值”的概率给每个值加权：一种平滑的 ReLU。"
    ),
    "Passes every value on unchanged; a skip connection's straight way.": "每个值都原样通过；相当于跳跃连接的直通路。",
    "Like ReLU, but lets a small share of negative values through so that no unit dies.": (
        "与 ReLU 相似，但让负值保留一小部分，使神经元不会“死亡”。"
    ),
    "Passes positive values on and cuts negative ones to zero.": "正值原样通过，负值变为 0。",
    "Squeezes any value smoothly between 0 and 1.": "把任意值平滑地压缩到 0 与 1 之间。",
    "Weighs each value by its own sigmoid: smooth, and slightly below zero for negative values.": (
        "用每个值自己的 sigmoid 加权：处处平滑，输入为负时输出略低于 0。"
    ),
    "Turns features or channels into positive shares that add up to 1.": "把各特征或各通道变成总和为 1 的正的比例。",
    "A smooth ReLU: its slope is a sigmoid and never quite zero.": (
        "平滑的 ReLU：它的斜率就是 sigmoid，永远不会恰好为 0。"
    ),
    "Decides hard: 1 for positive values, else 0. Nothing before it learns, since its slope is zero.": (
        "非此即彼：正值输出 1，否则输出 0。它的斜率为 0，所以它前面的层学不到任何东西。"
    ),
    "Squeezes any value smoothly between -1 and 1, around zero.": "以 0 为中心，把任意值平滑地压缩到 -1 与 1 之间。",
    "Averages an image to a given size, with windows as large as that takes.": (
        "通过取平均把图像变成指定大小，窗口大小随之而定。"
    ),
    "Replaces each window by its mean.": "用平均值代替每个窗口。",
    "Replaces each whole channel by its mean, so an image of any size becomes a vector.": (
        "用平均值代替整个通道，因此任意大小的图像都变成一个向量。"
    ),
    "Keeps the largest value of each window, so a found pattern survives a small shift.": (
        "保留每个窗口中的最大值，因此找到的模式不受微小平移的影响。"
    ),
    "Brings each feature to mean 0 and spread 1 over the batch, then scales and shifts it as learned.": (
        "在批次上把每个特征变成均值 0、标准差 1，再按学到的参数缩放和平移。"
    ),
    "Silences a random share of values at each step, so that no unit relies on a single other one.": (
        "每一步随机让一部分值失活，使神经元不会只依赖某一个其他神经元。"
    ),
    "Brings each sample's values to mean 0 and spread 1 by themselves, whatever the batch.": (
        "对每个样本单独归一化，使其值的均值为 0、标准差为 1，与批次无关。"
    ),
    "Damps a value where neighbouring channels are strong at the same pixel.": (
        "若同一像素处相邻通道的响应很强，就抑制该值。"
    ),
    "Adds nodes of the same shape; this is where a skip connection comes back in.": (
        "把形状相同的节点相加；跳跃连接就在这里汇回主路。"
    ),
    "Lays the channels or features of several nodes side by side.": "把多个节点的通道或特征并排放在一起。",
    "Multiplies nodes of the same shape value by value; one branch can gate another.": (
        "把形状相同的节点逐元素相乘；一个分支可以充当另一个分支的门。"
    ),
    # Settings
    "Shape": "形状",
    "Sizes of the output, such as 16, 4, 4: channels, height, width; one of them may be -1, the rest.": (
        "输出各维的大小，例如 16, 4, 4：通道、高、宽；其中一个可以是 -1，表示其余所有。"
    ),
    "Filters": "卷积核数",
    "How many filters, and so output channels.": "卷积核的个数，也就是输出的通道数。",
    "How many output channels it has.": "输出的通道数。",
    "Kernel size": "卷积核大小",
    "Height and width of a filter, in pixels.": "卷积核的高和宽，以像素计。",
    "Height and width of a pattern, in pixels.": "图案的高和宽，以像素计。",
    "Stride": "步幅",
    "How many pixels the filter moves at a time.": "卷积核每次移动的像素数。",
    "How many pixels apart the patterns of neighbouring pixels are laid.": "相邻像素的图案铺放时相隔的像素数。",
    "How many pixels the window moves at a time; empty, its own size.": (
        "窗口每次移动的像素数；留空则等于窗口自身的大小。"
    ),
    "Padding": "填充",
    "Rows and columns of zeros added on each side; same: as many as keep the image's size.": (
        "在四周各补多少行、多少列 0；same 表示补到图像大小不变为止。"
    ),
    "Rows and columns cut off on each side of what comes out.": "从输出的四周各裁去的行数和列数。",
    "Rows and columns added on each side; half the window at most.": "在四周各补的行数和列数；至多为窗口的一半。",
    "Output padding": "输出填充",
    "Rows and columns added below and to the right; less than the stride or the dilation.": (
        "在下方和右侧补上的行数和列数；须小于步幅或膨胀系数。"
    ),
    "Dilation": "膨胀系数",
    "How many pixels lie between two weights of a filter, plus one.": "卷积核中相邻两个权重之间间隔的像素数加一。",
    "How many pixels lie between two weights of a pattern, plus one.": "图案中相邻两个权重之间间隔的像素数加一。",
    "Groups": "分组数",
    "Into how many parts the channels are split; a filter sees the channels of its own part.": (
        "把通道分成多少组；每个卷积核只看自己那一组的通道。"
    ),
    "Into how many parts the channels are split; each part makes its own share of the output.": (
        "把通道分成多少组；每一组各自产生输出的一部分。"
    ),
    "Bias": "偏置",
    "Whether it adds a learned constant to each channel.": "是否给每个通道加上一个学习得到的常数。",
    "Whether it adds a learned constant to each output.": "是否给每个输出加上一个学习得到的常数。",
    "Initializer": "权重初始值",
    "How its weights are drawn before training.": "训练开始前如何抽取权重的初始值。",
    "Units": "神经元数",
    "How many outputs it has.": "输出的个数。",
    "How far below zero the floor lies that it bends towards.": "负值所趋向的下限比 0 低多少。",
    "Approximate": "近似",
    "none: by the error function itself; tanh: by the paper's approximation, off by 0.0005 at most.": (
        "none：直接用误差函数计算；tanh：用论文中的近似式，误差至多 0.0005。"
    ),
    "Negative slope": "负半轴斜率",
    "What negative values are multiplied by.": "负值所乘的系数。",
    "How sharp its bend is; the larger, the nearer to ReLU.": "拐弯处有多尖锐；越大越接近 ReLU。",
    "Output size": "输出大小",
    "Height and width of what comes out, in pixels.": "输出的高和宽，以像素计。",
    "Window": "窗口",
    "Height and width of the window, in pixels.": "窗口的高和宽，以像素计。",
    "Added to the variance.": "加在方差上的小量。",
    "Momentum": "动量",
    "The share of each batch in the running statistics.": "每个批次在滑动统计量中所占的比例。",
    "Dropped share": "失活比例",
    "Probability of silencing a value.": "让一个值失活的概率。",
    "Dimensions": "维数",
    "How many trailing dimensions it normalises over; empty, all that a sample has.": (
        "在最后多少个维度上做归一化；留空则为样本的全部维度。"
    ),
    "Scale and shift": "缩放和平移",
    "Whether it learns a scale and a shift for each value.": "是否为每个值学习一个缩放系数和一个平移量。",
    "Channels": "通道数",
    "How many neighbouring channels count, itself included.": "有多少个相邻通道参与计算，包括自身。",
    "How much the neighbours count.": "相邻通道的影响有多大。",
    "The power of the divisor.": "除数的指数。",
    "What the divisor is where all is zero.": "所有值都为 0 时的除数。",
    # Sources
    "Deep Learning from Scratch, section 7.4.3": "《深度学习入门》7.4.3 节",
    "PyTorch, torch.reshape": "PyTorch，torch.reshape",
    "Deep Learning from Scratch, section 7.2; LeCun et al. 1998": "《深度学习入门》7.2 节；LeCun 等，1998",
    "Zeiler et al. 2010, Deconvolutional Networks; Dumoulin and Visin 2016, Convolution Arithmetic": (
        "Zeiler 等，2010，Deconvolutional Networks；Dumoulin 和 Visin，2016，Convolution Arithmetic"
    ),
    "Deep Learning from Scratch, section 5.6": "《深度学习入门》5.6 节",
    "Clevert et al. 2016, Fast and Accurate Deep Network Learning by Exponential Linear Units": (
        "Clevert 等，2016，Fast and Accurate Deep Network Learning by Exponential Linear Units"
    ),
    "Hendrycks and Gimpel 2016, Gaussian Error Linear Units": (
        "Hendrycks 和 Gimpel，2016，Gaussian Error Linear Units"
    ),
    "Deep Learning from Scratch, section 3.5": "《深度学习入门》3.5 节",
    "Maas et al. 2013, Rectifier Nonlinearities Improve Neural Network Acoustic Models": (
        "Maas 等，2013，Rectifier Nonlinearities Improve Neural Network Acoustic Models"
    ),
    "Deep Learning from Scratch, section 3.2.7": "《深度学习入门》3.2.7 节",
    "Deep Learning from Scratch, section 3.2.4": "《深度学习入门》3.2.4 节",
    "Hendrycks and Gimpel 2016; Ramachandran et al. 2017, Searching for Activation Functions": (
        "Hendrycks 和 Gimpel，2016；Ramachandran 等，2017，Searching for Activation Functions"
    ),
    "Deep Learning from Scratch, section 3.5.1": "《深度学习入门》3.5.1 节",
    "Dugas et al. 2001, Incorporating Second-Order Functional Knowledge; Glorot et al. 2011": (
        "Dugas 等，2001，Incorporating Second-Order Functional Knowledge；Glorot 等，2011"
    ),
    "Deep Learning from Scratch, section 3.2.2; Rosenblatt 1958, The Perceptron": (
        "《深度学习入门》3.2.2 节；Rosenblatt，1958，The Perceptron"
    ),
    "Deep Learning from Scratch, section 6.2.2": "《深度学习入门》6.2.2 节",
    "PyTorch, AdaptiveAvgPool2d; He et al. 2014, Spatial Pyramid Pooling": (
        "PyTorch，AdaptiveAvgPool2d；He（何恺明）等，2014，Spatial Pyramid Pooling"
    ),
    "Deep Learning from Scratch, section 7.3": "《深度学习入门》7.3 节",
    "Lin et al. 2014, Network In Network": "Lin 等，2014，Network In Network",
    "Ioffe and Szegedy 2015, Batch Normalization; Deep Learning from Scratch, section 6.3": (
        "Ioffe 和 Szegedy，2015，Batch Normalization；《深度学习入门》6.3 节"
    ),
    "Srivastava et al. 2014, Dropout; Deep Learning from Scratch, section 6.4.3": (
        "Srivastava 等，2014，Dropout；《深度学习入门》6.4.3 节"
    ),
    "Ba et al. 2016, Layer Normalization": "Ba 等，2016，Layer Normalization",
    "Krizhevsky et al. 2012, ImageNet Classification with Deep Convolutional Neural Networks": (
        "Krizhevsky 等，2012，ImageNet Classification with Deep Convolutional Neural Networks"
    ),
    "He et al. 2016, Deep Residual Learning for Image Recognition": (
        "He（何恺明）等，2016，Deep Residual Learning for Image Recognition"
    ),
    "Szegedy et al. 2015, Going Deeper with Convolutions": "Szegedy 等，2015，Going Deeper with Convolutions",
    "Deep Learning from Scratch, section 5.4.1": "《深度学习入门》5.4.1 节",
}
