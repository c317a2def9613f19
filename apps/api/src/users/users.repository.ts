import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { again } from '../database/again.js';
import { firstOfEach, newestFirst } from '../database/newest-document.js';
import { type Person, toPerson } from './person.js';
import { USER_MODEL, type UserDocument } from './user.schema.js';
import { isDuplicateKey } from '../database/duplicate-key.js';

/** A user to be made, in the contract's fields. */
export type NewUser = Omit<UserDocument, '_id'>;

/** What of a user a super admin changes, in the contract's fields. */
export type ChangedUser = Partial<Pick<UserDocument, 'role' | 'view_access'>>;

const ATTEMPTS = 10;

/** People in the database. Of two documents about one person, the newest counts. */
@Injectable()
export class UsersRepository {
  constructor(@InjectModel(USER_MODEL) private readonly users: Model<UserDocument>) {}

  async byId(id: string): Promise<Person | null> {
    const [newest] = newestFirst(await this.users.find({ id }).lean());
    return isUsable(newest) ? toPerson(newest) : null;
  }

  /** Whether there is any document about the person, damaged or not. */
  async has(id: string): Promise<boolean> {
    return (await this.users.exists({ id })) !== null;
  }

  /**
   * By address, in any case. Where other software gave one id to two people, a session, which names the id, would be the
   * newer one's: nobody else is found by it.
   */
  async byEmail(email: string): Promise<Person | null> {
    const [newest] = newestFirst(await this.users.find({ email: inAnyCase(email) }).lean());
    if (!isUsable(newest)) return null;
    const person = await this.byId(newest.id);
    return person && isSameAddress(person.email, newest.email) ? person : null;
  }

  /** Whether there is any document with the address, damaged or not. */
  async hasAddress(email: string): Promise<boolean> {
    return (await this.users.exists({ email: inAnyCase(email) })) !== null;
  }

  /** Everybody, super admins first, then by name. */
  async all(): Promise<Person[]> {
    const documents = newestFirst(await this.users.find().lean()).filter(isUsable);
    const newest = firstOfEach(documents, ({ email }) => email.toLowerCase());
    const people = firstOfEach(newest, ({ id }) => id).map(toPerson);
    return people.toSorted((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name));
  }

  /** Those who can manage users. @param demoUser address of the demo user, who never can */
  async superAdmins(demoUser: string): Promise<Person[]> {
    const people = await this.all();
    return people.filter(({ role, email }) => role === 'super_admin' && !isSameAddress(email, demoUser));
  }

  /** Whether any super admin has ever come in. */
  async hasSuperAdminSignedIn(): Promise<boolean> {
    return (await this.users.exists({ role: 'super_admin', last_login: { $ne: null } })) !== null;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.users.exists({})) === null;
  }

  /** Makes the user unless one with the address exists. */
  async add(user: NewUser): Promise<void> {
    try {
      await again(() =>
        this.users.updateOne({ email: inAnyCase(user.email) }, { $setOnInsert: user }, { upsert: true }),
      );
    } catch (error) {
      // Somebody else has just made it.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** As {@link add}. @returns who has the address now @throws Error where what is there is damaged */
  async added(user: NewUser): Promise<Person> {
    await this.add(user);
    const person = await this.byEmail(user.email);
    if (!person) throw new Error('A user who has just been added is not there.');
    return person;
  }

  /** Whoever has one of some names in their access has this one, too. */
  alsoOpens(names: readonly string[], name: string): Promise<void> {
    return this.changeAccess(names, (access) => (access.includes(name) ? access : [...access, name]));
  }

  /** Takes names out of everybody's access that has another one in their place: no list becomes empty. */
  opensNoMore(names: readonly string[], instead: string): Promise<void> {
    const others = names.filter((each) => each !== instead);
    return this.changeAccess(others, (access) =>
      access.includes(instead) ? access.filter((each) => !others.includes(each)) : access,
    );
  }

  /** One by one, each on the list that was read: who changes somebody's access meanwhile is not overwritten. */
  private async changeAccess(
    names: readonly string[],
    change: (access: readonly string[]) => readonly string[],
  ): Promise<void> {
    for (let left = ATTEMPTS; ; left -= 1) {
      const found = await this.users.collection.find({ view_access: { $in: [...names] } }).toArray();
      let hasMissed = false;
      for (const { _id, view_access } of found) {
        // Something else than a list counts as none.
        const before = Array.isArray(view_access) ? (view_access as string[]) : [];
        const after = change(before);
        if (isDeepStrictEqual(after, before)) continue;
        const set = { $set: { view_access: after } };
        const { matchedCount } = await again(() =>
          this.users.collection.updateOne({ _id, view_access: before }, set),
        );
        hasMissed ||= matchedCount === 0;
      }
      if (!hasMissed) return;
      if (left === 0) throw new Error('Others keep changing who opens which view.');
    }
  }

  async promote(id: string): Promise<void> {
    await again(() => this.users.updateOne({ id }, { $set: { role: 'super_admin' } }));
  }

  /**
   * Writes fields of every document about the person: an older one comes up when a newer one is removed by other
   * software. Keys that we do not know stay.
   *
   * @param seen only where this is what the person opens still
   * @returns whether it was written
   */
  async change(person: Person, fields: ChangedUser, seen: readonly string[] | null = null): Promise<boolean> {
    const filter = about(person.id, person.email);
    if (seen !== null && !(await this.swap(filter, fields, seen))) return false;
    await again(() => this.users.updateMany(filter, { $set: fields }));
    return true;
  }

  private async swap(
    filter: ReturnType<typeof about>,
    fields: ChangedUser,
    seen: readonly string[],
  ): Promise<boolean> {
    // Also where it is what is wanted already: whose answer was lost finds their own write.
    const known = [seen, fields.view_access, ...(seen.length === 0 ? [null] : [])];
    const { matchedCount } = await again(() =>
      this.users.collection.updateOne({ $and: [filter, { view_access: { $in: known } }] }, { $set: fields }),
    );
    return matchedCount > 0;
  }

  /** Removes every document about the person. */
  async remove({ id, email }: Person): Promise<void> {
    await again(() => this.users.deleteMany(about(id, email)));
  }

  /** What the person is called and looks like, as somebody else who knows says; null leaves what is there. */
  async describe(
    id: string,
    { name, picture }: Pick<Person, 'picture'> & { name: string | null },
  ): Promise<void> {
    const known = Object.entries({ name, picture }).filter(([, value]) => value !== null);
    if (known.length > 0)
      await again(() => this.users.updateOne({ id }, { $set: Object.fromEntries(known) }));
  }

  async signedIn(id: string, at: Date): Promise<void> {
    await again(() => this.users.updateOne({ id }, { $set: { last_login: at } }));
  }
}

/** Another person may have the id, too; all documents with the address are this person's. */
const about = (id: string, email: string) => ({ $or: [{ email: inAnyCase(email) }, { id, email }] });

const isSameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const inAnyCase = (email: string): RegExp => new RegExp(`^${email.trim().replace(/[^\w@-]/g, '\\$&')}$`, 'i');

const isUsable = (document: Partial<UserDocument> | undefined): document is UserDocument =>
  typeof document?.id === 'string' && document.id !== '' && typeof document.email === 'string';
