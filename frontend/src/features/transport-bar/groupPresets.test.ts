import { expect, it } from "vitest";
import type { Preset } from "@/contracts";
import { groupPresets } from "./groupPresets";

function preset(name: string, family: string): Preset {
  return { name, family, title: name, sentence: "" } as Preset;
}

const families = [
  { name: "first_steps", title: "First steps" },
  { name: "book", title: "The book" },
  { name: "full", title: "Architectures, full size" },
];

it("puts presets under their family, in the catalog's order", () => {
  const presets = [
    preset("vgg16", "full"),
    preset("digits", "first_steps"),
    preset("lenet", "full"),
  ];
  const groups = groupPresets(presets, families);
  expect(groups.map((group) => group.title)).toEqual(["First steps", "Architectures, full size"]);
  expect(groups.map((group) => group.presets.map((one) => one.name))).toEqual([
    ["digits"],
    ["vgg16", "lenet"],
  ]);
});

it("loses no preset whose family it does not know", () => {
  const groups = groupPresets(
    [preset("new", "sequences"), preset("digits", "first_steps")],
    families,
  );
  expect(groups.map((group) => group.title)).toEqual(["First steps", "sequences"]);
  expect(groups.flatMap((group) => group.presets)).toHaveLength(2);
});

it("has nothing to show before the catalog is here", () => {
  expect(groupPresets([], [])).toEqual([]);
});
