"""What `training` says: why a run ended, commands that cannot be followed, steps that cannot be shown."""

TEXTS = {
    # States, in sentences such as "the run is paused"
    "queued": "正在排队",
    "starting": "正在启动",
    "running": "正在进行",
    "paused": "已暂停",
    "finished": "已完成",
    "stopped": "已停止",
    "diverged": "已发散",
    "failed": "已失败",
    "interrupted": "已中断",
    'The run is {state}, and "{command}" cannot act on it.': "这次训练{state}，无法执行“{command}”。",
    "Start it again.": "请重新开始。",
    "Wait until it has started.": "请等它启动。",
    "Reset it first.": "请先重置。",
    "Reset to the same initial weights.": "已重置为同样的初始权重。",
    '"set" names no setting; there are {names}.': "set 没有指定任何设置；可选的有 {names}。",
    "should be a number; leave it out to leave it as it is": "必须是数；若要保持原样，请不要写它",
    # Divergence
    "{found}: {node} puts out numbers that are not finite.": "{found}：{node} 的输出中出现了非有限的数。",
    "At step {step} the loss became {loss}": "第 {step} 步时损失变成了 {loss}",
    "Step {step} was one too many": "第 {step} 步走过了头",
    "the loss": "损失",
    "Lower the learning rate (now {rate:g}), or start from smaller weights.": (
        "请降低学习率（现在为 {rate:g}），或从更小的权重开始。"
    ),
    # Early stopping
    "{ended}. {weights}": "{ended}。{weights}",
    "Ended after epoch {epoch}": "在第 {epoch} 轮之后结束",
    "Ended after epoch {epoch}: the {figure} has not improved for {waited}": (
        "在第 {epoch} 轮之后结束：{figure}已有{waited}没有改善"
    ),
    "Ended after epoch {epoch}: the {figure} has not improved by more than {least:g} for {waited}": (
        "在第 {epoch} 轮之后结束：{figure}已有{waited}没有改善超过 {least:g}"
    ),
    "Ended after epoch {epoch}: the {figure} was never a finite number; last, it was {value}.": (
        "在第 {epoch} 轮之后结束：{figure}始终不是有限的数，最后为 {value}。"
    ),
    "validation loss": "验证集损失",
    "validation accuracy": "验证集准确率",
    "{count} epochs": " {count} 轮",
    "1 epoch": " 1 轮",
    "The weights are those of epoch {best}, the best, with a {figure} of {value:.4g}.": (
        "权重是最好的第 {best} 轮的，当时{figure}为 {value:.4g}。"
    ),
    "The weights are again those of epoch {best}, the best, with a {figure} of {value:.4g}.": (
        "权重已恢复为最好的第 {best} 轮的，当时{figure}为 {value:.4g}。"
    ),
    # Gradient check and trace
    "The network has {count:,} parameters, {of_node:,} of them in {name}; gradients are checked of {most:,} at most.": (
        "网络有 {count:,} 个参数，其中 {of_node:,} 个在 {name}；梯度检验最多支持 {most:,} 个。"
    ),
    "Check a smaller network of the same layers.": "请用同样的层组成更小的网络来检验。",
    "The trace of {samples:,} samples would hold {total:,} numbers; {most:,} are the most.": (
        "追踪 {samples:,} 个样本会产生 {total:,} 个数，上限为 {most:,} 个。"
    ),
    "The trace of {samples:,} samples would hold {total:,} numbers, {part:,} of them at {largest}; {most:,} are the most.": (
        "追踪 {samples:,} 个样本会产生 {total:,} 个数，其中 {part:,} 个在 {largest}；上限为 {most:,} 个。"
    ),
    "{hint}, or make {largest} smaller.": "{hint}，或缩小 {largest}。",
    "{hint}.": "{hint}。",
    "Lower batch_size": "请减小 batch_size",
    "Ask for fewer samples, or for one node at a time": "请减少样本，或每次只看一个节点",
    '"{name}" is to be shown, and there is no such node.': "要显示“{name}”，但没有这个节点。",
    "Step {step} was asked for, and is not held any more with {samples} samples; the run has made {made} steps.": (
        "要看第 {step} 步、{samples} 个样本，但这一步的数据已不再保留；训练已进行到第 {made} 步。"
    ),
    "Take a new look, without a step.": "请重新查看，不要指定步数。",
    "The inputs have shape {shape}; the network takes (count, {sizes}), of one sample or more.": (
        "输入的形状为 {shape}，而网络需要（个数, {sizes}），至少一个样本。"
    ),
    "A single sample is a list of one.": "单个样本也要放在列表中。",
    "{count:,} samples were sent; {most} are the most at once.": "发来了 {count:,} 个样本，一次最多 {most} 个。",
    "Send them in several requests.": "请分成几次发送。",
    'There is no node "{name}".': "没有名为“{name}”的节点。",
    "The answer would hold {total:,} numbers, {part:,} of them of {largest}; {most:,} are the most.": (
        "回答将有 {total:,} 个数，其中 {part:,} 个属于 {largest}；上限为 {most:,} 个。"
    ),
    "Send fewer samples, or ask for fewer nodes.": "请减少样本，或减少所要的节点。",
    "Inputs and targets belong together, and only one of them was given.": "输入和目标须同时给出，而现在只给出了其中一个。",
    "Give both, or neither to take the run's first batch.": "请两个都给出；或者都不给，以使用训练的第一个批次。",
    "The inputs have shape {shape}; the data set's samples ask for (batch, {sizes}), of one sample or more.": (
        "输入的形状为 {shape}，而数据集的样本要求（批次, {sizes}），至少一个样本。"
    ),
    "The targets have shape {shape}; {count} samples need {numbers} class numbers, or values of shape {values}.": (
        "目标的形状为 {shape}；{count} 个样本需要形状 {numbers} 的类别编号，或形状 {values} 的值。"
    ),
    "The targets are class numbers from {least} to {greatest}; there are 0 to {last}.": (
        "目标中的类别编号从 {least} 到 {greatest}，而有效范围是 0 到 {last}。"
    ),
    "{field} are lists of different lengths.": "{field} 中各列表的长度不同。",
    "Send full rows.": "请发送完整的行。",
    "{field} must be finite numbers, in nested lists of equal lengths.": "{field} 必须是有限的数，放在长度相同的嵌套列表中。",
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
    "{schedule} scales a learning rate, and {method} has none; leave schedule out.": (
        "{schedule} 用来缩放学习率，而 {method} 没有学习率；请去掉 schedule。"
    ),
    # The curve of a schedule
    "{epochs:,} epochs are {steps:,} steps; {most:,} are the most.": "{epochs:,} 轮共 {steps:,} 步，上限为 {most:,} 步。",
    "Lower epochs or raise batch_size.": "请减小 epochs，或增大 batch_size。",
}
