/** The part of the platform's decoder that is used here; browsers, Node and workers all have it. */
export interface PlatformDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

type DecoderClass = new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => PlatformDecoder;

declare const TextDecoder: DecoderClass;

/**
 * A decoder of the platform that throws a TypeError on bytes that are not of its encoding.
 *
 * @param label the encoding
 */
export const strictDecoder = (label: 'utf-8' | 'utf-16le'): PlatformDecoder =>
  new TextDecoder(label, { fatal: true, ignoreBOM: true });
