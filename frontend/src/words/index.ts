/**
 * What the page says, in each language it speaks.
 *
 * English is bundled and is what a missing phrase falls back on; another language is loaded when it is
 * chosen. Each namespace is one file a language (`en/app.ts`, `zh/app.ts`), and TypeScript refuses a
 * language that lacks a phrase.
 */
import i18next, { type TFunction } from "i18next";
import { type FallbackNs, initReactI18next, useTranslation } from "react-i18next";
import en from "./en";
import { type Locale, LOCALES, preferredLocale, rememberLocale } from "./locale";

export { type Locale, LOCALES } from "./locale";

export type Namespace = keyof typeof en;

const loaders: Record<Locale, () => Promise<object>> = {
  en: () => Promise.resolve(en),
  "zh-CN": async () => (await import("./zh")).default,
};

/** i18next as this page sets it up; its `t` may be used where there is no React. */
export const words = i18next.createInstance();

/** Speaks the language that the address or the browser asks for. Call once, before anything is drawn. */
export async function startWords(): Promise<void> {
  await words.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    supportedLngs: [...LOCALES],
    ns: Object.keys(en),
    defaultNS: "app",
    resources: { en },
    // React escapes what it shows, and canvases show plain text.
    interpolation: { escapeValue: false },
  });
  await speak(preferredLocale());
}

/** Loads a language and speaks it from now on. */
export async function speak(locale: Locale): Promise<void> {
  const phrases = await loaders[locale]();
  for (const [namespace, entries] of Object.entries(phrases)) {
    words.addResourceBundle(locale, namespace, entries);
  }
  await words.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** As `speak`, because a person chose it: remembered in this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  rememberLocale(locale);
  await speak(locale);
}

export function currentLocale(): Locale {
  return LOCALES.find((locale) => locale === words.language) ?? "en";
}

/** Hears of every change of the language; returns the end of it. */
export function onLocale(action: (locale: Locale) => void): () => void {
  const changed = (): void => {
    action(currentLocale());
  };
  words.on("languageChanged", changed);
  return () => {
    words.off("languageChanged", changed);
  };
}

/** The phrases of a namespace, for a component: `const say = useWords("app")`, then `say("keys.title")`. */
export function useWords<Name extends Namespace>(namespace: Name): TFunction<FallbackNs<Name>> {
  return useTranslation(namespace, { i18n: words }).t;
}

/** The language spoken now, for a component. */
export function useLocale(): Locale {
  useTranslation(undefined, { i18n: words });
  return currentLocale();
}
