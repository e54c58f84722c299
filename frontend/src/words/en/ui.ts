/** Controls and plots that know no store. */
export default {
  plot: {
    step: "step {{step}}",
    notLoaded: "The plot could not be loaded; reload the page.",
  },

  number: {
    needed: "A number is needed here.",
    wholeNeeded: "A whole number is needed here.",
    atLeast: "At least {{limit}}.",
    atMost: "At most {{limit}}.",
    moreThan: "More than {{limit}}.",
    lessThan: "Less than {{limit}}.",
    notApplied: "{{problem}} Not applied.",
    stillApplied: "{{problem}} Not applied: still {{value}}.",
  },

  numbers: {
    needed: "Numbers are needed here, with commas between them.",
    wholeNeeded: "Whole numbers are needed here, with commas between them.",
    atLeast: "At least {{limit}} of them.",
    atMost: "At most {{limit}} of them.",
  },

  size: {
    height: "{{setting}}, height",
    width: "{{setting}}, width",
    word: "{{setting}}: {{word}}",
    tie: "One number for height and width",
    tieOf: "{{setting}}: one number for height and width",
    untie: "Height and width apart",
  },

  legend: {
    empty: "Scale",
    range: "Scale from minus {{limit}}, orange, over 0 to {{limit}}, blue",
  },

  automatic: "automatic",
} as const;
