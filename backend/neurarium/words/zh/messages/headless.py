"""What training without a server says."""

TEXTS = {
    "initial_weights names a run or an upload of a server, and there is none here.": (
        "initial_weights 指的是服务器上的某次训练或上传的文件，而这里没有服务器。"
    ),
    "Leave it out, and give a file of weights: --weights on the command line.": (
        "请去掉它，改为给出权重文件：命令行用 --weights。"
    ),
    "{folder} cannot be written: {error}.": "无法写入 {folder}：{error}。",
    "Choose another folder with --output.": "请用 --output 另选一个文件夹。",
}
