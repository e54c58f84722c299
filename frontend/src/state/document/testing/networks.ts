/** Networks for tests, built as their papers say and as the presets are. */
import type { NetworkNode } from "@/contracts";

type Inputs = string[] | undefined;

/** A network that grows by a node at a time, each taking the one before it unless told otherwise. */
class Nodes {
  readonly list: NetworkNode[] = [];

  get last(): string {
    return this.list.at(-1)?.id ?? "input";
  }

  add(kind: string, id?: string, inputs?: Inputs, settings: object = {}): string {
    const name = id ?? `${kind}_${this.list.length}`;
    this.list.push({ id: name, kind, ...(inputs === undefined ? {} : { inputs }), ...settings });
    return name;
  }

  convolution(id: string, width: number, kernel_size: number, stride = 1, inputs?: Inputs): string {
    this.add("conv2d", `${id}_conv`, inputs, { out_channels: width, kernel_size, stride });
    return this.add("batch_norm", `${id}_norm`);
  }
}

const BLOCKS: Record<number, number[]> = {
  18: [2, 2, 2, 2],
  34: [3, 4, 6, 3],
  50: [3, 4, 6, 3],
};

/** ResNet-18, -34 or -50. Source: He et al. 2016, table 1. */
export function resnet(layers: 18 | 34 | 50): NetworkNode[] {
  const nodes = new Nodes();
  const kernels = layers === 50 ? [1, 3, 1] : [3, 3];
  nodes.convolution("stem", 64, 7, 2);
  nodes.add("relu", "stem_relu");
  nodes.add("max_pool2d", "stem_pool", undefined, { kernel_size: 3, stride: 2, padding: 1 });
  BLOCKS[layers]?.forEach((count, stage) => {
    for (let number = 1; number <= count; number += 1) {
      const name = `layer${stage + 1}_${number}`;
      const source = nodes.last;
      const width = 64 * 2 ** stage;
      let end = source;
      kernels.forEach((kernel, place) => {
        const stride = number === 1 && stage > 0 && place === (layers === 50 ? 1 : 0) ? 2 : 1;
        end = nodes.convolution(
          `${name}_${place + 1}`,
          place === 2 ? width * 4 : width,
          kernel,
          stride,
        );
        if (place < kernels.length - 1) nodes.add("relu", `${name}_${place + 1}_relu`);
      });
      const projects = number === 1 && (stage > 0 || layers === 50);
      const skip = projects ? nodes.convolution(`${name}_skip`, width * 4, 1, 2, [source]) : source;
      nodes.add("add", `${name}_add`, [end, skip]);
      nodes.add("relu", `${name}_relu`);
    }
  });
  nodes.add("global_avg_pool2d", "pool");
  nodes.add("linear", "fc", undefined, { out_features: 1000 });
  return nodes.list;
}

/** VGG-16. Source: Simonyan and Zisserman 2015, table 1, configuration D. */
export function vgg16(): NetworkNode[] {
  const nodes = new Nodes();
  [2, 2, 3, 3, 3].forEach((count, stage) => {
    for (let number = 1; number <= count; number += 1) {
      const settings = { out_channels: 64 * 2 ** Math.min(stage, 3), kernel_size: 3, padding: 1 };
      nodes.add("conv2d", `conv${stage + 1}_${number}`, undefined, settings);
      nodes.add("relu", `relu${stage + 1}_${number}`);
    }
    nodes.add("max_pool2d", `pool${stage + 1}`, undefined, { kernel_size: 2 });
  });
  nodes.add("flatten", "flat1");
  for (const number of [1, 2]) {
    nodes.add("linear", `fc${number}`, undefined, { out_features: 4096 });
    nodes.add("relu", `fc_relu${number}`);
    nodes.add("dropout", `drop${number}`, undefined, { p: 0.5 });
  }
  nodes.add("linear", "fc3", undefined, { out_features: 1000 });
  return nodes.list;
}

/** GoogLeNet with batch normalisation, widths aside. Source: Szegedy et al. 2015, table 1. */
export function googlenet(): NetworkNode[] {
  const nodes = new Nodes();
  const unit = (id: string, width: number, kernel: number, stride = 1, inputs?: Inputs): string => {
    nodes.convolution(id, width, kernel, stride, inputs);
    return nodes.add("relu", `${id}_relu`);
  };
  const pool = (): string =>
    nodes.add("max_pool2d", undefined, undefined, { kernel_size: 3, stride: 2, padding: 1 });
  unit("stem1", 64, 7, 2);
  pool();
  unit("stem2", 64, 1);
  unit("stem3", 192, 3);
  for (const stage of [
    ["3a", "3b"],
    ["4a", "4b", "4c", "4d", "4e"],
    ["5a", "5b"],
  ]) {
    pool();
    stage.forEach((name, place) => {
      const source = nodes.last;
      const branches = [unit(`inception${name}_1x1`, 64 + place, 1, 1, [source])];
      unit(`inception${name}_3x3_reduce`, 96, 1, 1, [source]);
      branches.push(unit(`inception${name}_3x3`, 128, 3));
      unit(`inception${name}_5x5_reduce`, 16, 1, 1, [source]);
      branches.push(unit(`inception${name}_5x5`, 32, 3));
      nodes.add("max_pool2d", `inception${name}_pool`, [source], {
        kernel_size: 3,
        stride: 1,
        padding: 1,
      });
      branches.push(unit(`inception${name}_pool_1x1`, 32, 1));
      // The order of the branches is the reader's affair.
      nodes.add("concat", `inception${name}`, place % 2 === 0 ? branches : branches.toReversed());
    });
  }
  nodes.add("global_avg_pool2d", "pool");
  nodes.add("dropout", "drop1", undefined, { p: 0.2 });
  nodes.add("linear", "fc", undefined, { out_features: 1000 });
  return nodes.list;
}

/** A stack of these kinds, named after their place. */
export function stack(...kinds: string[]): NetworkNode[] {
  return kinds.map((kind, place) => ({ id: `n${place}`, kind }));
}
