/** A session that exists and has not expired. */
export interface LiveSession {
  readonly id: string;
  readonly userId: string;
  /** SHA-256 of the cookie's token, hex: what the database holds. */
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
