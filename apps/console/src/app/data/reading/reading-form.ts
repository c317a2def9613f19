import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import type { IngestionRun, RunReport } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { columnName } from '../run/column-names';
import type { Question } from '../run/question';
import { DATE_ORDER_NAMES } from '../run/date-order-names';
import {
  type ReadingChoices,
  type ReadingDraft,
  choicesOf,
  clashOf,
  draftOf,
  freeColumns,
  isOtherReading,
} from './reading-draft';
import { type ChosenColumn, ReadingColumns, type UnknownColumn } from './reading-columns';
import { READING } from './texts';

/** Lines among which a header may be. */
const LAST_HEADER_ROW = 20;
const SAMPLES = 3;

/** How the file of a run is written, as people say, and which columns its unknown headers are; reads it again. */
@Component({
  selector: 'app-reading-form',
  imports: [ReadingColumns],
  templateUrl: './reading-form.html',
  styleUrl: './reading-form.css',
})
export class ReadingForm {
  private readonly formats = inject(Formats);
  protected readonly texts = READING;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();
  readonly isBusy = input.required<boolean>();
  /** Why reading it again was refused; empty otherwise. */
  readonly failure = input.required<string>();
  /** What has to be answered first; null where nothing has. */
  readonly question = input<Question | null>(null);
  readonly again = output<ReadingChoices>();

  /** Begins anew with each reading; a run that is loaded again keeps what was chosen. */
  protected readonly draft = linkedSignal({
    source: computed(() => JSON.stringify([this.run().id, this.run().finished_at, this.run().reading])),
    computation: () => untracked(() => draftOf(this.run(), this.report())),
  });
  protected readonly isOther = computed(() => isOtherReading(this.draft(), this.run(), this.report()));
  /** Two headers for one column, said before the server refuses them. */
  protected readonly clash = computed(() => {
    const clash = clashOf(this.draft());
    return clash ? READING.clash(...clash.headers, columnName(clash.field)) : '';
  });

  /** The choices that make sense for this file, each with what was found. */
  protected readonly choices = computed((): Choice[] => {
    const { sheet_names, separator } = this.report();
    const isText = separator !== null;
    return [
      ...(sheet_names.length > 1 ? [this.sheets()] : []),
      ...(isText ? [this.separators()] : []),
      this.headerRows(),
      ...(isText && this.isOneByte() ? [this.encodings()] : []),
      this.dateOrders(),
    ];
  });
  protected readonly headers = computed((): UnknownColumn[] => {
    const [draft, run, report] = [this.draft(), this.run(), this.report()];
    return Object.entries(draft.columns).map(([header, field]) => ({
      header,
      field,
      isProposed: report.proposals.some((each) => each.header === header && each.field === field),
      samples: samplesOf(report, header),
      options: freeColumns(draft, header, run, report),
    }));
  });
  protected readonly unlisted = computed(() => {
    const { unknown_columns, unknown_columns_count } = this.report();
    const count = unknown_columns_count - unknown_columns.length;
    return count > 0 ? READING.others(this.formats.count(count)) : '';
  });

  protected change(name: Choice['name'], event: Event): void {
    this.draft.update((draft) => ({ ...draft, [name]: valueOf(event) }));
  }

  protected changeColumn({ header, field }: ChosenColumn): void {
    this.draft.update((draft) => ({ ...draft, columns: { ...draft.columns, [header]: field } }));
  }

  protected readAgain(): void {
    this.again.emit(choicesOf(this.draft(), this.run()));
  }

  private sheets(): Choice {
    const { sheet_name, sheet_names } = this.report();
    const options = sheet_names.map((name) => ({ value: name, label: name }));
    return { name: 'sheet', label: READING.sheet, automatic: sheet_name, options };
  }

  private separators(): Choice {
    const found = SEPARATORS[this.report().separator ?? ''];
    return {
      name: 'separator',
      label: READING.separator,
      automatic: found ? READING.separators[found].toLowerCase() : null,
      options: optionsOf(READING.separators),
    };
  }

  private headerRows(): Choice {
    const { header_row } = this.report();
    const options = Array.from({ length: LAST_HEADER_ROW }, (_, at) => String(at + 1));
    return {
      name: 'headerRow',
      label: READING.headerRow,
      automatic: header_row === null ? null : READING.row(String(header_row)).toLowerCase(),
      options: options.map((value) => ({ value, label: READING.row(value) })),
    };
  }

  private encodings(): Choice {
    const automatic = this.report().encoding;
    return { name: 'encoding', label: READING.encoding, automatic, options: optionsOf(READING.encodings) };
  }

  private dateOrders(): Choice {
    const orders = [...new Set(Object.values(this.report().date_orders))];
    const automatic = orders.length === 1 && orders[0] ? DATE_ORDER_NAMES[orders[0]] : null;
    return {
      name: 'dateOrder',
      label: READING.dateOrder,
      automatic,
      options: optionsOf(READING.dateOrders),
    };
  }

  /** What a Unicode file says of itself cannot be changed. */
  private isOneByte(): boolean {
    return this.run().reading.encoding !== null || !this.report().encoding.startsWith('utf');
  }
}

/** A choice of the form. */
interface Choice {
  name: Exclude<keyof ReadingDraft, 'columns'>;
  label: string;
  /** What the product found; null where that is no one thing. */
  automatic: string | null;
  options: { value: string; label: string }[];
}

const SEPARATORS: Readonly<Record<string, 'comma' | 'semicolon' | 'tab'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
};

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const valueOf = ({ target }: Event) => (target instanceof HTMLSelectElement ? target.value : '');

/** What the first rows have in a column, as far as they differ. */
function samplesOf({ first_rows: { header, rows } }: RunReport, name: string): string {
  const at = header.indexOf(name);
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  return at < 0 ? '' : [...new Set(cells)].slice(0, SAMPLES).join(' · ');
}
