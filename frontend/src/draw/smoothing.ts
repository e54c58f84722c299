/**
 * Exponential moving average, corrected for its start.
 *
 *     m_t = w m_(t-1) + (1 - w) x_t,    s_t = m_t / (1 - w^t)
 *
 * Without the division the line would begin at zero, far from what was measured.
 * Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, section 3.
 */
import { at } from "./array";

export class Smoother {
  private average = 0;
  private correction = 1;
  private done = 0;
  private output = new Float32Array(1024);

  /** @param weight of the past, 0 (no smoothing) to below 1 */
  constructor(readonly weight: number) {
    if (!(weight >= 0 && weight < 1)) {
      throw new RangeError(`weight: expected 0 to below 1, received ${weight}`);
    }
  }

  /** The smoothed line of `values`, which may only have grown since the last call. A view. */
  extend(values: ArrayLike<number>): Float32Array {
    if (values.length > this.output.length) {
      const larger = new Float32Array(Math.max(values.length, this.output.length * 2));
      larger.set(this.output.subarray(0, this.done));
      this.output = larger;
    }
    for (; this.done < values.length; this.done += 1) {
      const value = at(values, this.done);
      if (Number.isFinite(value)) {
        this.average = this.weight * this.average + (1 - this.weight) * value;
        this.correction *= this.weight;
      }
      // Before the first finite value there is nothing to average.
      this.output[this.done] = this.correction === 1 ? NaN : this.average / (1 - this.correction);
    }
    return this.output.subarray(0, this.done);
  }
}
