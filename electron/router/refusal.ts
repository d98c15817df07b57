import type { CallError, ErrorCode } from '#shared/contract/errors.ts';

/** A handler's answer that something cannot be done; becomes the error of the call, and its writes are undone. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly data: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, data?: Record<string, unknown>) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.data = data;
  }

  /** The refusal as the contract writes it. */
  toError(): CallError {
    return { code: this.code, message: this.message, ...(this.data ? { data: this.data } : {}) };
  }
}

/** @throws Refusal `not_found`, when the value is missing */
export function found<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Refusal('not_found', `${what} not found`, { what });
  return value;
}

/** @throws Refusal `not_found`, when a write met no row */
export function assertFound(done: boolean, what: string): void {
  found(done ? true : null, what);
}
