import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { ChangeLog } from '../database/change-log.js';
import { driverDatabase } from '../database/driver-database.js';
import type { TargetChangeDocument } from './target-change-document.js';

/** `target_changes`: every change of every view's targets. */
@Injectable()
export class TargetChangesRepository extends ChangeLog<'view_id', TargetChangeDocument> {
  constructor(@InjectConnection() connection: Connection) {
    super(() => driverDatabase(connection).collection<TargetChangeDocument>('target_changes'), 'view_id');
  }
}
