import { Injectable } from '@nestjs/common';
import type { ExportBoard, ExportDuel, WantedDeals } from '@app/contracts';
import {
  type BoardKind,
  columnsOfBoard,
  duelBetween,
  FILTER_FIELDS,
  filteredDeals,
  type Filters,
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
import { boardTable } from './board-table.js';
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
    { preferences, column, name, ...wanted }: ExportBoard,
    query: FileArguments<'board'>,
  ): Promise<Export> {
    const saved = savedOf(board, 'preferences', preferences);
    const filters = filtersOf(wanted);
    const columns = columnsOf(board, column);
    const part = { columns, isShown: filteredDeals(filters), hasViews: view.isMaster, name: name ?? null };
    const clock = clockOf(query.asOf, await this.answers.defaults());
    const format = EXPORT_FORMATS[query.format];
    const made = await this.deals.steadily(view, (snapshot) => this.boards.of(snapshot, board, saved, clock));
    const table = boardTable(made, part);
    checkRows(format, table.rows);
    return {
      name: fileName(
        view.name,
        board,
        name ?? '',
        column ?? '',
        onlyOf(valuesOf(filters)),
        isoDay(clock.asOf),
      ),
      sheet: TITLES[board],
      format,
      table,
    };
  }

  /** Two boards of Closing Projections over the same data. */
  async ofDuel(
    view: StoredView,
    { left, right, left_name, right_name, ...wanted }: ExportDuel,
    query: FileArguments<'board'>,
  ): Promise<Export> {
    const sides = [savedOf('projections', 'left', left), savedOf('projections', 'right', right)] as const;
    const filters = filtersOf(wanted);
    const clock = clockOf(query.asOf, await this.answers.defaults());
    const format = EXPORT_FORMATS[query.format];
    const duel = await this.deals.steadily(view, async (snapshot) => {
      const one = await this.boards.of(snapshot, 'projections', sides[0], clock);
      const other = await this.boards.of(snapshot, 'projections', sides[1], clock);
      return duelBetween(one, other, filteredDeals(filters));
    });
    const names = [left_name ?? 'Left', right_name ?? 'Right'] as const;
    const table = duelTable(duel, { names, hasViews: view.isMaster });
    checkRows(format, table.rows);
    const given = [left_name, right_name].filter((each) => each != null);
    const parts =
      given.length === 0 ? ['duel'] : given.flatMap((each, at) => (at === 0 ? each : ['against', each]));
    const name = fileName(view.name, ...parts, onlyOf(valuesOf(filters)), isoDay(clock.asOf));
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

function columnsOf(board: BoardKind, column: string | null | undefined): string[] {
  const all = columnsOfBoard(board).map(({ id }) => id);
  const columns = column === undefined || column === null ? all : all.filter((id) => id === column);
  if (columns.length === 0) throw refusedField('column', `column must be one of ${all.join(', ')}.`);
  return columns;
}

/** A filter that is left out, null or without values keeps every deal. */
const filtersOf = (wanted: WantedDeals): Filters =>
  Object.fromEntries(
    FILTER_FIELDS.flatMap((field) => (wanted[field]?.length ? [[field, wanted[field]]] : [])),
  );

const valuesOf = (filters: Filters): string[] => Object.values(filters).flat();
