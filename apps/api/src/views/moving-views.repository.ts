import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { newestFirst } from '../database/newest-document.js';
import { toMove, type ViewMove } from './view-move.js';
import { VIEW_MODEL, type ViewDocument } from './view.schema.js';

/**
 * Documents of views on their way to another name, into the archive or out of it. They are handed on whole, whoever
 * wrote them. Each step names the move that it is of, so that a process which stood still changes nothing of a later one.
 */
@Injectable()
export class MovingViewsRepository {
  constructor(@InjectModel(VIEW_MODEL) private readonly model: Model<ViewDocument>) {}

  /** The document that counts for a view; null when it is gone. */
  async documentOf(id: string): Promise<ViewDocument | null> {
    return newestFirst(await this.views.find({ id }).toArray())[0] ?? null;
  }

  /** Notes what is about to happen. @returns false when something of the kind is under way */
  async begin(id: string, move: ViewMove): Promise<boolean> {
    const { matchedCount } = await again(() =>
      this.views.updateMany({ id, $or: [{ move: null }, { 'move.id': move.id }] }, { $set: { move } }),
    );
    return matchedCount > 0;
  }

  /** The view is where it goes: what it is called, and where its records are, in one write. */
  async made(id: string, move: ViewMove, fields: Partial<ViewDocument>): Promise<void> {
    const set = { ...fields, 'move.is_made': true };
    await again(() => this.views.updateMany({ id, 'move.id': move.id }, { $set: set }));
  }

  /** Nothing is left to be done. */
  async end(id: string, move: ViewMove): Promise<void> {
    await again(() => this.views.updateMany({ id, 'move.id': move.id }, { $unset: { move: '' } }));
  }

  /** A document that comes back; nothing where it is back already. @throws Error when its name is taken */
  async insert(document: ViewDocument): Promise<void> {
    await again(() =>
      this.views.updateOne({ id: document.id }, { $setOnInsert: document }, { upsert: true }),
    );
  }

  /** From now on nobody finds the view. */
  async remove(id: string, move: ViewMove): Promise<void> {
    await again(() => this.views.deleteMany({ id, 'move.id': move.id }));
  }

  /** Views that are on their way, by id. */
  async underWay(): Promise<Map<string, ViewMove>> {
    const found = await this.views.find({ move: { $exists: true } }).toArray();
    const moves = found.map(({ id, move }) => [id, toMove(move)] as const);
    return new Map(moves.flatMap(([id, move]) => (move ? [[id, move] as const] : [])));
  }

  private get views(): mongo.Collection<ViewDocument> {
    // Through mongoose, so that what is remembered of views is forgotten; a document of others is not cast.
    return this.model.collection as unknown as mongo.Collection<ViewDocument>;
  }
}
