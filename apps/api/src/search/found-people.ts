import type { FoundPerson, PersonRole } from '@app/contracts';
import { fold } from '@app/domain';
import type { Dataset } from '../datasets/dataset.js';
import type { Spellings } from '../sales-records/deal-record.js';
import { meant } from './similar.js';

const ROLES: readonly PersonRole[] = ['owner', 'bdr'];

/** Collects people whose name is like some words, view by view: one entry a person. */
export class FoundPeople {
  private readonly people = new Map<string, FoundPerson & { isExact: boolean }>();

  constructor(private readonly words: string) {}

  /** @param viewId in which those of the datasets are found */
  lookAt(viewId: string, datasets: readonly Dataset[], spellings: Spellings): void {
    for (const role of ROLES) {
      for (const { set } of datasets) {
        const keys = set.names[role].names.keys.map((key) => key ?? '');
        const { found, isExact } = meant(keys, this.words);
        for (const at of found) {
          const key = keys[at] ?? '';
          const name = spellings[role].get(key) ?? key;
          this.add(key, { name, role, viewId, isExact });
        }
      }
    }
  }

  /** Those whose name begins with the words, then those that contain them, then those like them; each by name. */
  best(most: number): FoundPerson[] {
    return [...this.people.values()]
      .sort((one, other) => this.rank(one) - this.rank(other) || one.name.localeCompare(other.name))
      .slice(0, most)
      .map(({ name, roles, views }) => ({ name, roles, views }));
  }

  private rank({ name, isExact }: FoundPerson & { isExact: boolean }): number {
    return isExact ? Number(!fold(name).startsWith(fold(this.words))) : 2;
  }

  private add(
    key: string,
    { name, role, viewId, isExact }: { name: string; role: PersonRole; viewId: string; isExact: boolean },
  ): void {
    const person = this.people.get(key) ?? { name, roles: [], views: [], isExact };
    if (!person.roles.includes(role)) person.roles.push(role);
    if (!person.views.includes(viewId)) person.views.push(viewId);
    this.people.set(key, person);
  }
}
