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
    signal: { title: "Signal", question: "Does the signal keep its strength" },
    filters: { title: "Filters", question: "What do filters look for" },
    maps: { title: "Maps", question: "What does each layer make of one sample" },
    mistakes: { title: "Mistakes", question: "What is taken for what" },
    decision: { title: "Decisions", question: "What is answered where" },
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
    frozenAt: "frozen at step {{step}}",
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
    flowUnit: "norm by layer",
    flowLabel: "Gradient norm by layer",
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

  scale: {
    linear: "linear",
    logarithmic: "log",
    of: {
      loss: "Scale of the loss",
      flow: "Scale of the gradient norms",
      signal: "Scale of the variances",
      confusion: "Scale of the counts",
    },
  },

  freeze: {
    label: "Freeze",
    hint: "Hold all figures at this step while training goes on",
    end: "Follow the run again",
  },

  save: {
    label: "Save: {{view}}",
    hint: "Save picture or figures",
    picture: "Picture (PNG)",
    figures: "Figures (CSV)",
  },

  confusion: {
    title: "Confusion matrix",
    unit: "validation samples: blue right, orange wrong, up to {{most}} a cell",
    label: "True against predicted classes of the validation samples",
    keys: "Cells of the confusion matrix; arrow keys go from one to the next",
    empty: "Which classes are taken for which appears here from step 0 on. Press play.",
    none: "This run keeps no validation samples. Set a validation share in the data's settings to see what the network mistakes.",
    predicted: "predicted",
    actual: "true",
    recall: "recall",
    precision: "precision",
    right: "{{actual}} recognised: {{samples}}, recall {{recall}}, precision {{precision}}",
    wrong: "{{actual}} taken for {{predicted}}: {{samples}}",
    class: "{{name}}: recall {{recall}}, precision {{precision}}",
    summary:
      "At step {{step}}, {{right}} of {{samples}} validation samples are right. {{classes}}.",
  },

  hardest: {
    title: "Hardest samples",
    unit: "true → predicted; a click pins one",
    label: "Validation samples of the highest loss, the hardest first",
    empty: "The validation samples of the highest loss appear here from step 0 on. Press play.",
    sample: "Validation sample {{sample}}",
    right:
      "Validation sample {{sample}}: {{actual}}, recognised, loss {{loss}}. Click to see its feature maps.",
    wrong:
      "Validation sample {{sample}}: {{actual}} taken for {{predicted}}, loss {{loss}}. Click to see its feature maps.",
    loss: "loss {{loss}}",
  },

  maps: {
    title: "Feature maps",
    unitNote: "each layer on its own scale: orange below zero, blue above",
    label: "What {{node}} puts out for the pinned sample",
    keys: "Units of {{node}}; left and right go from one to the next",
    empty: "What each layer makes of the pinned sample appears here from step 0 on. Press play.",
    rangeHint: "The value at full colour",
    sentence: "{{node}} at step {{step}}: {{units}} units, values from {{low}} to {{high}}.",
    unit: "{{node}}, unit {{unit}}",
    feature: "{{node}}, unit {{unit}}: {{value}}",
    pixel: "{{node}}, unit {{unit}}, row {{row}}, column {{column}}: {{value}}",
  },

  pinned: {
    title: "Pinned sample",
    empty: "The sample that is looked at appears here.",
    place: "Number of the pinned sample",
    previous: "Previous sample",
    next: "Next sample",
    of: { validation: "of {{all}}, validation", train: "of {{all}}, training" },
    actual: "True class",
    predicted: "Predicted",
    probability: "P({{name}})",
    large: "The unit under the pointer, large",
  },

  signal: {
    title: "Signal propagation",
    unit: "variance of the outputs, layer by layer",
    label: "Measured and predicted variance of each layer's outputs",
    measured: "measured",
    predicted: "predicted",
    nothing: "none",
    reading: "{{node}}: measured {{measured}}, predicted {{predicted}}",
    product:
      "{{inputs}} inputs × weight variance {{weights}} × input mean square {{incoming}}, and the bias",
    empty:
      "The variance of each layer's outputs, beside the one that theory predicts, appears here. Press play.",
    rule: "Rule",
    ruleOf: "Rule for {{node}}",
    ruleEmpty: "By which rule a layer's variance is predicted appears here.",
    rules: {
      weighted_sum:
        "Weights as they were drawn, independent of what comes in: the variance is that of one weight times the mean square of the inputs, as often as there are inputs. While training moves the weights, the measured one departs from it.",
      normalised: "What is normalised has variance 1, as long as its scale is 1.",
      gaussian:
        "A sum of many terms is nearly Gaussian: the variance is what the activation makes of a normal variable with the mean square of the inputs.",
      none: "Theory says nothing here: the weights were given, or not drawn around zero, or what comes in is not nearly Gaussian.",
    },
  },

  units: {
    title: "Units",
    unit: "orange below zero, blue above; point at one to see it large",
    label: "What each unit of {{node}} puts out over the plane",
    empty: "What each unit of each layer puts out over the plane appears here. Press play.",
    all_one: "1 unit",
    all_other: "{{count, number}} units",
    some: "{{shown}} of {{all}}",
    shown: "{{node}}, unit {{unit}}, ±{{limit}}",
  },
} as const;
