/** The part of the platform's decoder that is used here; browsers, Node and workers all have it. */
export interface PlatformDecoder {
  decode(bytes: Uint8Array): string;
}

declare const TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => PlatformDecoder;

/** The platform's decoder of an encoding; a byte order mark is a character like others. */
export const decoderOf = (label: 'utf-8' | 'utf-16le'): PlatformDecoder =>
  new TextDecoder(label, { ignoreBOM: true });
