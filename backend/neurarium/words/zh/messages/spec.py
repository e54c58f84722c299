"""What `spec` says: settings and shapes that do not fit."""

TEXTS = {
    # Fields
    "the request": "请求",
    "{name} is missing.": "缺少 {name}。",
    "Give {name} a value.": "请给 {name} 一个值。",
    "Give {name} a value; the catalog and the documentation list them.": "请给 {name} 一个值；目录和文档中列有可选的值。",
    "{name} is {value}; it {expected}.": "{name} 为 {value}，{expected}。",
    "{name} is {value}: {expected}.": "{name} 为 {value}：{expected}。",
    'There is no {field} "{tag}"; there are {known}.': "没有名为“{tag}”的 {field}；可选的有 {known}。",
    'Did you mean "{name}"?': "您是指“{name}”吗？",
    "Known here: {known}.": "这里已知的有 {known}。",
    'There is no data set "{name}"; there are {known}.': "没有名为“{name}”的数据集；可选的有 {known}。",
    "{field} of {name}: {problem}, received {value}.": "{name} 的 {field}：{problem}，收到的是 {value}。",
    # Our own findings
    'should be a size, or "same"': "必须是大小，或“same”",
    "should be {minimum} or more in both directions": "高和宽都必须不小于 {minimum}",
    "should be sizes of 1 or more, and -1 at most once": "各维大小必须不小于 1，其中 -1 至多出现一次",
    "should have low below high; low is {low} and high {high}": "low 必须小于 high；现在 low 为 {low}，high 为 {high}",
    "should have boundaries that rise": "分界点必须从小到大",
    "should have one factor more than boundaries; it has {factors} and {boundaries}": (
        "系数必须比分界点多一个；现在分别为 {factors} 个和 {boundaries} 个"
    ),
    "shapes, colours and counts are all 1: that is one class alone": "shapes、colours 和 counts 都是 1：这样就只有一个类别",
    "colours above 1 need channels 3; grey images have no colour": "colours 大于 1 时 channels 须为 3；灰度图像没有颜色",
    "to be counted, that many shapes need image_size {least} or more": "要数清这么多图形，image_size 须不小于 {least}",
    "images of this size fit into memory {most} at a time; lower samples": (
        "内存中一次只能容纳 {most} 幅这么大的图像，请减小 samples"
    ),
    "vectors of this length fit into memory {most} at a time; lower samples": (
        "内存中一次只能容纳 {most} 个这么长的向量，请减小 samples"
    ),
    "initial_weights should name either a run or an upload": "initial_weights 必须指定一次训练或一个上传的文件，二者取一",
    "early_stopping needs samples to validate on, and data.validation_fraction is 0; raise it, or leave early_stopping out.": (
        "early_stopping 需要用于验证的样本，而 data.validation_fraction 为 0；请增大它，或去掉 early_stopping。"
    ),
    "should be above c1, which is {c1:g}": "必须大于 c1（{c1:g}）",
    # Mends, as buttons say them
    "Set {field} to {value}": "把 {field} 设为 {value}",
    "Call it {name}": "改名为 {name}",
    "Remove {name}": "删除 {name}",
    "Leave {field} at its default": "让 {field} 取默认值",
    # Shapes
    "{kind} takes inputs of one shape; it receives {shapes:and}.": "{kind} 的各个输入形状须相同，收到的是 {shapes:and}。",
    "Make the branches end in the same shape, for instance with equal channels and padding.": (
        "请让各分支的输出形状相同，例如使用相同的通道数和填充。"
    ),
    "{kind} takes images of shape (channels, height, width); it receives {shape}.": (
        "{kind} 的输入须为形状（通道, 高, 宽）的图像，收到的是 {shape}。"
    ),
    "Place it before any flatten or linear layer, on image data.": "请把它放在展平层和全连接层之前，并使用图像数据。",
    "A window of {kernel} does not fit into its input of {padded} ({size} and the padding).": (
        "{kernel} 的窗口放不进 {padded} 的输入（{size} 加上填充）。"
    ),
    "Set kernel_size to {most} or less, raise padding, or remove a pooling or stride before it.": (
        "请把 kernel_size 设为不超过 {most}，或增大填充，或去掉前面的一个池化或步幅。"
    ),
    "A window of {kernel}, spread to {spread} by its dilation, does not fit into its input of {padded} ({size} and the padding).": (
        "{kernel} 的窗口因膨胀系数扩展为 {spread}，放不进 {padded} 的输入（{size} 加上填充）。"
    ),
    "Lower dilation or kernel_size, raise padding, or remove a pooling or stride before it.": (
        "请减小膨胀系数或 kernel_size，或增大填充，或去掉前面的一个池化或步幅。"
    ),
    "{channels} {name} channels cannot be shared out among {groups} groups.": (
        "{channels} 个{name}通道无法平均分成 {groups} 组。"
    ),
    "input": "输入",
    "output": "输出",
    "Set groups to a number that divides both {in_channels} and {out_channels}: {fitting}.": (
        "请把 groups 设为能同时整除 {in_channels} 和 {out_channels} 的数：{fitting}。"
    ),
    "batch_norm takes a vector or an image of shape (channels, height, width); it receives {shape}.": (
        "batch_norm 的输入须为向量，或形状（通道, 高, 宽）的图像，收到的是 {shape}。"
    ),
    "Place it after a linear or convolution layer.": "请把它放在全连接层或卷积层之后。",
    "concat takes inputs that differ in their first dimension only; it receives {shapes:and}.": (
        "concat 的各个输入只能在第一维上不同，收到的是 {shapes:and}。"
    ),
    "Make the branches end in the same height and width, or flatten them all.": (
        "请让各分支的输出高和宽相同，或把它们全部展平。"
    ),
    'Padding "same" keeps the image\'s size, and a stride of {stride} shrinks it.': (
        "填充“same”保持图像大小不变，而 {stride} 的步幅会使图像缩小。"
    ),
    "Set stride to 1, or give padding as a number.": "请把步幅设为 1，或用数字给出填充。",
    "Output padding {added} is not less than the stride {stride} or the dilation {dilation}.": (
        "输出填充 {added} 不小于步幅 {stride}，也不小于膨胀系数 {dilation}。"
    ),
    "Lower output_padding: it is there to choose among the sizes that one stride leaves open.": (
        "请减小 output_padding：它只用来在同一步幅允许的几种大小中做选择。"
    ),
    "Padding cuts all of it off: {size} pixels would be left.": "填充把图像全部裁掉了：只会剩下 {size} 像素。",
    "Lower padding, or raise kernel_size or stride.": "请减小填充，或增大 kernel_size 或步幅。",
    "Padding {padding} is more than half of the window {kernel}, so a window could lie in the padding alone.": (
        "填充 {padding} 超过了窗口 {kernel} 的一半，窗口可能整个落在填充里。"
    ),
    "Lower padding or enlarge kernel_size.": "请减小填充，或增大 kernel_size。",
    "layer_norm is to normalise over {dimensions} dimensions; its input {shape} has {count}.": (
        "layer_norm 要在 {dimensions} 个维度上做归一化，而它的输入 {shape} 只有 {count} 维。"
    ),
    "Set dimensions to {count} or less, or leave it empty.": "请把 dimensions 设为不超过 {count}，或留空。",
    "linear takes a flat vector; it receives {shape}.": "linear 的输入须为一维向量，收到的是 {shape}。",
    "Put a flatten layer before it.": "请在它前面放一个展平层。",
    "{received} holds {values:,} values, and {shape} takes a multiple of {given:,}.": (
        "{received} 有 {values:,} 个值，而 {shape} 需要 {given:,} 的倍数。"
    ),
    "{received} holds {values:,} values, and {shape} takes {given:,}.": (
        "{received} 有 {values:,} 个值，而 {shape} 需要 {given:,} 个。"
    ),
    "Give sizes whose product is the number of values; -1 once, for the size that takes the rest.": (
        "各维大小的乘积须等于值的个数；可以有一个 -1，表示其余所有。"
    ),
    # Losses
    "{loss} needs one output for each of the {classes} classes; the network puts out {received}.": (
        "{loss} 需要为 {classes} 个类别各准备一个输出，而网络的输出为 {received}。"
    ),
    "{loss} needs one output for each of the {classes} classes, or a single one; the network puts out {received}.": (
        "{loss} 需要为 {classes} 个类别各准备一个输出，或总共只有一个输出，而网络的输出为 {received}。"
    ),
    "End the network with a linear layer of {classes} units.": "请让网络以 {classes} 个神经元的全连接层结束。",
    "End the network with a linear layer of {classes} units, or of one.": (
        "请让网络以 {classes} 个或 1 个神经元的全连接层结束。"
    ),
}
