/**
 * Whether bytes are valid UTF-8: no stray or missing continuation, nothing spelled longer than needed, no surrogate.
 * The platform's decoder could tell only by throwing.
 */
export function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) at++;
    else {
      const length = characterLength(bytes, at);
      if (length === 0) return false;
      at += length;
    }
  }
  return true;
}

/* Bytes of the character that begins here with a byte from 0x80 on; 0 when none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || !isSecond(lead, bytes[at + 1] ?? 0)) return 0;
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function isSecond(lead: number, byte: number): boolean {
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= least && byte <= most;
}
