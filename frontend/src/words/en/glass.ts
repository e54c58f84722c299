/** The glass box: one step of a run, number by number. */
export default {
  title: "Glass box",
  question: "What happens in one step, number by number",
  loading: "Opening…",

  /** Where there is nothing to look at yet. */
  empty:
    "One step of the run appears here, layer by layer, forward and backward, with every number in it. There is no run yet.",
  ended: "This run has ended, and its process with it. Reset it, or press play, to look at a step.",
  starting: "The network is being built…",
  prepare: "Build it and hold before its first step",
  notPlayable: "The network has errors; it can be looked into once they are mended.",
  looking: "Taking a look…",
  again: "Look again",
  tooLarge:
    "{{node}} is too large to be looked at number by number: one sample of it, with its weights, their gradients and updates, is more than is sent at once.",

  step: "step {{step}}",
  stepHint: "The update that the run makes next, with its weights and batch as they are now.",
  behind: "The run has gone on to step {{step}}.",
  batchLoss: "loss {{loss}}",
  rate: "learning rate {{rate}}",
  batch_one: "batch of 1",
  batch_other: "batch of {{count, number}}",

  track: {
    label: "The step, place by place",
    data: "data",
    loss: "loss",
    update: "update",
    forward: "{{node}}, forward",
    backward: "{{node}}, backward",
    back: "One place back (←)",
    on: "One place on (→)",
  },

  place: {
    data: "The batch",
    dataSays: "What goes in, and what should come out.",
    forward: "{{node}}, forward",
    loss: "Loss",
    lossSays: "How wrong the outputs are, and which way each should go.",
    backward: "{{node}}, backward",
    update: "Update",
    updateSays: "What the optimizer makes of the gradients.",
  },

  sample: {
    label: "Sample of the batch",
    of: "sample {{sample}} of {{samples}}",
    before: "The sample before",
    next: "The next sample",
    class: "class {{name}}",
    shown: "{{samples}} of {{batch}} samples can be looked at.",
  },

  figure: {
    input: "from {{node}}",
    output: "out of {{node}}",
    filter: "filter {{filter}}, for input channel {{channel}}",
    weights: "weights of output {{output}}",
    weightOf: "{{name}} of {{node}}",
    byInput: "leaves for {{node}}",
    byOutput: "arrives at {{node}}",
    byParameter: "by {{name}}, whole batch",
    before: "before",
    gradient: "gradient",
    update: "update",
    after: "after",
    outputs: "outputs",
    targets: "should be",
    probabilities: "probabilities",
    byOutputs: "leaves for {{node}}",
    channel: "channel {{channel}} of {{channels}}",
    shape: "{{shape}}",
    channels: "The channels of {{what}}; the arrow keys choose one",
    /** What a figure shows, for those who do not see it. */
    says: "{{what}}, {{shape}}, from {{low}} to {{high}}.",
    cell: "{{name}}[{{place}}] = {{value}}",
    chooses: "{{what}}. Arrow keys move the cell, Page Up and Page Down the channel.",
    margin: "margin",
    unit: "cells in {{unit}}",
  },

  arithmetic: {
    title: "The arithmetic of one cell",
    row: "The row of im2col: what the window sees, and the filter",
    rowPool: "What the window sees",
    rowLinear: "What comes in, and the weights",
    rowBack: "What arrives, g = ∂L/∂y, and by which weight",
    rowWeight: "What arrives, g = ∂L/∂y, and what came in",
    terms_one: "1 term",
    terms_other: "{{count, number}} terms",
    worked: "worked out {{value}}",
    measured: "measured {{value}}",
    agrees: "adds up",
    differs: "differs by {{difference}}",
    branches:
      "{{node}} goes to {{count}} layers: this is the part of one, measured is the sum of all.",
    share: "One sample's part of the batch's sum.",
    shareOf: "This sample adds {{part}}; the whole batch of {{batch}} comes to {{total}}.",
    sum: "All {{batch}} samples together: worked out {{sum}}, measured {{total}}.",
    none: "No arithmetic is written out for this kind; the source beside computes it.",
    unread: "The input is zero here, so the output does not tell whether it was dropped.",
    glide: "Let the window glide",
    hold: "Hold the window",
    term: "{{place}}: {{product}}",
  },

  back: {
    aim: "Derivative by",
    input: "input",
    inputOf: "input from {{node}}",
    data: "data",
  },

  loss: {
    sample: "This sample costs",
    batch: "Mean over the batch of {{batch}}, measured",
  },

  update: {
    layer: "Layer",
    parameter: "Parameter",
    unit: "{{unit}} of {{units}}",
    unitLabel: "Output of the layer",
    rowNorm:
      "Rows longer than max-norm are shortened afterwards; that is part of what was measured.",
    frozen: "This layer is frozen: its weights stay as they are.",
    none: "No layer of this network has weights to update.",
    remembered: "remembered",
    from: "{{before}} becomes {{after}}",
  },

  source: {
    title: "The lines that ran",
    titleTorch: "The same in numpy",
    torch: "PyTorch computed this run. These are the scratch engine's lines for the same layer.",
    lines: "lines {{from}} to {{to}}",
    helpers: "What it calls",
    ran: "ran",
    loading: "Reading the source…",
  },
} as const;
