"""What the command line says."""

TEXTS = {
    "Cannot listen on {host}:{port}: {reason}.": "无法在 {host}:{port} 上监听：{reason}。",
    "Something else may use the port; choose another one with --port (make run PORT=8001).": (
        "端口可能已被占用；请用 --port 另选一个（make run PORT=8001）。"
    ),
    "{path} cannot be read: {error}.": "无法读取 {path}：{error}。",
    "Give the path of a JSON file.": "请给出一个 JSON 文件的路径。",
    "{path} is no JSON: {error}.": "{path} 不是 JSON：{error}。",
    "examples/ holds specs that work.": "examples/ 中有可用的示例。",
}
