/**
 * What the page says, in each language it speaks.
 *
 * English is bundled and is what a missing phrase falls back on; another language is loaded when it is
 * chosen. Each namespace is one file a language (`en/app.ts`, `zh/app.ts`), and TypeScript refuses a
 * language that lacks a phrase, and a call that leaves out one of its figures (for that, a namespace
 * ends in `as const`).
 */
import { initReactI18next, useTranslation } from "react-i18next";
import type { Locale } from "./locale";
import { currentLocale, type Namespace, prepare, type Say, words } from "./speaking";

export { LANGUAGES, type Locale, LOCALES } from "./locale";
export { inWords, type Message, type Phrase, type Trouble, useInWords } from "./message";
export {
  chooseLocale,
  currentLocale,
  type Namespace,
  onLocale,
  type Say,
  speak,
  words,
  wordsOf,
} from "./speaking";

/** Speaks the language that the address or the browser asks for. Call once, before anything is drawn. */
export async function startWords(): Promise<void> {
  words.use(initReactI18next);
  await prepare();
}

/** The phrases of a namespace, for a component: `const say = useWords("app")`, then `say("keys.title")`. */
export function useWords<Name extends Namespace>(namespace: Name): Say<Name> {
  return useTranslation(namespace, { i18n: words }).t as unknown as Say<Name>;
}

/** The language spoken now, for a component. */
export function useLocale(): Locale {
  useTranslation(undefined, { i18n: words });
  return currentLocale();
}
