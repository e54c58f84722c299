/** The page's frame: keys, panels, the status line. */
export default {
  keys: {
    title: "Keys",
  },
  language: {
    change: "中文 / English",
  },
};
