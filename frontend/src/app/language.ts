/** What follows the language that is spoken: the tab's title, the server's answers, the catalog, the network's name. */
import type { Catalog } from "@/contracts";
import { catalogStore, documentStore, loadCatalog, retitle, specOf } from "@/state/document";
import { setLocale } from "@/transport/locale";
import { currentLocale, type Locale, onLocale, words } from "@/words";

function speakFrom(locale: Locale): void {
  document.title = words.t("app:title");
  document
    .querySelector("meta[name=description]")
    ?.setAttribute("content", words.t("app:description"));
  // The server is asked anew by whoever listens to this: the check, the streams of runs.
  setLocale(locale);
}

/** The name that `now` has for the network that `before` calls `name`; null where it is no preset's name. */
export function presetName(before: Catalog, now: Catalog, name: string): string | null {
  const known = before.presets.find(({ spec }) => spec.name === name);
  return now.presets.find((preset) => preset.name === known?.name)?.spec.name ?? null;
}

/** Asks for the catalog in the new language; where it cannot be had, the old one stays. */
async function exchangeCatalog(): Promise<void> {
  const before = catalogStore.getState().catalog;
  if (before === null) return; // It is being asked for, over and over.
  const now = await loadCatalog();
  const { name } = specOf(documentStore.getState());
  if (now === null || name === undefined) return;
  const translated = presetName(before, now, name);
  if (translated !== null && translated !== name) retitle(translated);
}

/** Speaks the page's language everywhere, now and after each change. Returns the end of it. */
export function followLanguage(): () => void {
  speakFrom(currentLocale());
  return onLocale((locale) => {
    speakFrom(locale);
    void exchangeCatalog();
  });
}
