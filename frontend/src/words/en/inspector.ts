/** The panel on the right: one layer, several, or what trains them. */
export default {
  label: "Inspector",

  run: { title: "Run", subtitle: "click a card to see its layer" },
  input: "the data",
  loss: { title: "loss", subtitle: "what is made small" },
  unknown: "This server knows no layer “{{kind}}”.",
  settings: "Settings",

  name: { rename: "Rename", label: "Name of the layer" },

  actions: {
    look: "Look inside (G)",
    label: "Actions on {{id}}",
    several: "Actions on what is selected",
    earlier: "Move one earlier (Alt ←)",
    later: "Move one later (Alt →)",
    copy: "Copy (Ctrl C)",
    cut: "Cut (Ctrl X)",
    duplicate: "Duplicate (Ctrl D)",
    delete: "Delete (Delete)",
    fold: "Fold into one card (E)",
    unfold: "Show layer by layer (E)",
  },

  several: {
    cards_one: "{{count, number}} layer",
    cards_other: "{{count, number}} layers",
    subtitle: "selected",
    repeat: "{{times, number}} × {{layers, number}} layers",
    repeatHint: "Parts of the network that are alike, in one card.",
    layers: "Layers",
    show: "Show {{id}}",
  },

  inputs: {
    one: "Input",
    many: "Inputs",
    cut: "Take nothing from {{id}}",
    add: "Take another input",
    change: "Take another layer's output, instead of this one or beside it",
    addChoice: "add…",
    changeChoice: "change…",
    instead: "instead of {{id}}",
    through: "beside it: {{merge}}",
  },

  costs: {
    title: "Shape and cost",
    output: "Output",
    parameters: "Parameters",
    cost: "Multiply-adds a sample",
    memory: "Memory in training",
    memoryHint:
      "Arrays that stay for a whole step. What an engine borrows within a layer comes on top.",
    activations: "outputs of a batch",
    parameterBytes: "parameters",
    gradients: "gradients",
    optimizer: "optimizer",
    buffers: "running statistics",
  },
} as const;
