"""What is found wrong with a run, why it matters, and how to mend it."""

TEXTS = {
    # What can be done
    "{activation} instead of {replaced} in {nodes}": "把 {nodes} 的 {replaced} 换成 {activation}",
    "Batch normalisation after {nodes}": "在 {nodes} 之后加批归一化",
    "He normal initializer in {nodes}": "{nodes} 改用 He 初始值（正态分布）",
    "Xavier normal initializer in {nodes}": "{nodes} 改用 Xavier 初始值（正态分布）",
    "Values scaled to 0 to 1": "把数值缩放到 0 到 1",
    "Batch normalisation of the input": "对输入做批归一化",
    "Learning rate {rate:g}": "学习率改为 {rate:g}",
    "Adam, learning rate {rate:g}": "改用 Adam，学习率 {rate:g}",
    "Gradient clipping at {norm:g}": "梯度裁剪，上限 {norm:g}",
    "Dropout of {probability:g} before {node}": "在 {node} 之前加 Dropout，概率 {probability:g}",
    "Weight decay {decay:g}": "权重衰减 {decay:g}",
    "Early stopping after {patience} epochs": "提前停止，耐心 {patience} 个 epoch",
    # Figures and names
    "{nodes} and {more:,} more": "{nodes} 等，另有 {more:,} 个",
    "under {bound} %": "不到 {bound} %",
    "over {bound} %": "超过 {bound} %",
    "Step": "阶跃函数",
    # Measures
    "share of the units": "占单元总数的比例",
    "share of the outputs": "占输出总数的比例",
    "rise of the recent loss above its lowest, as a share of the first loss": "近期损失高出其最低值的量，占最初损失的比例",
    "rise of the validation loss above its best, as a share of the first one": (
        "验证损失高出其最佳值的量，占最初验证损失的比例"
    ),
    "root mean square of the outputs": "输出的均方根",
    "root mean square of the input": "输入的均方根",
    "distance of the mean from 0, in standard deviations of the input": "均值与 0 的距离，以输入的标准差计",
    "gradient norm over that of the last layer's weights": "梯度范数与最后一层权重的梯度范数之比",
    "norm of the update over that of the weights": "更新量的范数与权重的范数之比",
    # Dead units
    "Dead units": "死亡单元",
    "A ReLU that is zero for every sample passes no gradient, so the weights before it no longer change: the unit is"
    " lost, and rarely comes back.": (
        "对所有样本都输出 0 的 ReLU 不传递梯度，它前面的权重便不再变化：这个单元就此失去作用，很少能恢复。"
    ),
    "Lu et al. 2020, Dying ReLU and Initialization; Maas et al. 2013, Rectifier Nonlinearities Improve Neural Network"
    " Acoustic Models": (
        "Lu 等，2020，Dying ReLU and Initialization；Maas 等，2013，Rectifier Nonlinearities Improve Neural Network"
        " Acoustic Models"
    ),
    "ReLU layers that learn well have up to 39 % (the first hidden layer of the small VGG-11, at its start) and mostly"
    " less than 25 %. When half are dead, the layer is half as wide as it looks.": (
        "学习良好的 ReLU 层最多有 39 %（小型 VGG-11 的第一个隐藏层，在训练之初），多数不到 25 %。若一半已死亡，"
        "这一层的实际宽度只有看上去的一半。"
    ),
    "{share} dead": "{share} 死亡",
    "{share} of its units are dead.": "它有 {share} 的单元已死亡。",
    "{dead:,} of {units:,} units put out zero for each of the {batch:,} samples of the batch.": (
        "对批次中的全部 {batch:,} 个样本，{units:,} 个单元中有 {dead:,} 个都输出 0。"
    ),
    # Diverging
    "Diverging": "发散",
    "Training exists to bring the loss down. A loss that rises for long means that the steps lead away from the minimum;"
    " left alone, it ends in numbers that are not finite.": (
        "训练就是为了降低损失。损失持续上升，说明每一步都在远离极小值；放任不管，最终会出现非有限的数。"
    ),
    "Goodfellow et al. 2016, Deep Learning, section 11.4.1 (the learning rate)": (
        "Goodfellow 等，2016，《深度学习》，11.4.1 节（学习率）"
    ),
    "The recent loss of networks that learn well swings by less than a tenth of the first loss.": (
        "学习良好的网络，其近期损失的波动不到最初损失的十分之一。"
    ),
    "loss rises": "损失上升",
    "The training loss has risen from {lowest} to {loss}.": "训练损失从 {lowest} 升到了 {loss}。",
    "It was lowest at step {step:,}, and began with {start}. The learning rate is {rate}.": (
        "它在第 {step:,} 步最低，最初为 {start}。学习率为 {rate}。"
    ),
    # Exploding activations
    "Exploding activations": "激活值爆炸",
    "Every layer multiplies the spread that comes to it. Outputs this large swamp the loss and its gradients, until the"
    " numbers overflow.": "每一层都会放大或缩小传入信号的幅度。这么大的输出会淹没损失及其梯度，直到数值溢出。",
    "He et al. 2015, Delving Deep into Rectifiers, section 2.2; Mishkin and Matas 2016, All you need is a good init": (
        "He（何恺明）等，2015，Delving Deep into Rectifiers，2.2 节；Mishkin 和 Matas，2016，All you need is a good init"
    ),
    "Layers that learn well put out 0.1 to 8, logits of a network that is very sure of itself up to 15.": (
        "学习良好的层输出在 0.1 到 8 之间；非常自信的网络，其 logits 最高可达 15。"
    ),
    "The input has a spread of {input}, {node} one of {spread}, and the output {output} one of {output_spread}.": (
        "输入的幅度为 {input}，{node} 的幅度为 {spread}，输出层 {output} 的幅度为 {output_spread}。"
    ),
    "The input has a spread of {input}, {node} one of {spread}.": "输入的幅度为 {input}，{node} 的幅度为 {spread}。",
    "spread {spread}": "幅度 {spread}",
    "Its outputs have grown to a spread of {spread}.": "它的输出幅度已增大到 {spread}。",
    # Gradients
    "Exploding gradients": "梯度爆炸",
    "Every layer on the way back multiplies the gradient, here by more than 1 each time. A learning rate that suits the"
    " last layers throws the first ones about.": (
        "反向传播中每一层都会把梯度乘上一个因子，这里每次都大于 1。适合后面各层的学习率，会让前面各层剧烈震荡。"
    ),
    "Pascanu et al. 2013, On the difficulty of training recurrent neural networks; Poole et al. 2016, Exponential"
    " expressivity in deep neural networks through transient chaos": (
        "Pascanu 等，2013，On the difficulty of training recurrent neural networks；Poole 等，2016，Exponential"
        " expressivity in deep neural networks through transient chaos"
    ),
    "In networks that learn well it lies between 0.1 and 7, convolutions whose weights are used at many places"
    " included.": "在学习良好的网络中它介于 0.1 和 7 之间，权重在许多位置共用的卷积层也不例外。",
    "gradient {norm}": "梯度 {norm}",
    "The gradient of its weights is {factor} times larger than that of {last}.": (
        "它的权重梯度是 {last} 的 {factor} 倍。"
    ),
    "Its norm is {norm}; that of {last} is {last_norm}.": "其范数为 {norm}；{last} 的为 {last_norm}。",
    "Vanishing gradients": "梯度消失",
    "Every layer on the way back multiplies the gradient, here by less than 1 each time. What is left for the first"
    " layers is too little to learn from.": (
        "反向传播中每一层都会把梯度乘上一个因子，这里每次都小于 1。留给前面各层的梯度太小，学不到东西。"
    ),
    "Hochreiter 1991; Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural"
    " networks; Deep Learning from Scratch, section 6.2": (
        "Hochreiter，1991；Glorot 和 Bengio，2010，Understanding the difficulty of training deep feedforward neural"
        " networks；《深度学习入门》，6.2 节"
    ),
    "In networks that learn well it lies between 0.1 and 7; the lowest, 0.008, was the spiral's first layer once the"
    " loss was next to nothing.": (
        "在学习良好的网络中它介于 0.1 和 7 之间；最低为 0.008，出现在螺旋数据的第一层，当时损失已接近于零。"
    ),
    "The gradient of its weights is {factor} times smaller than that of {last}.": (
        "它的权重梯度只有 {last} 的 {factor} 分之一。"
    ),
    "no gradient": "无梯度",
    "No gradient comes to its weights.": "没有梯度传到它的权重。",
    "The gradient of {last} has a norm of {last_norm}.": "{last} 的梯度范数为 {last_norm}。",
    # Updates
    "Updates too large": "更新过大",
    "A gradient tells the way for a small step only. Steps as large as this leap over what they aim at and undo what was"
    " learned before.": "梯度只为很小的一步指明方向。这么大的步长会越过目标，并抹去先前学到的东西。",
    "Karpathy, CS231n, Neural Networks Part 3, Ratio of weights:updates; Deep Learning from Scratch, section 4.4.1": (
        "Karpathy，CS231n 讲义，Neural Networks Part 3，Ratio of weights:updates；《深度学习入门》，4.4.1 节"
    ),
    "Networks that learn well stay below 0.03 after their first ten steps. Weights that start near zero move by more of"
    " themselves at first; that is why the first steps are not judged.": (
        "学习良好的网络在最初十步之后低于 0.03。从接近零开始的权重起初变化的比例更大，因此不评判最初几步。"
    ),
    "update {ratio}": "更新 {ratio}",
    "Each update changes its weights by {ratio} of themselves; about 0.1 % is a good pace.": (
        "每次更新使它的权重改变自身的 {ratio}；0.1 % 左右较为合适。"
    ),
    "Its gradient has a norm of {norm}, and the learning rate is {rate}.": "它的梯度范数为 {norm}，学习率为 {rate}。",
    "No update": "几乎不更新",
    "A network learns by changing its weights. At this pace it would take tens of thousands of steps to change them by"
    " as much as they are.": "网络靠改变权重来学习。照这个速度，要几万步才能让权重改变到与自身相当的程度。",
    "Karpathy, CS231n, Neural Networks Part 3, Ratio of weights:updates": (
        "Karpathy，CS231n 讲义，Neural Networks Part 3，Ratio of weights:updates"
    ),
    "About 1e-3 is a good pace. Networks that learn well stay above 2e-4 while there is much to learn, and fall to 7e-5"
    " when there is nothing left.": (
        "1e-3 左右较为合适。学习良好的网络在还有很多可学时高于 2e-4，学无可学时降到 7e-5。"
    ),
    "An update changes its weights by {ratio} of themselves; about 0.001 is a good pace.": (
        "一次更新使它的权重改变自身的 {ratio}；0.001 左右较为合适。"
    ),
    "Its gradient has a norm of {norm}, and the learning rate is {rate}. The loss is {loss}; it began with {start}.": (
        "它的梯度范数为 {norm}，学习率为 {rate}。损失为 {loss}，最初为 {start}。"
    ),
    # Overfitting
    "Overfitting": "过拟合",
    "What still improves on the training samples makes it worse on others: the network learns these samples by heart"
    " instead of what they have in common.": (
        "在训练样本上仍在进步，在其他样本上却变差：网络是在死记这些样本，而不是学习它们的共同之处。"
    ),
    "Goodfellow et al. 2016, Deep Learning, section 5.2; Deep Learning from Scratch, section 6.4.1": (
        "Goodfellow 等，2016，《深度学习》，5.2 节；《深度学习入门》，6.4.1 节"
    ),
    "In networks that learn well it rises by up to 0.02 after its best, where training goes on for long.": (
        "在学习良好的网络中，若训练持续很久，它在最佳值之后最多上升 0.02。"
    ),
    "overfits": "过拟合",
    "The validation loss has risen from {best} to {loss}, while the training loss fell.": (
        "验证损失从 {best} 升到了 {loss}，而训练损失在下降。"
    ),
    "It was best at step {step:,}. Since then the training loss has gone from {then} to {train}.": (
        "它在第 {step:,} 步最佳。此后训练损失从 {then} 变为 {train}。"
    ),
    # Saturated
    "Saturated": "饱和",
    "At its ends an activation is flat: its derivative there is nearly zero, so hardly any gradient passes to the layers"
    " before it.": "激活函数在两端是平的：那里的导数几乎为零，因此几乎没有梯度传到前面的层。",
    "Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, section 3; Deep"
    " Learning from Scratch, section 6.2.2": (
        "Glorot 和 Bengio，2010，Understanding the difficulty of training deep feedforward neural networks，3 节；"
        "《深度学习入门》，6.2.2 节"
    ),
    "Networks that learn well saturate too, once they are sure: the spiral's second tanh layer to 82 %, LeNet's to 48 %."
    " From 90 % on, a weight's gradient comes from one output in ten at most.": (
        "学习良好的网络在有把握之后也会饱和：螺旋数据的第二个 tanh 层达 82 %，LeNet 达 48 %。从 90 % 起，"
        "一个权重的梯度最多来自十分之一的输出。"
    ),
    "Of {sampled:,} outputs counted, {share} lie where the derivative is nearly zero. The sums that come to it from"
    " {weights} have a spread of {spread}.": (
        "在统计的 {sampled:,} 个输出中，{share} 落在导数几乎为零之处。由 {weights} 传来的加权和幅度为 {spread}。"
    ),
    "Of {sampled:,} outputs counted, {share} lie where the derivative is nearly zero.": (
        "在统计的 {sampled:,} 个输出中，{share} 落在导数几乎为零之处。"
    ),
    "{share} saturated": "{share} 饱和",
    "{share} of its outputs are saturated.": "它有 {share} 的输出处于饱和状态。",
    # The input
    "Input not scaled": "输入未缩放",
    "Weights are drawn for inputs of mean 0 and spread 1. Far from it, sums start out far too large or too small, and one"
    " learning rate cannot suit all weights.": (
        "初始权重是按均值为 0、幅度为 1 的输入抽取的。若相差很远，加权和一开始就过大或过小，"
        "一个学习率无法适合所有权重。"
    ),
    "LeCun et al. 1998, Efficient BackProp, section 4.3; Deep Learning from Scratch, section 3.6.3": (
        "LeCun 等，1998，Efficient BackProp，4.3 节；《深度学习入门》，3.6.3 节"
    ),
    "Pixels from 0 to 1 have 0.3 to 0.7, standardised features have 1, points of the noisiest plane 2.2. At 5 the loss is"
    " 25 times as steep in the weights as the initializer and usual learning rates assume.": (
        "0 到 1 的像素为 0.3 到 0.7，标准化的特征为 1，噪声最大的平面点为 2.2。达到 5 时，"
        "损失对权重的陡峭程度是初始值和常用学习率所假定的 25 倍。"
    ),
    "At 0.02 the first layer's gradient is 50 times smaller than at 1. Sparse images, a tenth of which is ink, stay above"
    " 0.1.": "为 0.02 时，第一层的梯度只有输入为 1 时的五十分之一。墨迹仅占十分之一的稀疏图像也高于 0.1。",
    "Pixels from 0 to 1 lie 0.4 to 2 away. At 20 all inputs look alike to the first layer: what tells them apart is a"
    " twentieth of what it sums up.": (
        "0 到 1 的像素相距 0.4 到 2。达到 20 时，所有输入在第一层看来都一样：能区分它们的部分只占加权和的二十分之一。"
    ),
    "Inputs lie between {low} and {high}, with mean {mean} and standard deviation {deviation}; the weights of {takers}"
    " are drawn for mean 0 and standard deviation 1.": (
        "输入介于 {low} 和 {high} 之间，均值 {mean}，标准差 {deviation}；而 {takers} 的权重是按均值 0、标准差 1 抽取的。"
    ),
    "The input's mean lies {offset} standard deviations from 0.": "输入的均值偏离 0 达 {offset} 个标准差。",
    "The input is about {factor} times too large.": "输入约大了 {factor} 倍。",
    "The input is about {factor} times too small.": "输入约小了 {factor} 倍。",
    "not scaled": "未缩放",
    "not centred": "未中心化",
}
