import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Catalog, RunSpec } from "@/contracts";
import { catalogStore, documentStore, open, setRunSettings, specOf } from "@/state/document";
import { setLocale } from "@/transport/locale";
import { speak } from "@/words";
import { followLanguage, presetName } from "./language";

const spec = (name: string) => ({ name, network: { nodes: [] } }) as unknown as RunSpec;

const catalogs = {
  en: { presets: [{ name: "small", spec: spec("Small convnet") }] } as unknown as Catalog,
  "zh-CN": { presets: [{ name: "small", spec: spec("小型卷积网络") }] } as unknown as Catalog,
};

describe("a preset's name", () => {
  it("is found by the preset that has it, in either language", () => {
    expect(presetName(catalogs.en, catalogs["zh-CN"], "Small convnet")).toBe("小型卷积网络");
    expect(presetName(catalogs["zh-CN"], catalogs.en, "小型卷积网络")).toBe("Small convnet");
  });

  it("is left alone where a person gave another one", () => {
    expect(presetName(catalogs.en, catalogs["zh-CN"], "mine")).toBeNull();
  });
});

describe("a change of language", () => {
  let end: () => void;
  const asked: (string | null)[] = [];

  beforeEach(() => {
    asked.length = 0;
    vi.stubGlobal("fetch", (_path: string, { headers }: { headers: Headers }) => {
      const language = headers.get("Accept-Language");
      asked.push(language);
      return Promise.resolve(Response.json(catalogs[language === "zh-CN" ? "zh-CN" : "en"]));
    });
    catalogStore.setState({ catalog: catalogs.en });
    open(spec("Small convnet"));
    end = followLanguage();
  });

  afterEach(async () => {
    end();
    setLocale("en");
    await speak("en");
    vi.unstubAllGlobals();
  });

  it("names the page and the network anew, and asks the server in that language", async () => {
    expect(document.title).toBe("Neurarium");
    await speak("zh-CN");
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(document.title).toContain("神经网络");
    await vi.waitFor(() => {
      expect(specOf(documentStore.getState()).name).toBe("小型卷积网络");
    });
    expect(asked).toEqual(["zh-CN"]);
    expect(documentStore.getState().history.past).toEqual([]);
  });

  it("keeps the name that a person gave", async () => {
    setRunSettings({ name: "mine" });
    await speak("zh-CN");
    await vi.waitFor(() => {
      expect(catalogStore.getState().catalog).toEqual(catalogs["zh-CN"]);
    });
    expect(specOf(documentStore.getState()).name).toBe("mine");
  });

  it("keeps the newest answer where two languages were asked for in a row", async () => {
    const answers: Record<string, (catalog: Catalog) => void> = {};
    vi.stubGlobal(
      "fetch",
      (_path: string, { headers }: { headers: Headers }) =>
        new Promise<Response>((resolve) => {
          answers[headers.get("Accept-Language") ?? ""] = (catalog) => {
            resolve(Response.json(catalog));
          };
        }),
    );
    await speak("zh-CN");
    await speak("en");
    answers.en?.(catalogs.en);
    await vi.waitFor(() => {
      expect(catalogStore.getState().catalog).toEqual(catalogs.en);
    });
    answers["zh-CN"]?.(catalogs["zh-CN"]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(catalogStore.getState().catalog).toEqual(catalogs.en);
  });
});
