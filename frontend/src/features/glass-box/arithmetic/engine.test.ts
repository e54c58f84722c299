// @vitest-environment node
/** What the page works out, held against what the scratch engine measured: every cell, every weight. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { decode } from "@msgpack/msgpack";
import { beforeAll, describe, expect, it } from "vitest";
import type { RunSpec } from "@/contracts";
import { decodeTrace, type ForwardNode, type Trace } from "@/transport/trace";
import { workBackward } from "./backward";
import { agrees, type Pass, type ReturnPass, sampleOf, sizeOf, value, type Worked } from "./cases";
import { workForward } from "./forward";
import { sampleLoss, workLoss } from "./loss";
import { workUpdate } from "./update";
import { weightShare, workWeight } from "./weights";

interface Case {
  name: string;
  spec: RunSpec;
  trace: Trace;
}

let cases: Case[] = [];

const project = process.cwd().replace(/\/frontend$/, "");

/** Has the engine train small runs of every kind, and takes their traces as the page would. */
beforeAll(() => {
  const own = `${project}/.venv/bin/python`;
  const python = process.env.PYTHON ?? (existsSync(own) ? own : "python3");
  const bytes = execFileSync(python, ["-m", "tests.support.traces"], {
    cwd: project,
    env: { ...process.env, PYTHONPATH: `${project}/backend` },
    maxBuffer: 64 * 1024 * 1024,
  });
  // A Buffer slices without copying, which a browser never does.
  const { traces } = decode(new Uint8Array(bytes)) as {
    traces: { spec: RunSpec; trace: Uint8Array }[];
  };
  cases = traces.map(({ spec, trace }) => ({
    name: [...spec.network.nodes.map(({ kind }) => kind), spec.loss.kind, spec.optimizer.kind].join(
      " ",
    ),
    spec,
    trace: decodeTrace(trace),
  }));
}, 120_000);

function passOf({ spec }: Case, node: ForwardNode, sample: number): Pass {
  return {
    kind: node.kind,
    settings: spec.network.nodes.find(({ id }) => id === node.node) ?? {},
    inputs: node.inputs.map(({ tensor }) => sampleOf(tensor, sample)),
    parameters: node.parameters,
    statistics: node.statistics,
    window: node.window,
    output: sampleOf(node.output, sample),
  };
}

function returnPassOf(one: Case, node: ForwardNode, sample: number): ReturnPass {
  const { trace, spec } = one;
  const back = trace.backward.find((other) => other.node === node.node);
  if (back === undefined) throw new Error(`no way back through ${node.node}`);
  const gradientOf = (name: string) =>
    trace.backward.find((other) => other.node === name)?.gradient ?? trace.inputGradient;
  return {
    ...passOf(one, node, sample),
    gradient: sampleOf(back.gradient, sample),
    inputGradients: node.inputs.map((input) => sampleOf(gradientOf(input.node), sample)),
    byParameter: Object.fromEntries(
      Object.entries(back.parameters).map(([name, { gradient }]) => [name, gradient]),
    ),
    batch: trace.batch,
    isFrozen: (spec.frozen ?? []).includes(node.node),
  };
}

/** How many nodes take a node's output: where there are more, its derivative is a sum of several. */
function takers({ trace }: Case, name: string): number {
  return trace.forward.flatMap(({ inputs }) => inputs).filter(({ node }) => node === name).length;
}

function expectAgreement(worked: Worked, where: string): void {
  if (agrees(worked, "float64")) return;
  expect.fail(`${where}: worked out ${worked.computed}, measured ${worked.measured}`);
}

// Some hundred thousand cells are worked out, which takes a slow machine longer than the usual test.
describe("the arithmetic of one cell", { timeout: 120_000 }, () => {
  it("comes to every output that the engine measured", () => {
    const kinds = new Set<string>();
    for (const one of cases) {
      for (const node of one.trace.forward) {
        for (let sample = 0; sample < one.trace.samples; sample += 1) {
          const pass = passOf(one, node, sample);
          for (let cell = 0; cell < sizeOf(pass.output.shape); cell += 1) {
            const worked = workForward(pass, cell);
            if (worked === null) expect.fail(`${node.kind} is not written`);
            expectAgreement(worked, `${one.name}: ${node.node}[${sample}][${cell}]`);
          }
        }
        kinds.add(node.kind);
      }
    }
    expect(kinds.size).toBe(27);
  });

  it("comes to every derivative by an input that the engine measured", () => {
    let compared = 0;
    for (const one of cases) {
      for (const node of one.trace.forward) {
        for (const [position, input] of node.inputs.entries()) {
          if (takers(one, input.node) > 1) continue;
          for (let sample = 0; sample < one.trace.samples; sample += 1) {
            const pass = returnPassOf(one, node, sample);
            const x = pass.inputs[position];
            for (let cell = 0; cell < sizeOf(x?.shape ?? []); cell += 1) {
              const worked = workBackward(pass, cell, position);
              // A mask cannot be read where the value was zero anyway.
              if (worked === null && node.kind === "dropout" && x?.values[cell] === 0) continue;
              if (worked === null) expect.fail(`${node.kind} is not written`);
              expectAgreement(worked, `${one.name}: by the input of ${node.node}[${cell}]`);
              compared += 1;
            }
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });

  it("adds up over the batch to every derivative by a weight", () => {
    for (const one of cases) {
      for (const node of one.trace.forward) {
        const passes = Array.from({ length: one.trace.samples }, (_, sample) =>
          returnPassOf(one, node, sample),
        );
        for (const [name, tensor] of Object.entries(passes[0]?.byParameter ?? {})) {
          for (let cell = 0; cell < tensor.values.length; cell += 1) {
            const worked = passes.map((pass) => workWeight(pass, name, cell));
            const shares = passes.map((pass) => weightShare(pass, name, cell) ?? Number.NaN);
            const sum = shares.reduce((all, share) => all + share, 0);
            const scale = worked.reduce((all, part) => all + (part?.scale ?? 0), 0);
            const measured = value(tensor.values, cell);
            const found = { computed: sum, measured, scale, lines: [], terms: null };
            expectAgreement(
              { ...found, inputs: [], parameters: {} },
              `${one.name}: by ${node.node}.${name}[${cell}]`,
            );
            expect(worked[0]?.computed).toBe(shares[0]);
          }
        }
      }
    }
  });

  it("comes to the loss and to its derivative by every output", () => {
    for (const one of cases) {
      const { trace, spec } = one;
      const last = trace.forward.at(-1);
      const first = trace.backward[0];
      if (last === undefined || first === undefined) throw new Error("an empty trace");
      let sum = 0;
      for (let sample = 0; sample < trace.samples; sample += 1) {
        const lossCase = {
          kind: spec.loss.kind,
          settings: spec.loss,
          output: sampleOf(last.output, sample),
          target: sampleOf(trace.targets, sample).values,
          gradient: sampleOf(first.gradient, sample),
          batch: trace.batch,
        };
        sum += sampleLoss(lossCase)?.value ?? Number.NaN;
        for (let cell = 0; cell < lossCase.output.values.length; cell += 1) {
          const worked = workLoss(lossCase, cell);
          if (worked === null) expect.fail(`${spec.loss.kind} is not written`);
          expectAgreement(worked, `${one.name}: the loss by output ${cell}`);
        }
      }
      expect(sum / trace.batch).toBeCloseTo(trace.loss ?? Number.NaN, 10);
    }
  });

  it("comes to every update that the engine made", () => {
    const rules = new Set<string>();
    for (const one of cases) {
      const { trace, spec } = one;
      for (const node of trace.backward) {
        const before = trace.forward.find((other) => other.node === node.node);
        for (const [name, parameter] of Object.entries(node.parameters)) {
          for (let cell = 0; cell < parameter.value.values.length; cell += 1) {
            const worked = workUpdate({
              optimizer: spec.optimizer,
              learningRate: trace.learningRate,
              step: trace.step,
              gradientNorm: trace.gradientNorm,
              weight: value(before?.parameters[name]?.values ?? [], cell),
              gradient: value(parameter.gradient.values, cell),
              remembered: Object.fromEntries(
                Object.entries(parameter.remembered).map(([kept, tensor]) => [
                  kept,
                  value(tensor.values, cell),
                ]),
              ),
              measured: value(parameter.update.values, cell),
              isFrozen: (spec.frozen ?? []).includes(node.node),
            });
            if (worked === null) expect.fail(`${spec.optimizer.kind} is not written`);
            expectAgreement(worked, `${one.name}: the update of ${node.node}.${name}[${cell}]`);
          }
        }
      }
      rules.add(spec.optimizer.kind);
    }
    expect(rules.size).toBe(8);
  });
});
