import { defineConfig } from "eslint/config";
import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";
import spokenWords from "./scripts/spokenWords.js";

/** The rooms of src/, and what each may import. `draw` is pure: it sees types only, never a store. */
const rooms = {
  contracts: [],
  words: [],
  draw: ["contracts"],
  ui: ["contracts", "draw", "words"],
  transport: ["contracts"],
  state: ["contracts", "transport", "words"],
  features: ["contracts", "transport", "state", "draw", "ui", "words"],
  app: ["contracts", "transport", "state", "draw", "ui", "words", "features"],
};

const elements = [
  ...["contracts", "words", "draw", "ui", "transport", "state", "app"].map((type) => ({
    type,
    pattern: `src/${type}`,
  })),
  { type: "features", pattern: "src/features/*", capture: ["feature"] },
];

const policies = [
  ...Object.entries(rooms).map(([type, allowed]) => ({
    from: { element: { type } },
    allow: { to: { element: { types: { anyOf: allowed } } } },
  })),
  // Libraries are everyone's, except that the rooms below the features know no framework.
  { allow: { to: { module: { origin: ["external", "core"] } } } },
];

const withoutReact = {
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          group: ["react", "react-dom", "react-dom/*", "@mantine/*", "@xyflow/*"],
          message: "This room knows no user interface framework.",
        },
      ],
    },
  ],
};

export default defineConfig(
  { ignores: ["node_modules", "src/contracts/api.ts", "dist"] },
  js.configs.recommended,
  { languageOptions: { globals: globals.node } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "react-hooks": reactHooks, boundaries },
    settings: {
      "boundaries/elements": elements,
      "boundaries/include": ["src/**/*"],
      "import/resolver": { typescript: { project: import.meta.dirname } },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "boundaries/dependencies": ["error", { default: "disallow", policies }],
      "max-lines": ["error", { max: 400 }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // An async event handler reports its own failures; the caller has nothing to await.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-empty-function": "off",
    },
  },
  // A spy is named by the method it stands for.
  {
    files: ["**/*.test.{ts,tsx}"],
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
  { files: ["src/{contracts,draw,transport}/**"], rules: withoutReact },
  // What the page says comes from words/. What transport says is for programmers: see state/trouble.ts.
  {
    files: ["src/{app,draw,features,state,ui}/**/*.{ts,tsx}"],
    ignores: ["**/*.test.{ts,tsx}", "src/draw/recordingContext.ts", "src/**/testing/**"],
    plugins: { page: { rules: { "spoken-words": spokenWords } } },
    rules: { "page/spoken-words": ["error", { names: ["Neurarium"] }] },
  },
);
