/** Whether bytes begin with others. */
export function startsWith(bytes: Uint8Array, others: readonly number[]): boolean {
  return bytes.length >= others.length && others.every((byte, at) => bytes[at] === byte);
}
