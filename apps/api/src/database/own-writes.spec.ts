import { EventEmitter } from 'node:events';
import type { Connection } from 'mongoose';
import { OwnWrites } from './own-writes.js';

describe('OwnWrites', () => {
  const heard: string[] = [];
  const connection = new EventEmitter();
  const ended = (collectionName: string, method: string): void => {
    connection.emit('operation-end', { collectionName, method });
  };

  beforeAll(() => {
    const writes = new OwnWrites(connection as Connection);
    writes.after('views', () => heard.push('views'));
    writes.after('views', () => heard.push('views again'));
    writes.after('users', () => heard.push('users'));
  });
  beforeEach(() => {
    heard.length = 0;
  });

  it.each(['find', 'findOne', 'aggregate', 'countDocuments', 'distinct'])('does not report %s', (method) => {
    ended('views', method);
    expect(heard).toEqual([]);
  });

  it.each(['updateOne', 'deleteMany', 'insertOne', 'bulkWrite', 'findOneAndUpdate', 'drop', 'unknown'])(
    'reports %s to everybody who remembers something of the collection',
    (method) => {
      ended('views', method);
      expect(heard).toEqual(['views', 'views again']);
    },
  );
});
