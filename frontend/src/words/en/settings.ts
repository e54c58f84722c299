/** Settings of the run: data, loss, optimizer, training, engine. */
export default {
  name: { label: "Name", empty: "unnamed" },

  data: {
    title: "Data",
    set: "Data set",
    samples: "{{samples}} samples",
    classes: "{{classes}} classes",
    size: "Training samples",
    sizeHint: "Empty takes all.",
    all: "all",
    share: "Validation share",
    shareHint: "The share of samples kept aside for validation.",
  },

  loss: { title: "Loss", label: "Loss" },

  optimizer: {
    onSurface: "Watch it on a surface",
    title: "Optimizer",
    label: "Optimizer",
    schedule: "Schedule",
  },

  training: {
    title: "Training",
    batch: "Batch size",
    batchHint: "Samples in one step.",
    epochs: "Epochs",
    epochsHint: "Passes over the training data.",
    seed: "Seed",
    seedHint: "Fixes weights, batch order, masks and data.",
    watching: "Watching, %",
    watchingHint: "The most that measuring may take of the training time.",
  },

  stopping: {
    title: "Early stopping",
    on: "Stop at the best",
    onHint: "Ends training when validation has stopped improving, and keeps the best weights.",
    needsValidation: "It needs a validation share above 0, to measure on.",
    metric: "Watch",
    metricHint: "The validation figure that has to improve.",
    loss: "loss",
    accuracy: "accuracy",
    patience: "Patience, in epochs",
    patienceHint: "Epochs in a row without improvement after which training ends.",
    least: "Least improvement",
    leastHint: "An epoch improves only when it beats the best one by more than this.",
  },

  engine: {
    title: "Engine",
    label: "Engine",
    missing: "{{engine}} (not installed)",
    device: "Device",
  },
} as const;
