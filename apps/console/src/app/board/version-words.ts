import type { BoardVersion } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import { BOARD_PANELS } from './texts';

/** By what people tell a version from the one before it: what it changed, and what it came to. */
export function versionWords(version: BoardVersion, formats: Formats): string {
  if (version.kind === 'reset') return '';
  const { versions } = BOARD_PANELS;
  const { deals, hidden, projected } = version;
  const parts = [
    changesIn(version, formats),
    projected === null
      ? versions.deals(formats.count(deals), formats.count(hidden))
      : versions.projected(formats.moneyShort(projected)),
  ];
  return parts.filter((words) => words !== '').join(' · ');
}

/** `3 moved, 1 hidden, probability of 2`; empty where it is not known. */
function changesIn({ changes }: BoardVersion, formats: Formats): string {
  if (changes === null) return '';
  const { changed, same } = BOARD_PANELS.versions;
  const words = KINDS.filter((kind) => changes[kind] > 0).map((kind) =>
    changed[kind](formats.count(changes[kind])),
  );
  return words.length === 0 ? same : words.join(', ');
}

const KINDS = ['moved', 'hidden', 'shown', 'weighed', 'added', 'removed'] as const;
