"""What `graph` says: networks that cannot be built, and weights that do not fit them."""

TEXTS = {
    "{name} is not a known field.": "{name} 不是已知的字段。",
    "Remove it.": "请删除它。",
    # Names and connections
    '"{name}" is the name of the data; a node needs another one.': "“{name}”是数据的名称，节点须另取名称。",
    "Name it {prefix}1, for instance.": "例如可命名为 {prefix}1。",
    "Two nodes are named {node}.": "有两个节点都叫 {node}。",
    "Give one of them another name.": "请给其中一个换个名称。",
    '{node} takes "{name}", and there is no such node.': "{node} 的输入是“{name}”，但没有这个节点。",
    "Nobody takes the output of {node}, and it is not the last node.": "没有节点使用 {node} 的输出，而它又不是最后一个节点。",
    'Name it in the "inputs" of a later node, or remove it. The output is {node}.': (
        "请把它写进后面某个节点的 inputs，或者删除它。网络的输出是 {node}。"
    ),
    "The nodes {names:→} go in a circle: {first} takes, through the others, its own output.": (
        "节点 {names:→} 形成了环：{first} 经由其他节点，以自己的输出为输入。"
    ),
    "Remove one of the connections between them.": "请断开它们之间的一条连接。",
    "{kind} takes {wanted}; {node} has {count}: {names}.": "{kind} 需要{wanted}，而 {node} 有 {count} 个：{names}。",
    "{count} or more inputs": " {count} 个或更多输入",
    "1 input": " 1 个输入",
    "{least} to {most} inputs": " {least} 到 {most} 个输入",
    "none": "无",
    'List the names of the nodes it should join in "inputs".': "请在 inputs 中列出要合并的节点的名称。",
    "To join several nodes, put an add or concat before it.": "若要合并多个节点，请在它前面放一个 add 或 concat。",
    '"{name}" is to be frozen, and there is no such node.': "要冻结“{name}”，但没有这个节点。",
    # Mends, as buttons say them
    "Insert {kind} before {node}": "在 {node} 之前插入 {kind}",
    "Take {node} out": "去掉 {node}",
    "Give {node} {units} units": "让 {node} 有 {units} 个神经元",
    "Put a linear layer of {units} units at the end": "在末尾放一个 {units} 个神经元的全连接层",
    "Name it {names:and}": "改名为 {names:and}",
    "Add it to {node}": "与 {node} 相加",
    "Take {names}": "改用 {names} 作输入",
    "Take {names} alone": "只用 {names} 作输入",
    "Take {node} as well": "再加上 {node} 作输入",
    "Cut {names} → {node}": "断开 {names} → {node}",
    "Lay them side by side: make it a concat": "并排拼接：改为 concat",
    "Bring {names:and} to {size}": "把 {names:and} 变为 {size}",
    "Flatten {names:and}": "展平 {names:and}",
    # Limits
    "The network has {count:,} parameters, {of_node:,} of them in {name}; this server builds {most:,} at most.": (
        "网络有 {count:,} 个参数，其中 {of_node:,} 个在 {name}；本服务器最多允许 {most:,} 个。"
    ),
    "Give {name} fewer units or filters, or a smaller input; NEURARIUM_MAX_PARAMETERS sets the limit.": (
        "请减少 {name} 的神经元或卷积核，或缩小它的输入；上限由 NEURARIUM_MAX_PARAMETERS 设定。"
    ),
    "One batch of {samples:,} samples needs {needed:.1f} GiB for the nodes' outputs; this server gives {most:.1f} GiB.": (
        "一个批次有 {samples:,} 个样本，各节点的输出共需 {needed:.1f} GiB 内存；本服务器最多提供 {most:.1f} GiB。"
    ),
    "Lower batch_size, or make {name} smaller; NEURARIUM_MAX_BATCH_BYTES sets the limit.": (
        "请减小 batch_size，或缩小 {name}；上限由 NEURARIUM_MAX_BATCH_BYTES 设定。"
    ),
    # Weights
    "{parts:;}.": "{parts:;}。",
    "{count} of {all} tensors were taken over": "沿用了 {all} 个张量中的 {count} 个",
    "drawn anew, since none came: {names}": "没有提供、因而重新抽取的有 {names}",
    "drawn anew, since another shape came: {names}": "形状不符、因而重新抽取的有 {names}",
    "left aside, since no node has them: {names}": "没有对应节点、因而未使用的有 {names}",
    "{names} and {count} more": "{names}以及另外 {count} 个",
    "None of the weights fits this network: it has {known}; received were {offered}.": (
        "没有一个权重适合该网络：网络需要 {known}，收到的是 {offered}。"
    ),
    "Weights are matched by node and parameter name; name the nodes as they were in the other network.": (
        "权重按节点名和参数名对应；请让节点的名称与原来的网络一致。"
    ),
    "The weights have {name} of shape {received}; this network needs {expected}.": (
        "权重中 {name} 的形状为 {received}，而该网络需要 {expected}。"
    ),
    "Give the node the sizes it had, or take only what fits, with strict set to false.": (
        "请恢复该节点原来的大小；或把 strict 设为 false，只取适合的权重。"
    ),
    "The weights lack {missing}; they hold {offered}.": "权重中缺少 {missing}；其中有 {offered}。",
    "Take only what fits, with strict set to false; the rest is then drawn from the seed.": (
        "可把 strict 设为 false，只取适合的权重，其余由随机种子抽取。"
    ),
    "The weights hold {unknown}, which no node of this network has.": "权重中有 {unknown}，而该网络没有对应的节点。",
    "Take only what fits, with strict set to false.": "可把 strict 设为 false，只取适合的权重。",
}
