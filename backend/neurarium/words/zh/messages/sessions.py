"""What `sessions` says: why a run ended, and what cannot be asked of it."""

TEXTS = {
    # Why a run is in its state
    "Stopped on request.": "已按要求停止。",
    "Deleted on request.": "已按要求删除。",
    "Nobody had been watching for {seconds:g} s, so it was stopped.": "已有 {seconds:g} 秒无人观看，因此停止了训练。",
    "Its process was given to a run that waited.": "它的进程已让给正在等待的另一次训练。",
    "The server was stopped.": "服务器已停止。",
    # Processes
    "The process that trained ended with code {code}: {last}.": "训练进程以代码 {code} 结束：{last}。",
    "it left no message": "没有留下任何消息",
    "The process that trained was killed (SIGKILL); the system does this when memory runs out.": (
        "训练进程被强行终止（SIGKILL）；内存耗尽时系统会这样做。"
    ),
    "The process that trained was ended by {signal}.": "训练进程被信号 {signal} 终止。",
    "No worker process could be started: {error}.": "无法启动工作进程：{error}。",
    "The worker process did not report within {seconds:.0f} s.": "工作进程在 {seconds:.0f} 秒内没有报到。",
    "The worker process was silent for {seconds:.0f} s and was ended.": "工作进程 {seconds:.0f} 秒没有响应，已被终止。",
    "The server failed while it followed the run: {kind}: {error}.": "服务器在跟踪这次训练时出错：{kind}：{error}。",
    "Training stopped on an error inside Neurarium: {kind}: {error}": "训练因 Neurarium 内部错误而停止：{kind}：{error}",
    "The network and one batch do not fit into this machine's memory.": "本机内存容纳不下该网络和一个批次的数据。",
    "Lower batch_size or make the network smaller.": "请减小 batch_size，或缩小网络。",
    "Lower batch_size, or make the network smaller.": "请减小 batch_size，或缩小网络。",
    "Start the run again.": "请重新开始训练。",
    "Start it again with the same settings.": "请用同样的设置重新开始。",
    "The machine may be out of memory or processes.": "本机的内存或进程数可能已用尽。",
    "The machine may be overloaded; start the run again.": "本机可能负载过重，请重新开始训练。",
    "The server's log has the details.": "详情见服务器日志。",
    # Questions and answers
    "The question met an error inside Neurarium: {kind}: {error}": "回答时遇到 Neurarium 内部错误：{kind}：{error}",
    "The answer does not fit into this machine's memory.": "本机内存容纳不下这个回答。",
    "There was no answer within {seconds:g} s, and the computation was ended.": "{seconds:g} 秒内没有得到回答，计算已终止。",
    "Ask about a smaller network or a smaller batch.": "请换用更小的网络或更小的批次。",
    "Ask again; the server's log has the details.": "请再试一次；详情见服务器日志。",
    "The run is {state} and its process has ended.": "这次训练{state}，它的进程已经结束。",
    "The run is {state}, and no process of it can answer.": "这次训练{state}，没有进程可以回答。",
    "Ask while it runs, is paused, or waits to be reset; of small networks the last weights are kept.": (
        "请在训练进行中、暂停时或等待重置时询问；小型网络会保留最后的权重。"
    ),
    "A trace and a gradient check begin with the seed's weights, and initial_weights is set.": (
        "单步追踪和梯度检验都从随机种子抽取的权重开始，而这里设置了 initial_weights。"
    ),
    "Leave it out; a trace takes weights in its parameters.": "请去掉它；单步追踪可在 parameters 中给出权重。",
    # Runs and weights
    'There is no run "{identifier}".': "没有编号为“{identifier}”的训练。",
    "GET /api/runs lists those there are.": "GET /api/runs 会列出现有的训练。",
    "The run was deleted.": "这次训练已被删除。",
    "The run was forgotten: newer ones took its place.": "这次训练已被更新的训练取代，不再保留。",
    'There are no weights "{name}".': "没有编号为“{name}”的权重。",
    "Send them with POST /api/weights first.": "请先用 POST /api/weights 发送。",
    "The weights are larger than {most:,} bytes, the most that is passed on.": "权重超过 {most:,} 字节，这是可传送的上限。",
    "Train with `neurarium train`, which writes weights of any size.": (
        "请用 `neurarium train` 训练，它可以写出任意大小的权重。"
    ),
    "{epochs:,} epochs of up to {samples:,} samples in batches of {batch_size:,} are {steps:,} steps; this server makes {most:,} at most.": (
        "{epochs:,} 轮、每轮至多 {samples:,} 个样本、批次大小 {batch_size:,}，共 {steps:,} 步；本服务器最多允许 {most:,} 步。"
    ),
    "Lower epochs or raise batch_size; NEURARIUM_MAX_STEPS sets the limit.": (
        "请减小 epochs 或增大 batch_size；上限由 NEURARIUM_MAX_STEPS 设定。"
    ),
    "This viewer fell too far behind; connect again to go on.": "落后太多，请重新连接后继续。",
    # The pinned sample
    "pinned_sample is {place:,}; there are {count:,} {split} samples.": (
        "pinned_sample 为 {place:,}，而{split}样本共有 {count:,} 个。"
    ),
    "validation": "验证",
    "train": "训练",
    "Pin one from 0 to {last:,}.": "请固定 0 到 {last:,} 之间的样本。",
    # Settings of the server
    "{name} is {value}: {problem}.": "{name} 为 {value}：{problem}。",
    "{names} is no JSON.": "{names} 不是 JSON。",
    "A setting": "有一项设置",
    "Mend or unset the variable.": "请改正或取消该环境变量。",
    'Write a list as ["one", "two"], or unset the variable.': '请把列表写成 ["one", "two"] 的形式，或取消该环境变量。',
}
