/** i18next as this page sets it up, and which language it speaks. No React here. */
import i18next, { type TFunction } from "i18next";
import en from "./en";
import { type Locale, LOCALES, preferredLocale, rememberLocale } from "./locale";

export type Namespace = keyof typeof en;

/** Phrases of a namespace: `say("keys.title")`. */
export type Say<Name extends Namespace> = TFunction<Name>;

const loaders: Record<Locale, () => Promise<object>> = {
  en: () => Promise.resolve(en),
  "zh-CN": async () => (await import("./zh")).default,
};

/** Its `t` may be used where there is no React. */
export const words = i18next.createInstance();

/** Loads a language and speaks it from now on. */
export async function speak(locale: Locale): Promise<void> {
  const phrases = await loaders[locale]();
  for (const [namespace, entries] of Object.entries(phrases)) {
    words.addResourceBundle(locale, namespace, entries);
  }
  await words.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** Sets i18next up and speaks the language that the address or the browser asks for; English where it cannot be had. */
export async function prepare(): Promise<void> {
  await words.init({
    lng: "en",
    fallbackLng: "en",
    supportedLngs: [...LOCALES],
    ns: Object.keys(en),
    defaultNS: "app",
    resources: { en },
    // React escapes what it shows, and canvases show plain text.
    interpolation: { escapeValue: false },
  });
  await speak(preferredLocale()).catch(() => speak("en"));
}

/** As `speak`, because a person chose it: remembered in this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await speak(locale);
  rememberLocale(locale);
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

/** The phrases of a namespace in the language spoken now, where there is no component to draw again. */
export function wordsOf<Name extends Namespace>(namespace: Name): Say<Name> {
  return words.getFixedT(null, namespace) as unknown as Say<Name>;
}
