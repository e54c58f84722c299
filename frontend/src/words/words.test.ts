import { beforeAll, describe, expect, it } from "vitest";
import { chooseLocale, currentLocale, speak, startWords, words } from ".";
import en from "./en";
import { matchLocale } from "./locale";
import zh from "./zh";

interface Phrases {
  [key: string]: string | Phrases;
}

/** Every phrase by its path. */
function flat(phrases: Phrases, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(phrases)) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") found.set(here, value);
    else for (const [inner, phrase] of flat(value, here)) found.set(inner, phrase);
  }
  return found;
}

const english = flat(en);
const chinese = flat(zh);

function placeholders(phrase: string): string[] {
  return [...phrase.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? "").sort();
}

describe("the languages", () => {
  it("say the same things, save a plural form that Chinese has not", () => {
    const wanted = [...english.keys()].filter((key) => !key.endsWith("_one"));
    expect([...chinese.keys()].sort()).toEqual(wanted.sort());
  });

  it("leave no phrase empty, and put the same figures into each", () => {
    for (const [key, phrase] of chinese) {
      expect(phrase.trim(), key).not.toBe("");
      expect(placeholders(phrase), key).toEqual(placeholders(english.get(key) ?? ""));
    }
  });
});

describe("matchLocale", () => {
  it("knows a language by any of its tags", () => {
    expect(["zh", "zh-Hans-CN", "ZH-cn"].map(matchLocale)).toEqual(["zh-CN", "zh-CN", "zh-CN"]);
    expect(matchLocale("en-GB")).toBe("en");
    expect([matchLocale("fr"), matchLocale(null), matchLocale("")]).toEqual([null, null, null]);
  });
});

describe("speaking", () => {
  beforeAll(startWords);

  it("changes the language, the document's too, and remembers what a person chose", async () => {
    await speak("en");
    expect(words.t("app:keys.title")).toBe(en.app.keys.title);
    await chooseLocale("zh-CN");
    expect(currentLocale()).toBe("zh-CN");
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(words.t("app:keys.title")).toBe(zh.app.keys.title);
    expect(localStorage.getItem("neurarium.locale.v1")).toBe("zh-CN");
    await speak("en");
  });
});
