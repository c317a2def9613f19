/** A session that exists and has not expired. */
export interface LiveSession {
  readonly id: string;
  readonly userId: string;
  /** SHA-256 of the cookie's token, hex: what the database holds. */
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Browser and system in words; null where they are not known. */
  readonly device: string | null;
  /** To some minutes. */
  readonly lastUsedAt: Date;
  /** Network address that it was last used from; null where it is not known. */
  readonly address: string | null;
}
