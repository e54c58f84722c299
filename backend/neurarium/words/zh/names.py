"""What Chinese calls by the same name as English, and so needs no translation: names of things, and letters."""

NAMES = frozenset(
    {
        # Activations, optimizers, data sets
        *("ELU", "GELU", "Leaky ReLU", "ReLU", "Sigmoid", "SiLU", "Softmax", "Softplus", "Tanh"),
        *("AdaDelta", "AdaGrad", "Adam", "AdamW", "Nesterov", "RMSProp", "SGD", "BFGS", "MNIST", "PyTorch"),
        # Networks
        *("SimpleConvNet", "DeepConvNet", "LeNet-5", "AlexNet", "VGG-11", "VGG-16", "VGG-19"),
        *("GoogLeNet (Inception v1)", "ResNet-18", "ResNet-34", "ResNet-50"),
        # Letters of formulas
        *("Alpha", "Beta", "Beta 1", "Beta 2", "Delta", "Epsilon", "Gamma", "k"),
        *("erf", "Bernoulli", "in", "out"),
    }
)
