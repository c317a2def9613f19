/** Where a hash begins (FNV-1a). */
export const FIRST_HASH = 0x811c_9dc5 | 0;

/** A hash after one more code unit or byte (FNV-1a). */
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x0100_0193);

/** A complete hash, mixed so that its lowest bits serve as a place in a table. */
export function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return half ^ (half >>> 13);
}

/**
 * 32 bits of a text.
 *
 * @param seed where the hash begins, such as with that of a text before it
 */
export function textHash(text: string, seed = FIRST_HASH): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = hashed(hash, text.charCodeAt(at));
  return mixed(hash);
}
