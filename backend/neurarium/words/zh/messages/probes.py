"""What `probes` says: curves that cannot be drawn."""

TEXTS = {
    "{kind} has no curve: its outputs depend on more than the value in their own place.": (
        "{kind} 没有曲线：它的每个输出不只取决于同一位置上的输入值。"
    ),
    "These have one: {kinds}.": "有曲线的是 {kinds}。",
    "low is {low:g} and high {high:g}; low must lie below.": "low 为 {low:g}，high 为 {high:g}；low 必须更小。",
    "Give a range that rises, such as -6 to 6.": "请给出从小到大的范围，例如从 -6 到 6。",
}
