import { describe, expect, it } from "vitest";
import { clampSize, PANEL_LIMITS, readPreferences, usualSize } from "./preferences";

describe("remembered panels", () => {
  it("are as usual where nothing was kept", () => {
    expect(readPreferences(null).sizes.palette).toBe(usualSize("palette"));
  });

  it("are read back", () => {
    const kept = JSON.stringify({ sizes: { palette: 250 }, hidden: { dock: true } });
    const preferences = readPreferences(kept);
    expect(preferences.sizes.palette).toBe(250);
    expect(preferences.hidden).toEqual({ palette: false, inspector: false, dock: true });
  });

  it.each(["{", "7", '{"sizes":{"dock":"wide"},"hidden":{"dock":1}}', '{"sizes":{"dock":null}}'])(
    "survive nonsense: %s",
    (text) => {
      expect(readPreferences(text)).toEqual(readPreferences(null));
    },
  );

  it("keep to their limits", () => {
    expect(clampSize("palette", 5)).toBe(PANEL_LIMITS.palette.least);
    expect(clampSize("palette", 5000)).toBe(PANEL_LIMITS.palette.most);
  });
});
