/** The bar at the top: what runs, what can be done with it, how it stands. */
export default {
  training: "Training",
  play: "Play",
  playHint: "Train (Space)",
  pause: "Pause",
  pauseHint: "Pause (Space)",
  waiting: "Waiting",
  reset: "Reset: the same weights, step 0",
  oneStep: "One step (S)",
  moreSteps: "More steps",
  steps_one: "1 step",
  steps_other: "{{count, number}} steps",
  epoch: "One epoch ({{steps}} steps)",
  epochUnknown: "One epoch",
  stop: "Stop",
  reseed: "Re-seed: other weights, a new run. The seed is {{seed}}.",

  rate: {
    label: "Learning rate",
    caption: "learning rate",
    lower: "Lower the learning rate",
    raise: "Raise the learning rate",
  },

  speed: {
    label: "Speed limit",
    hint: "Speed, as measured; press to set a limit (< and >)",
    now: "Speed limit: {{limit}}",
    none: "full speed",
    limit: "{{rate}} steps a second",
    most: "≤ {{rate}} / s",
  },

  presets: { label: "Networks to start from", unnamed: "unnamed" },

  figures: {
    label: "The run in figures",
    epoch: "epoch",
    step: "step",
    accuracy: "valid. acc.",
    speed: "steps / s",
    watching: "watching",
    watchingHint: "What measuring costs, as a share of the training time",
    engine: "engine",
  },

  state: {
    caption: "run",
    reconnecting: "reconnecting…",
    lost: "connection lost",
    ready: "ready",
    queued: "queued",
    starting: "starting",
    running: "training",
    paused: "paused",
    finished: "finished",
    stopped: "stopped",
    diverged: "diverged",
    failed: "failed",
    interrupted: "interrupted",
  },
} as const;
