/** Back through poolings: to the winner, or to all in equal shares. */
import { placeOf, type ReturnPass, type Slice, value, type Worked } from "./cases";
import { derivative, type Rule } from "./derivative";
import { factor } from "./latex";
import { valueTerms } from "./sums";
import {
  adaptiveIndices,
  adaptiveSpread,
  type Cell,
  type ImageShape,
  poolingIndices,
  poolingSpread,
} from "./windows";

function imageOf(slice: Slice): ImageShape {
  const [channels = 1, height = 1, width = 1] = slice.shape;
  return [channels, height, width];
}

/** The gradient goes to the value that was kept; of equal ones to the first, row by row. */
export const maxPooling: Rule = (pass, cell) => {
  const [input] = pass.inputs;
  if (input === undefined || pass.window === null) return null;
  const { window } = pass;
  const [image, output] = [imageOf(input), imageOf(pass.gradient)];
  const seenBy = poolingSpread(window, output, placeOf(cell, image) as unknown as Cell);
  const won = seenBy.filter((one) => {
    const places = poolingIndices(window, image, placeOf(one, output) as unknown as Cell);
    const values = valueTerms(places, input.values, -Infinity).x;
    return places[values.indexOf(Math.max(...values))] === cell;
  });
  const gradients = [...won].map((one) => value(pass.gradient.values, one));
  const lost = seenBy.length - won.length;
  return derivative(pass, cell, 0, {
    steps: [
      "\\textstyle\\sum_{i,j} \\frac{\\partial L}{\\partial y_{c,i,j}}\\, [x \\text{ won } (i,j)]",
      [...gradients.map(factor), ...(lost > 0 ? [`${lost} \\cdot 0`] : [])].join(" + ") || "0",
    ],
    computed: gradients.reduce((sum, g) => sum + g, 0),
    arriving: seenBy,
    scale: gradients.reduce((sum, g) => sum + Math.abs(g), 0),
  });
};

/** Every window that sees the pixel passes its share on. */
function averaged(
  pass: ReturnPass,
  cell: number,
  outputs: Int32Array,
  countOf: (output: number) => number,
): Worked {
  const shares = [...outputs].map((one) => value(pass.gradient.values, one) / countOf(one));
  const counts = new Set([...outputs].map(countOf));
  const [count = 1] = counts;
  const written = [...outputs].slice(0, 5).map((one) => factor(value(pass.gradient.values, one)));
  const sum = `${written.join(" + ")}${outputs.length > 5 ? " + \\cdots" : ""}` || "0";
  return derivative(pass, cell, 0, {
    steps: [
      "\\textstyle\\sum_{i,j} \\tfrac{1}{n} \\frac{\\partial L}{\\partial y_{c,i,j}}",
      counts.size > 1 ? shares.map(factor).join(" + ") : `\\tfrac{1}{${count}} (${sum})`,
    ],
    computed: shares.reduce((all, share) => all + share, 0),
    arriving: outputs,
    scale: shares.reduce((all, share) => all + Math.abs(share), 0),
  });
}

export const averagePooling: Rule = (pass, cell) => {
  const [input] = pass.inputs;
  if (input === undefined || pass.window === null) return null;
  const [height, width] = pass.window.kernel;
  const place = placeOf(cell, input.shape) as unknown as Cell;
  const outputs = poolingSpread(pass.window, imageOf(pass.gradient), place);
  return averaged(pass, cell, outputs, () => height * width);
};

export const adaptivePooling: Rule = (pass, cell) => {
  const [input] = pass.inputs;
  if (input === undefined) return null;
  const [image, output] = [imageOf(input), imageOf(pass.gradient)];
  const outputs = adaptiveSpread(image, output, placeOf(cell, image) as unknown as Cell);
  return averaged(
    pass,
    cell,
    outputs,
    (one) => adaptiveIndices(image, output, placeOf(one, output) as unknown as Cell).length,
  );
};
