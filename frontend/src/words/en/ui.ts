/** Controls and plots that know no store. */
export default {
  plot: {
    step: "step {{step}}",
    notLoaded: "The plot could not be loaded; reload the page.",
  },
} as const;
