/**
 * Sentences that are kept before they are shown: in a store, say. They are put into words when they are
 * shown, so that they change with the language.
 */
import type { ParseKeys } from "i18next";
import { useTranslation } from "react-i18next";
import { type Namespace, words } from "./speaking";

/** Every phrase by its namespace and path: "run:changed.restart". */
export type PhraseKey = {
  [Name in Namespace]: `${Name}:${ParseKeys<Name>}`;
}[Namespace];

/** A phrase of the page, with its figures. */
export interface Phrase {
  readonly key: PhraseKey;
  readonly figures?: Readonly<Record<string, string | number>>;
}

/** A phrase of the page, or a sentence of the server's in the language that it was asked in. */
export type Message = Phrase | string;

/** What stands in the way of something, and the mend where there is one. */
export interface Trouble {
  readonly message: Message;
  readonly hint: Message | null;
}

/** Puts a message into words. Keys and figures were matched where the phrase was made, not here. */
export function inWords(message: Message): string {
  if (typeof message === "string") return message;
  const translate = words.t as unknown as (key: string, figures?: object) => string;
  return translate(message.key, message.figures);
}

/** `inWords` for a component, which is drawn again when the language changes. */
export function useInWords(): (message: Message) => string {
  useTranslation(undefined, { i18n: words });
  return inWords;
}
