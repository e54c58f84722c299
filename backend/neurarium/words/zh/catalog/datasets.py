"""Data sets: titles, sentences, settings and sources."""

TEXTS = {
    # Titles
    "Circle": "圆与环",
    "Digits": "手写数字",
    "Gaussians": "高斯分布",
    "Moons": "双月",
    "Shapes": "图形",
    "Spiral": "螺旋",
    "XOR": "异或（XOR）",
    # Sentences
    "A disc inside a ring.": "圆环里有一个圆盘。",
    "1,797 real handwritten digits, 8 by 8 pixels; on every machine, without a download.": (
        "1,797 个真实的手写数字，8×8 像素；无需下载，任何机器上都有。"
    ),
    "Round clouds of points, one a class: the easiest case.": "圆形的点云，一团为一类：最简单的情形。",
    "Handwritten digits, 28 by 28 pixels, read from MNIST's own files on this machine.": (
        "手写数字，28×28 像素，从本机上的 MNIST 原始文件读取。"
    ),
    "Two half moons that hook into each other.": "两个互相勾住的半月。",
    "Drawn circles, squares, triangles and more, at any size up to 224 pixels, in up to 1,000 classes.": (
        "画出来的圆形、正方形、三角形等图形，边长可达 224 像素，最多 1,000 类。"
    ),
    "Vectors of standard normal noise, labelled by a random linear teacher, or at random.": (
        "标准正态噪声构成的向量；标签由一个随机的线性教师网络给出，或随机给出。"
    ),
    "Arms that wind around each other: a curved border that a single straight cut cannot make.": (
        "互相缠绕的旋臂：边界是弯曲的，一条直线分不开。"
    ),
    "Four quarters, opposite ones alike: no straight line parts them.": (
        "四个象限，相对的两个同类：没有一条直线能分开它们。"
    ),
    # How a drawing becomes a sample
    "The drawing is scaled to three quarters of the image, its aspect kept, and centred.": (
        "图画按原比例缩放到图像的四分之三大小，并居中。"
    ),
    "The drawing is scaled to a bitmap of 32 by 32 points; each pixel counts the inked ones of 4 by 4.": (
        "图画缩放为 32×32 的点阵；每个像素数出对应 4×4 个点中有多少个着墨。"
    ),
    "The drawing is scaled into 20 by 20 pixels, its aspect kept; its centre of mass goes to the middle.": (
        "图画按原比例缩放到 20×20 像素以内，再把质心移到图像正中。"
    ),
    # Settings
    "Samples": "样本数",
    "How many points are generated.": "生成多少个点。",
    "How many images are drawn.": "画多少幅图像。",
    "Noise": "噪声",
    "Scale pixels": "缩放像素",
    "Whether pixels are divided by 16, so that they lie between 0 and 1.": "是否把像素值除以 16，使其介于 0 和 1 之间。",
    "Whether pixels are divided by 255, so that they lie between 0 and 1.": (
        "是否把像素值除以 255，使其介于 0 和 1 之间。"
    ),
    "Standard deviation added to each coordinate.": "加在每个坐标上的噪声的标准差。",
    "Standard deviation of what is added to each pixel.": "加在每个像素上的噪声的标准差。",
    "Clouds": "点云数",
    "How many clouds, and so classes.": "点云的个数，也就是类别数。",
    "Image size": "图像大小",
    "Height and width, in pixels.": "高和宽，以像素计。",
    "Channels": "通道数",
    "1 for grey, 3 for colour.": "1 为灰度，3 为彩色。",
    "How many of the shapes there are to tell apart.": "要区分多少种图形。",
    "Colours": "颜色数",
    "How many colours there are to tell apart; with 1 the colour is random and tells nothing.": (
        "要区分多少种颜色；为 1 时颜色随机，不含任何信息。"
    ),
    "Counts": "个数",
    "Up to how many of it there are to be counted.": "图中最多有几个图形需要数出来。",
    "Arms": "旋臂数",
    "How many arms, and so classes.": "旋臂的条数，也就是类别数。",
    "Turns": "圈数",
    "How often an arm winds around the centre.": "每条旋臂绕中心多少圈。",
    "How many vectors are drawn.": "抽取多少个向量。",
    "Features": "特征数",
    "How long a vector is.": "每个向量的长度。",
    "Classes": "类别数",
    "How many classes there are.": "有多少个类别。",
    "Labels": "标签",
    "teacher: the largest output of a random linear layer; random: drawn, with nothing to learn.": (
        "teacher：取一个随机线性层的最大输出；random：随机抽取，没有规律可学。"
    ),
    # Sources
    "Generated from the seed": "由随机种子生成",
    "Alpaydin and Kaynak 1998, Optical Recognition of Handwritten Digits; from scikit-learn": (
        "Alpaydin 和 Kaynak，1998，Optical Recognition of Handwritten Digits；取自 scikit-learn"
    ),
    "LeCun et al. 1998, Gradient-Based Learning Applied to Document Recognition, section III.A": (
        "LeCun 等，1998，Gradient-Based Learning Applied to Document Recognition，第 III.A 节"
    ),
    "LeCun et al. 1998, Gradient-Based Learning Applied to Document Recognition": (
        "LeCun 等，1998，Gradient-Based Learning Applied to Document Recognition"
    ),
    "scikit-learn, make_moons; generated from the seed": "scikit-learn，make_moons；由随机种子生成",
    "Deep Learning from Scratch 2, section 1.4 (the spiral data); generated from the seed": (
        "《深度学习进阶：自然语言处理》1.4 节（螺旋数据）；由随机种子生成"
    ),
    "Deep Learning from Scratch, section 6.2.2 (the inputs); generated from the seed": (
        "《深度学习入门》6.2.2 节（输入数据）；由随机种子生成"
    ),
    "Deep Learning from Scratch, section 2.4; generated from the seed": "《深度学习入门》2.4 节；由随机种子生成",
}
