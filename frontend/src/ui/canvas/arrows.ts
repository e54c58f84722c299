/** Arrow keys as steps to the right and down; null for every other key. */
export function arrowStep(key: string): readonly [across: number, down: number] | null {
  switch (key) {
    case "ArrowLeft":
      return [-1, 0];
    case "ArrowRight":
      return [1, 0];
    case "ArrowUp":
      return [0, -1];
    case "ArrowDown":
      return [0, 1];
    default:
      return null;
  }
}

/** `value` within 0 to `count` - 1. */
export function within(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
