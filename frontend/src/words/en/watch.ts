/** Watching a run: the dock's views, the miniatures on the cards, a node's measurements. */
export default {
  waiting: "Waiting for the first measurement…",
  step: "step {{step}}",
  now: "Now",
  /** Between the parts of an enumeration. */
  comma: ", ",
  layerShown: "Layer shown",

  tabs: {
    label: "Views",
    overview: { title: "Overview", question: "How does it go, at one look" },
    curves: { title: "Curves", question: "How does the loss go" },
    activations: { title: "Activations", question: "What do layers put out" },
    gradients: { title: "Gradients", question: "Do gradients arrive" },
    weights: { title: "Weights", question: "How do weights spread" },
    filters: { title: "Filters", question: "What do filters look for" },
    decision: { title: "Decision surface", question: "What is answered where" },
    draw: { title: "Draw", question: "What does it make of my drawing" },
  },

  status: {
    none: "no run yet",
    starting: "starting…",
    queued: "queued",
    reconnecting: "reconnecting…",
    gone: "run gone",
    paused: "paused",
    finished: "finished",
    stopped: "stopped",
    diverged: "diverged",
    failed: "failed",
    interrupted: "interrupted",
  },

  card: {
    outputs: "Distribution of the outputs of {{node}}",
    filters: "Filters and outputs of {{node}}",
    input: "The first sample of the data",
  },

  node: {
    title: "Measured",
    titleAt: "Measured at step {{step}}",
    empty: "Nothing yet: press play.",
    outputMean: "Output mean",
    outputSpread: "Output spread",
    gradientNorm: "Gradient norm, {{parameter}}",
    updateRatio: "Update ratio, {{parameter}}",
    counted: "{{size}} values",
    countedOf: "{{size}} values, {{samples}} samples",
    filtersNow: "Filters now",
    filtersBefore: "Filters at step 0",
    beforeTraining: "before training",
    beforeOnHover: "(before, on hover)",
    filtersHint: "Filters; hovering or focusing shows them as they were before training",
    filtersRange: "Weights from {{low}} to {{high}}; share shown {{share}}.",
  },

  update: {
    small: "Below {{limit}}: these weights hardly move.",
    healthy: "Within the usual band.",
    large: "Above {{limit}}: each update undoes much of what was learnt.",
    none: "No update was made yet.",
  },

  histogram: {
    mean: "Mean",
    spread: "Spread (std)",
    minimum: "Minimum",
    maximum: "Maximum",
    zero: "Zero",
    saturated: "Saturated",
    dead: "Dead units",
    notFinite: "Not finite",
    notFiniteFinding: "NaN or infinite values; they stand in no bin.",
    counted: "Counted",
    of: "of",
    size: "n = {{sampled}}",
    sizeOf: "n = {{sampled}} of {{total}}",
    counts: "values a bin, mean dashed",
    countsCut: "values a bin, peak cut, mean dashed",
    sentence: "At step {{step}}, {{subject}}: {{figures}}, {{size}}.",
    /** Under the pointer. */
    bin: "{{from}} to {{to}}: {{values}} values, {{share}}",
    noBin: "no values here",
    /** Whose values are counted. */
    subject: {
      activation_histogram: "outputs of {{node}}",
      weight_histogram: "{{parameter}} of {{node}}",
      gradient_histogram: "gradient of {{parameter}} of {{node}}",
    },
    newest: "Distribution of the {{subject}}, newest",
    overTime: "Distribution of the {{subject}}, over time",
  },

  curves: {
    loss: {
      title: "Loss",
      label: "Loss over training steps",
      empty:
        "The loss of every training step, and of the validation data after each epoch, appears here. Press play.",
    },
    accuracy: {
      title: "Accuracy",
      label: "Accuracy over training steps",
      empty: "The share of right answers appears here, where the task has classes. Press play.",
    },
    names: { training: "training", smoothed: "smoothed", validation: "validation" },
    byStep: "by step",
    notMeasured: "not measured",
    summary: "{{title}} at step {{step}}: training {{training}}, validation {{validation}}.",
    scale: "Scale of the loss",
    linear: "linear",
    logarithmic: "log",
    smoothing: "smoothing",
    smoothingHint: "Weight of the past in the smoothed curves",
  },

  activations: {
    nowEmpty: "The newest histogram, with the value under the pointer, appears here.",
    figures: "Figures",
    figuresEmpty: "Mean, spread and shares of the outputs appear here.",
  },

  outputs: {
    title: "Outputs",
    subtitle: "outputs, newest in front",
    subtitleCut: "outputs, newest in front, peaks cut",
    empty:
      "How the outputs of {{node}} spread, and how that changes, appears here from step 0 on. Press play.",
    emptyAny:
      "How the outputs of a layer spread, and how that changes, appears here from step 0 on. Press play.",
  },

  gradients: {
    flow: "Gradient flow",
    flowUnit: "norm by layer, log",
    flowLabel: "Gradient norm by layer, logarithmic",
    flowSentence: "Gradient norms at step {{step}}: {{norms}}.",
    flowEmpty: "How much gradient arrives at each layer with weights appears here. Press play.",
    table: "By parameter",
    tableUnit: "of the loss, by weight tensor",
    tableEmpty:
      "Norm, mean, spread and largest value of each gradient, and how far each update moves its weights, appear here. Press play.",
    parameter: "Parameter",
    norm: "Norm",
    mean: "Mean",
    spread: "Spread",
    largest: "Largest",
    ratio: "Update ratio",
    band: "usual band",
    note: "Update ratio: ‖Δw‖ / ‖w‖ of one step, usually {{low}} to {{high}}. Below, the weights hardly move; above, each step undoes much of what was learnt.",
  },

  weights: {
    title: "Weights",
    none: "Add a layer with weights to see them here.",
    parameterShown: "Parameter shown",
    gradient: "Gradient",
    gradientOf: "of {{parameter}}, now",
    empty: "The {{subject}} appears here. Press play.",
    emptyOverTime: "The {{subject}} appears here, from step 0 on. Press play.",
  },

  filters: {
    title: "Filters",
    unit: "filters",
    none: "Filters are the weights of a convolution, drawn as pictures. Add a 2-d convolution to see them here.",
    before: "Before",
    emptyNow: "The filters of {{node}} appear here from step 0 on. Press play.",
    emptyBefore:
      "The filters as they were at step 0 appear here. They are kept while this page watches from the start; reset and play to see them.",
    range: "Weights from {{low}} to {{high}}.",
    labelNow: "Filters of {{node}} now",
    labelBefore: "Filters of {{node}} at step 0",
    all_one: "1 filter",
    all_other: "{{count, number}} filters",
    some: "{{shown}} of {{all}} filters",
    size: "{{filters}} of {{size}}",
    sizeBy: "{{filters}} of {{size}}, by {{channels}}",
    channels: "{{all}} input channels",
    someChannels: "{{shown}} of {{all}} input channels",
    /** Under the pointer. */
    weight: "filter {{filter}}, input {{input}}, row {{row}}, column {{column}}: {{value}}",
  },

  decision: {
    title: "Decision surface",
    unit: "stronger where the network is surer; training data on top",
    label: "Class probabilities over the plane, with the training data",
    empty: "What the network answers at every point of the plane appears here. Press play.",
    otherData:
      "A decision surface needs data with two features, such as spiral or moons; {{dataset}} has {{shape}}. Choose other data to see one.",
    classes: "Classes",
    answered: "{{name}} on {{share}}",
    sentence: "Likeliest class over the plane at step {{step}}: {{shares}}.",
  },
} as const;
