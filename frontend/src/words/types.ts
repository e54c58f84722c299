/** What a language has to say for its phrases to be complete, and how i18next knows them. */
import "i18next";
import type en from "./en";

/** Plural forms that Chinese has no use for: it has one, `_other`. */
type HasOneForm<Key> = Key extends `${string}_one` ? never : Key;

/** The same phrases in a language with a single plural form. */
export type Translated<Phrases> = {
  [Key in keyof Phrases as HasOneForm<Key>]: Phrases[Key] extends string
    ? string
    : Translated<Phrases[Key]>;
};

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: typeof en;
  }
}
