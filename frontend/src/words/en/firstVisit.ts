/** Four hints for a first visit. */
export default {
  title: "First steps",
  progress: "{{number}} of {{count}}",
  next: "Next",
  done: "Done",
  dismiss: "Show no more hints",
  play: "Press play.",
  playMore: "This small network then learns to read real handwritten digits, and every card fills.",
  look: "Select the card conv1.",
  lookMore: "Its filters and figures, as the engine measures them, stand on the right.",
  lookAny: "Select a card.",
  lookAnyMore: "What the engine measures in that layer stands on the right.",
  change: "Change something while it trains.",
  changeMore:
    "Turn the learning rate, or another number on the right, and watch the curves answer.",
  boundary: "Take the spiral from the menu of networks and press play.",
  boundaryMore: "The decision surface bends around the points while it learns.",
} as const;
