"""What `engines` says: engines and devices that are not here."""

TEXTS = {
    "Install it with: {command}": "安装方法：{command}",
    'The scratch engine computes on the cpu; the run asks for the device "{device}".': (
        "scratch 引擎在 cpu 上计算，而这次训练要求使用设备“{device}”。"
    ),
    'Set device to "cpu", or engine to "torch".': "请把 device 设为“cpu”，或把 engine 设为“torch”。",
    "The scratch engine computes in float32 or float64; the run asks for {dtype}.": (
        "scratch 引擎用 float32 或 float64 计算，而这次训练要求使用 {dtype}。"
    ),
    'Set dtype to "float32", or engine to "torch".': "请把 dtype 设为“float32”，或把 engine 设为“torch”。",
    "Apple's GPU does not compute in float64, for which the run asks.": "这次训练要求使用 float64，而 Apple 的 GPU 不支持。",
    'Set dtype to "float32", or device to "cpu".': "请把 dtype 设为“float32”，或把 device 设为“cpu”。",
    "The PyTorch engine needs torch, which is not installed.": "PyTorch 引擎需要 torch，而它尚未安装。",
    '{advice}, or set engine to "scratch".': "{advice}，或把 engine 设为“scratch”。",
    'The run asks for the device "{name}"; torch {version} can use {known} here.': (
        "这次训练要求使用设备“{name}”，而这里的 torch {version} 可用的有 {known}。"
    ),
    'Set device to "auto" to take what there is.': "把 device 设为“auto”，就会使用现有的设备。",
}
