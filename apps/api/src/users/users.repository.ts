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

  /** By address, in any case. */
  async byEmail(email: string): Promise<Person | null> {
    const [newest] = newestFirst(await this.users.find({ email: inAnyCase(email) }).lean());
    return isUsable(newest) ? toPerson(newest) : null;
  }

  /** Everybody, super admins first, then by name. */
  async all(): Promise<Person[]> {
    const documents = newestFirst(await this.users.find().lean()).filter(isUsable);
    const people = firstOfEach(documents, ({ email }) => email.toLowerCase()).map(toPerson);
    return people.toSorted((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name));
  }

  async hasSuperAdmin(): Promise<boolean> {
    return (await this.users.exists({ role: 'super_admin' })) !== null;
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

  async promote(id: string): Promise<void> {
    await again(() => this.users.updateOne({ id }, { $set: { role: 'super_admin' } }));
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

const inAnyCase = (email: string): RegExp => new RegExp(`^${email.trim().replace(/[^\w@-]/g, '\\$&')}$`, 'i');

const isUsable = (document: Partial<UserDocument> | undefined): document is UserDocument =>
  typeof document?.id === 'string' && document.id !== '' && typeof document.email === 'string';
