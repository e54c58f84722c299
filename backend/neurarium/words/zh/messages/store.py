"""What `store` says: files of weights that cannot be read."""

TEXTS = {
    "The weights cannot be read: {reason}.": "无法读取权重：{reason}。",
    "Send a safetensors file, or an npz file of floating-point arrays named like conv1.weight.": (
        "请发送 safetensors 文件，或由浮点数组组成、数组以 conv1.weight 的方式命名的 npz 文件。"
    ),
    "The weights are {size:,} bytes; {most:,} are the most.": "权重有 {size:,} 字节，上限为 {most:,} 字节。",
    "The weights unpack to {size:,} bytes; {most:,} are the most.": "权重解压后有 {size:,} 字节，上限为 {most:,} 字节。",
    "{path} has {size:,} bytes; {most:,} are the most.": "{path} 有 {size:,} 字节，上限为 {most:,} 字节。",
    "Leave out what the network does not need.": "请去掉网络不需要的部分。",
    "Give the path of a weights file.": "请给出权重文件的路径。",
    "it holds no tensor": "其中没有张量",
    "it holds {count:,} tensors; {most:,} are the most": "其中有 {count:,} 个张量，上限为 {most:,} 个",
    "it holds {count:,} arrays; {most:,} are the most": "其中有 {count:,} 个数组，上限为 {most:,} 个",
    "it is neither npz nor safetensors ({error})": "它既不是 npz 也不是 safetensors（{error}）",
    "it is no npz file ({error})": "它不是 npz 文件（{error}）",
    "{name} is no npy array ({error})": "{name} 不是 npy 数组（{error}）",
    "{name} is of npy version {version}; 1.0 and 2.0 are known": "{name} 的 npy 版本为 {version}，只支持 1.0 和 2.0",
    "{name} is of type {type}; weights are F32, F64, F16 or BF16": "{name} 的类型为 {type}，权重须为 F32、F64、F16 或 BF16",
    "{name} is of type {type}; weights are float32, float64 or float16": (
        "{name} 的类型为 {type}，权重须为 float32、float64 或 float16"
    ),
    "{name} has {size} bytes, and its header says shape {shape} of {type}": (
        "{name} 有 {size} 字节，而文件头说它是形状 {shape} 的 {type}"
    ),
}
