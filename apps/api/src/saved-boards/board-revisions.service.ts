import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mongo } from 'mongoose';
import {
  readSavedBoard,
  type SavedBoard,
  saveChanges,
  savedDealsOf,
  savedProjection,
  storedBoardOf,
} from '@app/domain';
import { nextChange, Revisions, type Settled } from '../database/revisions.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { type BoardPlace, kindOf, nameOf, placeNamed } from './board-place.js';
import type { BoardVersionDocument } from './board-version-document.js';
import { BoardVersionsRepository } from './board-versions.repository.js';
import { SavedBoardsRepository } from './saved-boards.repository.js';
import { fingerprintOf, NOTHING, type StoredBoard } from './stored-board.js';

/** A board at one moment. */
export type BoardState = Settled<StoredBoard, BoardVersionDocument>;

/** What makes a new version, beside the board itself. */
export type VersionDraft = Pick<BoardVersionDocument, 'kind' | 'note' | 'restored_version'>;

const ATTEMPTS = 50;

/** Revisions of saved boards: each is a version first, then stored for everybody who reads the collections. */
@Injectable()
export class BoardRevisionsService
  extends Revisions<StoredBoard, BoardVersionDocument>
  implements OnModuleInit
{
  constructor(
    private readonly startup: Startup,
    private readonly boards: SavedBoardsRepository,
    private readonly versions: BoardVersionsRepository,
  ) {
    super(versions, {
      name: 'this board',
      label: (board) => `the board ${board}`,
      read: (board) => boards.read(placeNamed(board)),
      isMadeOn: (stored, { kind, made_on }) => kind !== 'found' && made_on === stored.fingerprint,
      bringIn: (version) => this.bringIn(version),
    });
  }

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.recovery, 'settling interrupted saves of boards', async () => {
      for (const board of await this.versions.boards()) await super.settled(board);
    });
  }

  /**
   * As it is now. What other software stored since becomes a version of its own: whoever looked at the board before is
   * then known to be behind.
   */
  override async settled(board: string): Promise<BoardState> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const state = await super.settled(board);
      if (isKnown(state)) return state;
      // A save that came between reading the history and reading the board is no write of other software.
      const newest = await this.versions.newest(board);
      if (newest?.id === state.newest?.id) await this.versions.add(foundIn(board, state));
    }
    throw new Error(`Others keep changing the board ${board}.`);
  }

  private async bringIn(version: BoardVersionDocument): Promise<void> {
    const place = placeNamed(version.board);
    let isExact = true;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const stored = await this.boards.read(place);
      // Gone on, or somebody who came next has brought it in.
      if (stored.fingerprint !== version.made_on) break;
      if (await this.boards.write(place, stored, version, isExact)) break;
      // Where the document is as it was read, its keys are in an order that cannot be asked for.
      isExact = (await this.boards.read(place)).fingerprint !== stored.fingerprint;
    }
    await this.versions.prune(version.board, version.revision);
  }
}

/** Whether what is stored is what the newest version says. */
const isKnown = ({ stored, newest }: BoardState): boolean =>
  newest === null ? stored.fingerprint === NOTHING.fingerprint : newest.stores === stored.fingerprint;

/** The version after a state. */
export function versionOf(
  place: BoardPlace,
  state: BoardState,
  board: SavedBoard,
  draft: VersionDraft & { by: string },
): BoardVersionDocument {
  const change = nextChange(state, draft.by);
  const preferences = storedBoardOf(board);
  return {
    ...change,
    ...draft,
    ...tellingOf(board, readSavedBoard(kindOf(place), state.stored.preferences)),
    _id: new mongo.ObjectId(),
    board: nameOf(place),
    preferences,
    made_on: state.stored.fingerprint,
    stores: fingerprintOf(preferences, change.at),
  };
}

function foundIn(board: string, state: BoardState): BoardVersionDocument {
  const { stored } = state;
  const found = readSavedBoard(kindOf(placeNamed(board)), stored.preferences);
  const change = nextChange(state, '');
  // When it was stored, as far as that can be.
  const at = stored.updatedAt && stored.updatedAt < change.at ? stored.updatedAt : change.at;
  return {
    ...change,
    at,
    ...tellingOf(found, readSavedBoard(found.kind, state.newest?.preferences)),
    kind: 'found',
    note: null,
    restored_version: null,
    board,
    preferences: storedBoardOf(found),
    made_on: '',
    stores: stored.fingerprint,
  };
}

/** By what people tell a version from the one before it. */
function tellingOf(
  board: SavedBoard,
  before: SavedBoard,
): Pick<BoardVersionDocument, 'deals' | 'hidden' | 'projected' | 'changes'> {
  const deals = savedDealsOf(board);
  return {
    deals: deals.length,
    hidden: deals.filter(({ hidden }) => hidden).length,
    projected: savedProjection(board),
    changes: saveChanges(before, board),
  };
}
