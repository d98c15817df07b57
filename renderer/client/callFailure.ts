import type { ErrorCode } from '#shared/contract/errors.ts';

/** Codes of the contract, and the one that only the page can know: nobody answered. */
export type FailureCode = ErrorCode | 'unreachable';

/**
 * A call that was refused or could not be made. The sentence for people is `errors:<code>`
 * (see renderer/i18n/errorSentence.ts); `message` is English and for developers only.
 */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly code: FailureCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: FailureCode, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.data = data;
  }
}
