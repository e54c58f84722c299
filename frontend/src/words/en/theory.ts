/** What theory says, beside what was measured: spreads, curves, schedules. */
export default {
  spread: {
    title: "Spread of the weights (std)",
    parameter: "tensor",
    promised: "promised",
    first: "step 0",
    now: "now",
    notMeasured: "not measured",
    source: "{{initializer}} promises it, from fan-in {{fanIn}} and fan-out {{fanOut}}.",
    otherWeights: "This run did not draw its weights: it started from others.",
  },
};
