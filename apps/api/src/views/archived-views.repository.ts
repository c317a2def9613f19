import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';
import { toMove, type ViewMove } from './view-move.js';
import type { ViewDocument } from './view.schema.js';

/** A view that was deleted. */
export interface ArchivedViewDocument {
  id: string;
  name: string;
  /** What people's access calls it meanwhile, so that a new view of its name is not opened by them. */
  access_name: string;
  is_master: boolean;
  archived_at: Date;
  archived_by: string;
  /** Where its records are; null for a master, and where there never were any. */
  collection: string | null;
  /** As it stood in `views`. */
  document: ViewDocument;
  /** Until the last step of deleting or restoring it is done. */
  move?: ViewMove | null;
}

/** `archived_views`: what is needed to bring a deleted view back. */
@Injectable()
export class ArchivedViewsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Last deleted first. */
  all(): Promise<ArchivedViewDocument[]> {
    return this.archived.find({}).sort({ archived_at: -1, id: 1 }).toArray();
  }

  find(id: string): Promise<ArchivedViewDocument | null> {
    return this.archived.findOne({ id });
  }

  /** Keeps a view, or what has changed of it since it was kept. */
  async keep(archived: ArchivedViewDocument): Promise<void> {
    const { id } = archived;
    await again(() => this.archived.updateOne({ id }, { $set: archived }, { upsert: true }));
  }

  /** Notes that a view is about to come back. @returns false when that is under way already, or it is not there */
  async begin(id: string, move: ViewMove): Promise<boolean> {
    const idle = { id, $or: [{ move: null }, { 'move.id': move.id }] };
    const { matchedCount } = await again(() => this.archived.updateOne(idle, { $set: { move } }));
    return matchedCount > 0;
  }

  async end(id: string, move: ViewMove): Promise<void> {
    await again(() => this.archived.updateOne({ id, 'move.id': move.id }, { $unset: { move: '' } }));
  }

  async remove(id: string, move: ViewMove): Promise<void> {
    await again(() => this.archived.deleteOne({ id, 'move.id': move.id }));
  }

  /** Those that are on their way, by id. */
  async underWay(): Promise<Map<string, ViewMove>> {
    const found = await this.archived.find({ move: { $exists: true } }).toArray();
    const moves = found.map(({ id, move }) => [id, toMove(move)] as const);
    return new Map(moves.flatMap(([id, move]) => (move ? [[id, move] as const] : [])));
  }

  private get archived(): mongo.Collection<ArchivedViewDocument> {
    return driverDatabase(this.connection).collection<ArchivedViewDocument>('archived_views');
  }
}
