/** One animation frame for all pictures: whatever asked since the last frame is drawn in the next. */

const waiting = new Set<() => void>();
let isRequested = false;

function run(): void {
  isRequested = false;
  const due = [...waiting];
  waiting.clear();
  for (const draw of due) draw();
}

/** Draw with the next frame, once, however often it is asked for. A hidden page has no frames. */
export function requestFrame(draw: () => void): void {
  waiting.add(draw);
  if (isRequested) return;
  isRequested = true;
  requestAnimationFrame(run);
}

export function cancelFrame(draw: () => void): void {
  waiting.delete(draw);
}
