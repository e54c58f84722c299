/** The keyboard's place among the cards. */

/** Gives the focus to a card once it is drawn. */
export function focusCard(id: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      cards()
        .find((card) => card.dataset.id === id)
        ?.focus({ preventScroll: true });
    });
  });
}

/** Goes to the card before or behind the one that has the focus; returns whether there is one. */
export function walk(from: Element, step: -1 | 1): boolean {
  const all = cards();
  const place = all.findIndex((card) => card === from);
  const next = place < 0 ? undefined : all[place + step];
  next?.focus({ preventScroll: true });
  return next !== undefined;
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".react-flow__node[tabindex]")];
}
