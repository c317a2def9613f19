import { Injectable } from '@nestjs/common';
import type { BoardVersion, BoardVersionContent } from '@app/contracts';
import {
  emptyBoard,
  readSavedBoard,
  sameStored,
  type SavedBoard,
  storedBoardOf,
  withKeptKeys,
} from '@app/domain';
import { type Author, NEVER, startingRevision } from '../database/author.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import { BoardChecksService } from './board-checks.service.js';
import { type BoardPlace, kindOf, nameOf } from './board-place.js';
import {
  BoardRevisionsService,
  type BoardState,
  type VersionDraft,
  versionOf,
} from './board-revisions.service.js';
import { type BoardVersionDocument, toBoardVersion } from './board-version-document.js';
import { BoardVersionsRepository } from './board-versions.repository.js';
import { PovAuditService } from './pov-audit.service.js';
import { boardMadeBy, boardOf, type CurrentBoard } from './current-board.js';

/** A board that somebody sends, and what they say of it. */
interface BoardToSave {
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly note?: string | null;
}

/** Saved boards, whoever's they are: read, saved, reset, and brought back. */
@Injectable()
export class SavedBoardsService {
  constructor(
    private readonly revisions: BoardRevisionsService,
    private readonly versions: BoardVersionsRepository,
    private readonly checks: BoardChecksService,
    private readonly audit: PovAuditService,
  ) {}

  async current(place: BoardPlace): Promise<CurrentBoard> {
    return boardOf(place, await this.revisions.settled(nameOf(place)));
  }

  /**
   * Saves a whole board.
   *
   * @returns the board that it made: somebody may have saved another one since, on a revision that the author of this
   * one has not seen
   * @throws Refusal when it makes no board, or the author looked at another revision
   */
  async save(
    place: BoardPlace,
    { preferences, note = null }: BoardToSave,
    author: Author,
  ): Promise<CurrentBoard> {
    const kind = kindOf(place);
    await this.checks.check(place, preferences);
    const board = readSavedBoard(kind, preferences);
    return this.change(place, author, { kind: 'save', note, restored_version: null }, board);
  }

  /** Back to the defaults: no deal is saved, keys that the product does not know stay. */
  async reset(place: BoardPlace, author: Author): Promise<void> {
    const draft = { kind: 'reset', note: null, restored_version: null } as const;
    await this.change(place, author, draft, emptyBoard(kindOf(place)));
  }

  /** Brings a version back, as a new one. */
  async restore(place: BoardPlace, id: string, author: Author): Promise<CurrentBoard> {
    const { preferences, note } = await this.versionOf(place, id);
    const draft = { kind: 'restore', note, restored_version: id } as const;
    return this.change(place, author, draft, readSavedBoard(kindOf(place), preferences));
  }

  /** The last versions, newest first. */
  async versionsOf(place: BoardPlace): Promise<BoardVersion[]> {
    await this.revisions.settled(nameOf(place));
    return (await this.versions.last(nameOf(place))).map(toBoardVersion);
  }

  async version(place: BoardPlace, id: string): Promise<BoardVersionContent> {
    const version = await this.versionOf(place, id);
    return { ...toBoardVersion(version), preferences: version.preferences };
  }

  private async versionOf(place: BoardPlace, id: string) {
    const version = await this.versions.one(nameOf(place), id);
    if (version) return version;
    throw new Refusal('absent', `This board has no version ${JSON.stringify(id)}: the last 50 are kept.`);
  }

  private async change(
    place: BoardPlace,
    author: Author,
    draft: VersionDraft,
    board: SavedBoard,
  ): Promise<CurrentBoard> {
    const made: { board?: CurrentBoard } = {};
    let before: BoardVersionDocument | null = null;
    const version = await this.revisions.change(nameOf(place), (state) => {
      const version = nextVersion(place, state, { author, draft, board });
      before = state.newest;
      made.board = version === null ? boardOf(place, state) : boardMadeBy(place, version);
      return version;
    });
    if (version) await this.audit.tell(place, before, version);
    return made.board ?? this.current(place);
  }
}

/** A board that somebody wants to be the next version. */
interface Wanted {
  readonly author: Author;
  readonly draft: VersionDraft;
  readonly board: SavedBoard;
}

/** Null when it is there already, such as when it is sent twice because the first answer was lost. */
function nextVersion(
  place: BoardPlace,
  state: BoardState,
  { author, draft, board }: Wanted,
): BoardVersionDocument | null {
  const start = startingRevision(author, state.revision);
  const before = readSavedBoard(kindOf(place), state.stored.preferences);
  const next = withKeptKeys(board, before);
  if (start !== NEVER && isSame(next, before) && isNothingNew(draft, state)) return null;
  if (start !== state.revision) throw moved(state);
  return versionOf(place, state, next, { ...draft, by: author.by });
}

const isSame = (board: SavedBoard, before: SavedBoard): boolean =>
  sameStored(storedBoardOf(board), storedBoardOf(before));

const isNothingNew = ({ note }: VersionDraft, { newest }: BoardState): boolean =>
  note === null || note === newest?.note;

function moved({ revision, newest }: BoardState): Refusal {
  const who = newest?.by ? `${newest.by} saved it` : 'other software wrote it';
  const when = newest ? `${who} on ${newest.at.toISOString()}` : 'nobody ever saved it';
  const message = `This board is at revision ${revision}: ${when}. Read it again, bring both together, and save on that revision.`;
  return refusedField('If-Match', message, 'outdated');
}
