import type { TokenRight } from '@app/contracts';

/** A token that was not revoked; it may have expired. */
export interface LiveApiToken {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of what opens, hex: what the database holds. */
  readonly tokenHash: string;
  /** Ids of the views that it opens. */
  readonly views: readonly string[];
  readonly rights: readonly TokenRight[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date;
  /** To some minutes; null where it never was. */
  readonly lastUsedAt: Date | null;
  readonly address: string | null;
}
