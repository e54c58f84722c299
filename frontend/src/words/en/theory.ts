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
  activation: {
    title: "Curve",
    input: "input",
    output: "output",
    derivative: "derivative",
    saturated: "saturated",
    reading: "x {{x}} · y {{y}} · slope {{slope}}",
    waiting: "Running the layer over a grid…",
    label: "{{title}}: output and derivative over the input",
  },
  schedule: {
    title: "Over the run",
    rate: "learning rate",
    reading: "step {{step}} · {{rate}}",
    waiting: "Asking for the learning rates…",
    label: "Learning rate over the steps of the run",
    summary: "Over {{steps}} steps: {{first}} at first, {{highest}} at most, {{last}} at last.",
  },
};
