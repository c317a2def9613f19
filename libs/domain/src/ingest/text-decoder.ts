/** The part of the platform's decoder that is used here; browsers, Node and workers all have it. */
export interface PlatformDecoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

interface DecoderOptions {
  readonly fatal?: boolean;
  readonly ignoreBOM?: boolean;
}

declare const TextDecoder: new (label: string, options: DecoderOptions) => PlatformDecoder;

/** The platform's decoder of an encoding; a byte order mark is an ordinary character. */
export const decoderOf = (label: 'utf-8' | 'utf-16le', options: DecoderOptions = {}): PlatformDecoder =>
  new TextDecoder(label, { ignoreBOM: true, ...options });
