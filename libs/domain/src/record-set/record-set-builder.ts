import { textHash } from '../data-structures/text-hash.js';
import type { DealRow } from '../deal/deal.js';
import { fold } from '../normalise/fold.js';
import { dealValue, toCents } from '../normalise/money.js';
import type { Day } from '../period/day.js';
import { type Facts, factsOf, packFacts } from './facts.js';
import { GrowingColumn, narrowed } from './growing.js';
import { NamesBuilder } from './names.js';
import { type NameColumn, NO_DAY, type RecordSet } from './record-set.js';

const days = () => new GrowingColumn((length) => new Int32Array(length));
const amounts = () => new GrowingColumn((length) => new Float64Array(length));
const codes = () => new GrowingColumn((length) => new Uint32Array(length));
const named = () => ({ names: new NamesBuilder(), codes: codes(), spelled: codes() });

/**
 * Takes deals one by one, in the order of the dataset, and makes their columns. The caller keeps what it needs to
 * find a record again (such as ids) in the same order: position 0 is the first deal added.
 */
export class RecordSetBuilder {
  private readonly days = { discovery_date: days(), poa_date: days(), billing_start: days() };
  private readonly cents = {
    expected_mrr: amounts(),
    expected_arr: amounts(),
    pipeline: amounts(),
    value: amounts(),
  };
  private readonly names = { owner: named(), bdr: named(), product: named() };
  private readonly classes: Facts[] = [];
  private readonly classByPack = new Map<number, number>();
  private readonly classOf = codes();
  private readonly clients: string[] = [];
  private readonly clientHashes = new GrowingColumn((length) => new Int32Array(length));
  private readonly clientByKey = new Map<string, number>();
  private readonly clientOf = codes();
  private size = 0;
  private sizeOfAmounts = 0;

  /** Adds a deal at the next position. */
  add(deal: DealRow): void {
    this.size++;
    this.classOf.push(this.classCode(packFacts(deal)));
    this.clientOf.push(this.clientCode(fold(deal.client)));
    for (const field of ['discovery_date', 'poa_date', 'billing_start'] as const)
      this.days[field].push(dayOrNone(deal[field]));
    for (const field of ['expected_mrr', 'expected_arr', 'pipeline'] as const)
      this.addCents(field, deal[field]);
    this.addCents('value', dealValue(deal));
    for (const field of ['owner', 'bdr', 'product'] as const) this.addName(this.names[field], deal[field]);
  }

  /** The set of all deals added; the builder is not used afterwards. */
  build(): RecordSet {
    const { discovery_date, poa_date, billing_start } = this.days;
    const { expected_mrr, expected_arr, pipeline, value } = this.cents;
    return {
      size: this.size,
      classes: this.classes,
      classOf: narrowed(this.classOf.build(), this.classes.length),
      days: {
        discovery_date: discovery_date.build(),
        poa_date: poa_date.build(),
        billing_start: billing_start.build(),
      },
      cents: {
        expected_mrr: expected_mrr.build(),
        expected_arr: expected_arr.build(),
        pipeline: pipeline.build(),
        value: value.build(),
      },
      clients: this.clients,
      clientHashes: this.clientHashes.build(),
      clientOf: narrowed(this.clientOf.build(), this.clients.length),
      names: {
        owner: builtNames(this.names.owner),
        bdr: builtNames(this.names.bdr),
        product: builtNames(this.names.product),
      },
      isHuge: this.sizeOfAmounts > Number.MAX_SAFE_INTEGER,
    };
  }

  private classCode(packed: number): number {
    let code = this.classByPack.get(packed);
    if (code === undefined) {
      this.classByPack.set(packed, (code = this.classes.length));
      this.classes.push(factsOf(packed));
    }
    return code;
  }

  private clientCode(key: string): number {
    let code = this.clientByKey.get(key);
    if (code === undefined) {
      this.clientByKey.set(key, (code = this.clients.length));
      this.clients.push(key);
      this.clientHashes.push(textHash(key));
    }
    return code;
  }

  private addName({ names, codes: column, spelled }: ReturnType<typeof named>, name: string | null): void {
    const { code, spelling } = names.add(name);
    column.push(code);
    spelled.push(spelling);
  }

  private addCents(field: keyof RecordSetBuilder['cents'], amount: number | null): void {
    const cents = amount === null ? null : toCents(amount);
    this.cents[field].push(cents ?? Number.NaN);
    this.sizeOfAmounts += Math.abs(cents ?? 0);
  }
}

const dayOrNone = (day: Day | null) => day ?? NO_DAY;

function builtNames({ names, codes: column, spelled }: ReturnType<typeof named>): NameColumn {
  const most = names.spellings.reduce((count, { size }) => Math.max(count, size), 0);
  return {
    names: names.build(),
    codes: narrowed(column.build(), names.keys.length),
    spelled: most > 1 ? narrowed(spelled.build(), most) : null,
  };
}

/** The record set of some deals, in their order. */
export function recordSetOf(deals: Iterable<DealRow>): RecordSet {
  const builder = new RecordSetBuilder();
  for (const deal of deals) builder.add(deal);
  return builder.build();
}
