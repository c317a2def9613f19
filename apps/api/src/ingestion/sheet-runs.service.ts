import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IngestionRun } from '@app/contracts';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import {
  IngestionService,
  type NewRun,
  refuseMaster,
  refuseMerge,
  type StartedRun,
} from './ingestion.service.js';
import { NOTHING_SAID, type StoredRunReading } from './runs/run-reading.js';
import { parseSheetAddress, withScheme } from './sources/sheet-address.js';
import { SpoolService } from './spool.service.js';

/** A sheet of Google Sheets to bring in. */
export interface NamedSheet {
  /** As a person copied it. */
  readonly url: string;
  /** Name of its tab; null where nobody said. */
  readonly tab: string | null;
}

/** Who starts a run, and what of it. */
export interface SheetChoices {
  /** Address of a person, or the name of a job. */
  readonly startedBy: string;
  readonly isDryRun: boolean;
  readonly mode: IngestionRun['mode'];
  /** How it is told to read the sheet. */
  readonly reading?: StoredRunReading;
}

const NAME = 'Google Sheets';

/** Runs of sheets by their address. The sheet is fetched when the run has its turn, not before. */
@Injectable()
export class SheetRunsService {
  constructor(
    private readonly ingestion: IngestionService,
    private readonly spool: SpoolService,
  ) {}

  /**
   * Starts a run of the sheet that a view is set to.
   *
   * @param startedBy address of a person, or the name of a job
   * @throws Refusal (`conflict`) when the view has no sheet
   */
  async refresh(view: StoredView, startedBy: string, isDryRun = false): Promise<StartedRun> {
    return this.start(view, sheetOf(view), { startedBy, isDryRun, mode: 'replace' });
  }

  /**
   * A run of the sheet that a view is set to, for whoever starts it later.
   *
   * @throws Refusal as {@link refresh} does, and for an address that is none of a sheet of Google
   */
  prepare(view: StoredView, startedBy: string, id: string): NewRun & { id: string } {
    return this.newRun(view, sheetOf(view), { startedBy, isDryRun: false, mode: 'replace', id });
  }

  /**
   * Starts a run of a sheet.
   *
   * @throws Refusal for an address that is none of a sheet of Google
   */
  async start(view: StoredView, sheet: NamedSheet, choices: SheetChoices): Promise<StartedRun> {
    return this.ingestion.ask(this.newRun(view, sheet, { ...choices, id: randomUUID() }));
  }

  private newRun(
    view: StoredView,
    { url, tab }: NamedSheet,
    { startedBy, isDryRun, mode, reading = NOTHING_SAID, id }: SheetChoices & { id: string },
  ): NewRun & { id: string } {
    refuseMaster(view);
    refuseMerge(view, { mode });
    const address = parseSheetAddress(url);
    if (typeof address === 'string') throw refusedField('sheet_url', address, 'not_offered');
    return {
      view,
      id,
      startedBy,
      isDryRun,
      mode,
      source: { type: 'google_sheets', name: tab ?? NAME, url: withScheme(url), size: 0 },
      path: this.spool.pathOf(id),
      wanted: { address, tab },
      reading: { ...reading, sheet: tab },
    };
  }
}

function sheetOf(view: StoredView): NamedSheet {
  refuseMaster(view);
  const { sheetUrl: url, sheetName: tab } = view;
  if (url !== null) return { url, tab };
  throw new Refusal(
    'conflict',
    `${view.name} has no sheet to refresh from: upload a file, or have a super admin set the address of its sheet.`,
  );
}
