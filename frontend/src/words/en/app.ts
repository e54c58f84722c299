/** The page's frame: keys, panels, the status line. */
export default {
  title: "Neurarium",
  description: "Build a neural network, press play, and watch every layer while it learns.",
  close: "Close",

  keys: {
    title: "Keys",
    hint: "Keys (?)",
    training: {
      title: "Training",
      toggle: "play or pause",
      step: "one step",
      tenSteps: "ten steps",
      reset: "reset to the same weights",
      stop: "stop",
    },
    network: {
      title: "Network",
      search: "search layers; Enter adds the first",
      remove: "remove the selected layer or wire",
      undo: "undo",
      redo: "redo",
      next: "to the next card; Enter selects it",
      back: "back by one level",
    },
    page: {
      title: "Page",
      arena: "the arena, and back",
      descents: "optimizers on a surface, and back",
      palette: "show or hide the layers",
      dock: "show or hide the dock",
      inspector: "show or hide the inspector",
      maximise: "the dock over the whole page, and back",
      value: "in a number: the next value",
      help: "this list",
    },
    space: "Space",
  },

  panels: {
    palette: {
      name: "Layers",
      show: "Show layers (1)",
      hide: "Hide layers (1)",
      size: "Width of the layer list",
    },
    dock: {
      name: "Dock",
      show: "Show dock (2)",
      hide: "Hide dock (2)",
      size: "Height of the dock",
    },
    inspector: {
      name: "Inspector",
      show: "Show inspector (3)",
      hide: "Hide inspector (3)",
      size: "Width of the inspector",
    },
    maximise: "Dock over the whole page",
    maximiseHint: "Over the whole page (F)",
    restoreHint: "Back to its place (F)",
  },

  language: {
    change: "Language: {{now}}. Change to {{other}}",
  },

  colours: {
    auto: "as the system's",
    light: "light",
    dark: "dark",
    change: "Colours: {{now}}. Change to {{next}}",
  },

  status: {
    show: "Show {{node}}",
    close: "Close this message",
    more: "And {{others}} more.",
    then: "Training goes on once it is mended.",
    reconnecting: "The connection to the server is lost.",
    reconnectingHint: "It is tried again; what was measured meanwhile comes then.",
    failed: "The run failed.",
    failedHint: "Reset builds it again.",
    diverged: "The run diverged.",
    divergedHint: "Lower the learning rate, or change the initializer, and press play.",
    interrupted: "The run was interrupted.",
    interruptedHint: "Press play to train it again from step 0.",
    stopped: "Stopped.",
    stoppedHint: "Press play to train it again from step 0.",
    brokenLinkHint: "Here is the network to start with; ask for the link again.",
  },

  waiting: {
    asking: "Asking the server what can be built…",
    goesOn: "The page goes on by itself once the server answers.",
  },
} as const;
