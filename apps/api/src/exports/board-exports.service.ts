import { Injectable } from '@nestjs/common';
import type { ExportBoard, ExportDuel } from '@app/contracts';
import {
  type BoardKind,
  columnsOfBoard,
  duelBetween,
  fold,
  isoDay,
  readSavedBoard,
  type SavedBoard,
} from '@app/domain';
import { BoardMakingService } from '../boards/board-making.service.js';
import { AnswersService } from '../questions/answers.service.js';
import { clockOf } from '../questions/question-parameters.js';
import { refusedField } from '../refusals/refusal.js';
import { DealsService } from '../sales-records/deals.service.js';
import { refuseFaults } from '../saved-boards/board-faults.js';
import type { StoredView } from '../views/stored-view.js';
import { type BoardPart, boardTable } from './board-table.js';
import { duelTable } from './duel-table.js';
import { checkRows, EXPORT_FORMATS } from './export-formats.js';
import type { FileArguments } from './export-parameters.js';
import type { Export } from './exports.service.js';
import { fileName, onlyOf } from './file-name.js';

/** What the sheet of a workbook is called. */
const TITLES: Readonly<Record<BoardKind, string>> = {
  projections: 'Closing Projections',
  pipeline: 'Deal Pipeline',
};

/** Boards as files: also one that is not saved yet. */
@Injectable()
export class BoardExportsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly deals: DealsService,
    private readonly boards: BoardMakingService,
  ) {}

  async of(
    view: StoredView,
    board: BoardKind,
    { preferences, column, owner, name }: ExportBoard,
    query: FileArguments<'board'>,
  ): Promise<Export> {
    const saved = savedOf(board, 'preferences', preferences);
    const part = partOf(board, { column, owner, name }, view);
    const clock = clockOf(query.asOf, await this.answers.defaults());
    const format = EXPORT_FORMATS[query.format];
    const made = await this.deals.steadily(view, (snapshot) => this.boards.of(snapshot, board, saved, clock));
    const table = boardTable(made, part);
    checkRows(format, table.rows);
    return {
      name: fileName(view.name, board, name ?? '', column ?? '', onlyOf(owner ?? []), isoDay(clock.asOf)),
      sheet: TITLES[board],
      format,
      table,
    };
  }

  /** Two boards of Closing Projections over the same data. */
  async ofDuel(
    view: StoredView,
    { left, right, owner, ...called }: ExportDuel,
    query: FileArguments<'board'>,
  ): Promise<Export> {
    const sides = [savedOf('projections', 'left', left), savedOf('projections', 'right', right)] as const;
    const isShown = ofOwners(owner);
    const clock = clockOf(query.asOf, await this.answers.defaults());
    const format = EXPORT_FORMATS[query.format];
    const duel = await this.deals.steadily(view, async (snapshot) => {
      const one = await this.boards.of(snapshot, 'projections', sides[0], clock);
      const other = await this.boards.of(snapshot, 'projections', sides[1], clock);
      return duelBetween(one, other, (deal) => isShown(deal.owner));
    });
    const names = [called.left_name ?? 'Left', called.right_name ?? 'Right'] as const;
    const table = duelTable(duel, { names, hasViews: view.isMaster });
    checkRows(format, table.rows);
    const given = [called.left_name, called.right_name].filter((each) => each != null);
    const parts =
      given.length === 0 ? ['duel'] : given.flatMap((each, at) => (at === 0 ? each : ['against', each]));
    const name = fileName(view.name, ...parts, onlyOf(owner ?? []), isoDay(clock.asOf));
    return { name, sheet: parts.join(' '), format, table };
  }
}

/** @param field of the body, which faults are named by */
function savedOf(
  board: BoardKind,
  field: string,
  preferences: Readonly<Record<string, unknown>> | null,
): SavedBoard | null {
  if (preferences === null) return null;
  refuseFaults(preferences, field);
  return readSavedBoard(board, preferences);
}

function partOf(
  board: BoardKind,
  { column, owner, name }: Omit<ExportBoard, 'preferences'>,
  view: StoredView,
): BoardPart {
  const all = columnsOfBoard(board).map(({ id }) => id);
  const columns = column === undefined || column === null ? all : all.filter((id) => id === column);
  if (columns.length === 0) throw refusedField('column', `column must be one of ${all.join(', ')}.`);
  const isShown = ofOwners(owner);
  return { columns, isShown, hasViews: view.isMaster, name: name ?? null };
}

/** Whether deals of an AE are wanted: names match folded, all of them without any. */
function ofOwners(owner: readonly string[] | null | undefined): (name: string | null) => boolean {
  const owners = owner?.length ? new Set(owner.map(fold)) : null;
  return (name) => owners?.has(fold(name ?? '')) ?? true;
}
