// @vitest-environment node
import { RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import { describe, it } from "vitest";
import rule from "./spokenWords.js";

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
});

const refused = (code, ...texts) => ({
  code,
  options: [{ names: ["Neurarium"] }],
  errors: texts.map((text) => ({ messageId: "untranslated", data: { text } })),
});

tester.run("what the page says", rule, {
  valid: [
    `<p className="one two">{say("title")} · {count} / 3</p>`,
    `<button aria-label={say("close")} title={name} data-testid="close the box" />`,
    `<div style={{ border: "1px solid red" }}><svg viewBox="0 0 12 12"><path d="M6 1 11 10H1Z" /></svg></div>`,
    `<Figure label={say(isOpen ? "open" : "closed")} family="weights" />`,
    `throw new Error("index.html has no element to draw in.")`,
    `import x from "a file with spaces"; const field = document.querySelector("button, a");`,
    `const message = { message: { key: "run:gone" }, hint: null };`,
    `const separator = { title: "·" };`,
    { code: `<h1>Neurarium</h1>`, options: [{ names: ["Neurarium"] }] },
  ],
  invalid: [
    refused(`<p>Press play.</p>`, "Press play."),
    refused(`<h1>Neurarium draws</h1>`, "Neurarium draws"),
    refused(`<b>{isOn ? "on" : say("off")}</b>`, "on"),
    refused("<b>{`step ${step}`}</b>", "step 0"),
    refused(`<button aria-label="Close" />`, "Close"),
    refused(`<input placeholder={value ?? "all"} />`, "all"),
    refused(`<View subtitle={"by " + unit} />`, "by"),
    refused(`const tab = { name: "curves", title: "Curves" };`, "Curves"),
    refused(`reading.textContent = "gone";`, "gone"),
    refused(`const RESTART = "The network changed.";`, "The network changed."),
    refused("tell(`It has ${n} of them`);", "It has 0 of them"),
  ],
});
