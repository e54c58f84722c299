/** One scalar over time, lossless: every value that was measured is kept, in typed arrays that grow. */

const firstCapacity = 1024;

export class ScalarSeries {
  private stepBuffer = new Uint32Array(firstCapacity);
  private valueBuffer = new Float32Array(firstCapacity);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** The steps at which `values` were measured, in order. A view: valid until the next append. */
  get steps(): Uint32Array {
    return this.stepBuffer.subarray(0, this.count);
  }

  get values(): Float32Array {
    return this.valueBuffer.subarray(0, this.count);
  }

  get lastStep(): number | null {
    return this.count === 0 ? null : (this.stepBuffer[this.count - 1] ?? null);
  }

  get lastValue(): number | null {
    return this.count === 0 ? null : (this.valueBuffer[this.count - 1] ?? null);
  }

  /** Append rows; NaN stands for "not measured in this row" and is passed over. */
  append(steps: Uint32Array, values: Float32Array): void {
    this.reserve(this.count + values.length);
    for (const [row, value] of values.entries()) {
      const step = steps[row];
      if (step === undefined || Number.isNaN(value)) continue;
      this.stepBuffer[this.count] = step;
      this.valueBuffer[this.count] = value;
      this.count += 1;
    }
  }

  /** The same rows, which stay as they are when more are appended here. */
  copy(): ScalarSeries {
    const copy = new ScalarSeries();
    copy.append(this.steps, this.values);
    return copy;
  }

  /** Put the rows in order of their steps; of equal steps the one appended first stays first. */
  sort(): void {
    const { steps, values } = this;
    if (steps.every((step, row) => row === 0 || step >= (steps[row - 1] ?? 0))) return;
    const rows = Uint32Array.from(steps.keys());
    rows.sort((one, other) => (steps[one] ?? 0) - (steps[other] ?? 0) || one - other);
    const sortedSteps = Uint32Array.from(rows, (row) => steps[row] ?? 0);
    const sortedValues = Float32Array.from(rows, (row) => values[row] ?? NaN);
    steps.set(sortedSteps);
    values.set(sortedValues);
  }

  private reserve(needed: number): void {
    if (needed <= this.stepBuffer.length) return;
    const capacity = Math.max(needed, this.stepBuffer.length * 2);
    const steps = new Uint32Array(capacity);
    const values = new Float32Array(capacity);
    steps.set(this.steps);
    values.set(this.values);
    this.stepBuffer = steps;
    this.valueBuffer = values;
  }
}
