/** The network as cards and wires, and what can be added to it. */
export default {
  network: "Network",
  empty: "Nothing between input and loss yet. Click a layer on the left, or drag it here.",

  picker: {
    label: "Layers",
    search: "Search layers",
    nothing: "No layer matches “{{query}}”.",
    on: "Add a layer between {{source}} and {{target}}",
    behind: "Add a layer behind {{source}}",
  },

  card: {
    input: "input: the data",
    loss: "loss",
    layer: "{{id}}, {{title}}",
    repeat: "{{name}}: {{layers, number}} layers in one card",
    accuracy: "accuracy",
    parameters: "{{count, number}} parameters",
    cost: "{{cost}} multiply-adds a sample",
    memory: "{{memory}} in training",
  },

  error: "error",
  errors_one: "{{count}} error",
  errors_other: "{{count}} errors",
  whatIsWrong: "What is wrong in {{where}}",

  wire: {
    gradient: "Gradient norm of {{node}} at step {{step}}: {{norm}}",
    legend: "Gradient norm of the layer it leads to",
    label: "connection from {{source}} to {{target}}",
    insert: "Add a layer here",
  },

  join: {
    title: "{{target}} takes one input",
    through: "{{merge}}: take both",
    instead: "take {{source}} alone",
  },

  repeat: {
    layers_one: "{{count, number}} layer",
    layers_other: "{{count, number}} layers",
    parts: "{{times, number}} × {{layers, number}} layers",
    unfold: "Show the layers of {{name}}",
    fold: "Fold {{name}} into one card",
    part: "{{name}} · {{number}} of {{times}}",
  },

  summary: {
    layers_one: "{{count, number}} layer",
    layers_other: "{{count, number}} layers",
    parameters: "{{count, number}} parameters",
    cost: "{{cost}} multiply-adds a sample",
    memory: "{{memory}} in training",
    memoryHint:
      "Outputs of a batch {{activations}}, parameters {{parameters}}, gradients {{gradients}}, optimizer {{optimizer}}, running statistics {{buffers}}",
    selected: "{{count, number}} selected",
  },

  controls: {
    label: "Editing and view",
    flow: "Gradients on the wires",
    undo: "Undo (Ctrl Z)",
    redo: "Redo (Ctrl Shift Z)",
    paste: "Paste layers (Ctrl V)",
    zoomOut: "Zoom out",
    zoomIn: "Zoom in",
    fit: "Show the whole network",
    fold: "Fold repeated blocks (Shift E)",
    unfold: "Show every layer (Shift E)",
  },

  flow: {
    card: "Press Enter or Space to select a card, Shift with it to select several. Delete removes them, arrow keys go to the next card, + adds a layer behind it.",
    wire: "Press Enter or Space to select a connection. + adds a layer on it, Delete removes it.",
    port: "Connect",
    cardRole: "card",
    wireRole: "connection",
  },
} as const;
