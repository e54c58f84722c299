/** Drawing for the network: the sheet, what is sent of it, the answer, what it excites. */
export default {
  otherData:
    "Here you draw for the network and see what it makes of it. That needs data of images, such as digits; {{dataset}} has none.",
  noShape: "The sheet appears here once the network on screen has been checked.",

  sheet: {
    title: "Drawing",
    label:
      "Sheet. Draw with the mouse, a finger or a pen. Or arrows move the pen, with Shift finely; Space puts it down or lifts it; Delete clears; Ctrl Z takes a stroke back.",
    role: "drawing sheet",
    invitation: "Draw here, drop an image, or use a sample of the data.",
    tools: "Of the sheet",
    undo: "Take the last stroke back",
    clear: "Clear the sheet",
    open: "Open an image",
    openHint: "Open an image, or drop one on the sheet",
    colour: "Colour of the pen",
    sample: "Use a sample of the data; again for the next one",
    unreadable: "This file is no image that the browser can read.",
    noSample: "No sample came; the data may not be on the server.",
  },

  sample: {
    validation: "validation {{place}} / {{total}}",
    train: "training {{place}} / {{total}}",
  },

  input: {
    title: "Input as sent",
    empty: "What the network is given of it appears here.",
    label:
      "The input as it is sent, {{height}} by {{width}} pixels from 0 to 1; {{inked}} of them are not 0.",
    sample: "A sample, as the data has it.",
    drawnOver: "A sample, with what was drawn over it where it was drawn.",
    picture: "The picture, scaled to fit; its colours stay.",
    /** Under the pointer. */
    value: "row {{row}}, column {{column}}: {{value}}",
  },

  answer: {
    title: "Answer",
    probabilities: "probabilities",
    fromLogits: "Computed from the logits that the network puts out, as {{loss}} takes them.",
    outputs: "raw outputs",
    step: "step {{step}}",
    label: "What the network answers, class by class",
    output: "raw output {{value}}",
    chosen: ", the answer",
    true: ", the true class",
    hidden_one: "and 1 other class",
    hidden_other: "and {{count, number}} other classes",
    summary: "Taken for {{name}}.",
    empty: "What the network takes your drawing for appears here, and follows it while it learns.",
    coming: "Asking the network…",
  },

  noRun: {
    none: "Nothing has been trained yet, so nothing can answer.",
    starting: "The network is being built; it answers in a moment.",
    ended: "This run has ended, and its network is gone.",
    start: "Train it",
  },

  excited: {
    title: "What it excites",
    subtitle: "outputs of every layer, orange below 0, blue above",
    empty: "The feature maps of your drawing, layer by layer, appear here.",
    label: "Outputs of {{node}} for this input, from {{low}} to {{high}}",
    large: "Too large to be sent along.",
    /** Under the pointer. */
    mapValue: "map {{channel}}, row {{row}}, column {{column}}: {{value}}",
    unitValue: "unit {{channel}}: {{value}}",
  },
} as const;
