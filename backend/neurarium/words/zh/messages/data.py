"""What `data` says: files that cannot be used, and splits that leave nothing."""

TEXTS = {
    # Files in the IDX format
    "{name} states {sizes} values": "{name} 声明有 {sizes} 个值",
    "{described}; {largest:,} at most are read from one file.": "{described}；一个文件最多读取 {largest:,} 个。",
    "{described}, which is {stated:,} bytes; it holds {count:,}.": "{described}，即 {stated:,} 字节，实际只有 {count:,} 字节。",
    "{described}, which is {stated:,} bytes; it holds more.": "{described}，即 {stated:,} 字节，实际却更多。",
    "{name} begins with the bytes {received}; IDX with {dimensions} dimensions of unsigned bytes begins with {expected}.": (
        "{name} 以字节 {received} 开头；{dimensions} 维无符号字节的 IDX 文件应以 {expected} 开头。"
    ),
    "{name} ends within its header.": "{name} 在文件头中就中断了。",
    "{name} is a damaged gzip file: {error}.": "{name} 是损坏的 gzip 文件：{error}。",
    "Check that it is one of MNIST's own files.": "请检查它是不是 MNIST 的原始文件。",
    "Fetch the file again; it is cut off.": "文件不完整，请重新获取。",
    "Fetch the file again; its header and its contents do not belong together.": (
        "文件头与内容不符，请重新获取该文件。"
    ),
    "Fetch the file again; it may have been cut off on its way.": "文件可能在传输中被截断，请重新获取。",
    "Images and labels may be exchanged, or it is another file.": "可能图像与标签弄反了，也可能是别的文件。",
    # MNIST
    "{name} holds images of {size} pixels; MNIST's have {expected}.": "{name} 中的图像是 {size} 像素，而 MNIST 的是 {expected}。",
    "{images} holds {count:,} images and {labels} {label_count:,} labels; each image needs its label.": (
        "{images} 有 {count:,} 幅图像，{labels} 有 {label_count:,} 个标签；每幅图像都要有标签。"
    ),
    "{name} holds the label {label}; MNIST's go from 0 to {last}.": "{name} 中有标签 {label}，而 MNIST 的标签是 0 到 {last}。",
    "MNIST is not on this machine: {folder} has no {name}-ubyte.gz.": (
        "本机上没有 MNIST：{folder} 中没有 {name}-ubyte.gz。"
    ),
    "MNIST's files in {folder} cannot be read: {error}.": "无法读取 {folder} 中的 MNIST 文件：{error}。",
    "Put MNIST's own files there.": "请把 MNIST 的原始文件放到那里。",
    "Put both files of one download there.": "请把同一次下载的两个文件都放到那里。",
    "Put train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz there (and, for a last test, t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz), packed or not, or set {variable} to the folder that has them.": (
        "请把 train-images-idx3-ubyte.gz 和 train-labels-idx1-ubyte.gz（最后测试还需 t10k-images-idx3-ubyte.gz 和 t10k-labels-idx1-ubyte.gz）放到那里，压缩与否均可；或把 {variable} 设为它们所在的文件夹。"
    ),
    "Check who may read the folder and its files.": "请检查该文件夹及其中文件的读取权限。",
    'Nothing here makes or reads the data set "{kind}".': "这里没有生成或读取数据集“{kind}”的程序。",
    # Splits and samples
    "Nothing is left to train on: of {count:,} samples, validation_fraction {validation_fraction:g} takes {validation:,}.": (
        "没有样本可供训练：共 {count:,} 个样本，validation_fraction 为 {validation_fraction:g}，占去了 {validation:,} 个。"
    ),
    "Lower validation_fraction, or take more samples.": "请降低 validation_fraction，或增加样本。",
    "train_size is {train_size:,}; of {count:,} samples {left:,} are left once {validation:,} are kept to validate.": (
        "train_size 为 {train_size:,}；共 {count:,} 个样本，留出 {validation:,} 个用于验证后还剩 {left:,} 个。"
    ),
    "Set train_size to {left:,} or less, leave it out to take all, or lower validation_fraction.": (
        "请把 train_size 设为不超过 {left:,}，或留空以使用全部样本，或降低 validation_fraction。"
    ),
    'There is no split "{split}".': "没有名为“{split}”的数据划分。",
    "{name} is {value}.": "{name} 为 {value}。",
    "{name} should be 0 or more.": "{name} 应不小于 0。",
}
