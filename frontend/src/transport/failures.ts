/**
 * Why something that was asked of the server failed. A refusal comes in the server's words, in the language
 * that was asked for; the other two have none, and whoever shows them puts them into words.
 *
 *     ApiError            the server refuses, and says why
 *     ├── Unreachable     no answer came
 *     └── Unexplained     an answer came that is not in the contract's shape
 */
import type { ErrorDetail } from "@/contracts";

export class ApiError extends Error {
  readonly code: string;
  readonly hint: string | null;
  readonly node: string | null;
  readonly field: string | null;
  /** The HTTP status, or 0 when no answer came. */
  readonly status: number;

  constructor(detail: ErrorDetail, status: number) {
    super(detail.message);
    this.name = new.target.name;
    this.code = detail.code;
    this.hint = detail.hint ?? null;
    this.node = detail.node ?? null;
    this.field = detail.field ?? null;
    this.status = status;
  }
}

const nowhere = { hint: null, node: null, field: null };

export class Unreachable extends ApiError {
  constructor(readonly path: string) {
    super({ ...nowhere, code: "unreachable", message: `No answer to ${path}.` }, 0);
  }
}

export class Unexplained extends ApiError {
  constructor(
    status: number,
    readonly path: string,
  ) {
    const message = `The answer ${String(status)} to ${path} is not in the contract's shape.`;
    super({ ...nowhere, code: "unexpected_answer", message }, status);
  }
}
