/**
 * Closes a union: reached only when a kind was added and a place that tells kinds apart was forgotten.
 * @throws always
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected kind: ${JSON.stringify(value)}`);
}
