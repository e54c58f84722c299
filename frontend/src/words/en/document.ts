/** What can be wrong with a name, a file or the clipboard; and files as they come and go. */
export default {
  name: {
    missing: "A layer needs a name.",
    reserved: "“{{name}}” names the data; choose another name.",
    letters: "Letters, digits and _ only, beginning with a letter, at most 64 characters.",
    taken: "Another layer is called “{{name}}”.",
  },

  clipboard: {
    empty: "The clipboard holds no layers.",
    emptyHint: "Select layers and copy them first, here or in another tab.",
  },

  file: {
    open: "Open a file…",
    openHint: "A network with its data and training, as JSON (Ctrl O)",
    save: "Save as a file",
    saveHint: "The network with its data and training, as JSON (Ctrl S)",
    group: "File",
    drop: "Drop the file to open its network",
    unnamed: "network",
    large: "“{{name}}” is too large to be a network: {{size}}.",
    unreadable: "“{{name}}” is no JSON: {{reason}}",
    foreign: "“{{name}}” is JSON, but holds no network.",
    refused: "“{{name}}” cannot be opened. {{reason}}",
    hint: "Choose a file that this page saved, or one that the command neurarium train takes.",
    unchanged: "What was here before is still here.",
  },
} as const;
