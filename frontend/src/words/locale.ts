/** Which language to speak: what the address asks for, else what was chosen before, else the browser's. */

export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** What each language calls itself, in full and on a button. */
export const LANGUAGES: Readonly<Record<Locale, { name: string; mark: string }>> = {
  en: { name: "English", mark: "EN" },
  "zh-CN": { name: "简体中文", mark: "中" },
};

const KEY = "neurarium.locale.v1";
const PARAMETER = "lang";

/** "zh", "zh-Hans-CN" and "ZH-cn" are all 简体中文; null where we do not speak it. */
export function matchLocale(tag: string | null | undefined): Locale | null {
  const language = tag?.toLowerCase().split("-")[0];
  return LOCALES.find((locale) => locale.split("-")[0] === language) ?? null;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage may be switched off.
  }
}

export function preferredLocale(): Locale {
  const asked = new URLSearchParams(location.search).get(PARAMETER);
  for (const tag of [asked, remembered(), ...navigator.languages]) {
    const locale = matchLocale(tag);
    if (locale !== null) return locale;
  }
  return "en";
}

/** Keeps a choice in this browser; the address no longer asks for another one. */
export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Without storage the choice lasts as long as the page does.
  }
  const address = new URL(location.href);
  if (!address.searchParams.has(PARAMETER)) return;
  address.searchParams.delete(PARAMETER);
  history.replaceState(null, "", address);
}
