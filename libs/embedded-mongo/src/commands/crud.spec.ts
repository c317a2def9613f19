import { Double, Int32, Long, ObjectId, type Document } from 'mongodb';
import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

type Row = Document & { _id: number };

describe('CRUD through the driver', () => {
  let server: TestServer;
  const rows = (): ReturnType<typeof server.collection<Row>> => server.collection<Row>();
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  describe('insert', () => {
    it('keeps the order of insertion and makes a missing _id', async () => {
      const collection = server.collection();
      await collection.insertMany([{ n: 3 }, { n: 1 }, { n: 2 }]);
      const found = await collection.find().toArray();
      expect(found.map(({ n }) => n as number)).toEqual([3, 1, 2]);
      expect(found.every(({ _id }) => _id instanceof ObjectId)).toBe(true);
    });

    it('stops at the first error when ordered, and names its position', async () => {
      const collection = rows();
      const error = await failure(collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
      expect(error).toMatchObject({ code: 11000, insertedCount: 1 });
      expect(error.writeErrors).toMatchObject([{ index: 1, code: 11000 }]);
      expect(await collection.distinct('_id')).toEqual([1]);
    });

    it('continues after an error when unordered', async () => {
      const collection = rows();
      const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }];
      const error = await failure(collection.insertMany(documents, { ordered: false }));
      expect((error.writeErrors as { index: number }[]).map(({ index }) => index)).toEqual([1, 3]);
      expect(await collection.distinct('_id')).toEqual([1, 2]);
    });

    it('applies unacknowledged writes in their order', async () => {
      const collection = rows();
      for (let index = 0; index < 20; index++) {
        await collection.insertOne({ _id: index }, { writeConcern: { w: 0 } });
      }
      await collection.insertOne({ _id: 99 });
      while ((await collection.countDocuments()) < 21)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(await collection.countDocuments()).toBe(21);
    });

    it('refuses an array as _id', async () => {
      const error = await failure(server.collection().insertOne({ _id: [1] as unknown as ObjectId }));
      expect(error).toMatchObject({ code: 53 });
    });
  });

  describe('find', () => {
    it('filters, sorts, skips, limits and projects', async () => {
      const collection = rows();
      await collection.insertMany([1, 2, 3, 4, 5].map((n) => ({ _id: n, x: n * 11, y: 'z' })));
      const found = collection
        .find({ _id: { $gt: 1 } }, { projection: { x: 1, _id: 0 } })
        .sort({ _id: -1 })
        .skip(1)
        .limit(2);
      expect(await found.toArray()).toEqual([{ x: 44 }, { x: 33 }]);
    });

    it('reads in batches', async () => {
      const collection = rows();
      await collection.insertMany(Array.from({ length: 250 }, (_, n) => ({ _id: n })));
      const ids = [];
      for await (const { _id } of collection.find({}, { batchSize: 7 })) ids.push(_id);
      expect(ids).toEqual(Array.from({ length: 250 }, (_, n) => n));
    });

    it.each([
      [{ a: null }, [1, 2]],
      [{ a: { $exists: false } }, [2]],
      [{ a: { $ne: null } }, [3, 4, 5, 6]],
      [{ a: { $gt: 4 } }, [3, 5]],
      [{ a: { $gte: 5, $lt: 6 } }, [3]],
      [{ a: { $in: ['five', /^x/] } }, [4]],
      [{ a: { $nin: [5, null] } }, [4, 5, 6]],
      [{ a: [7, 8] }, [5]],
      [{ a: 7 }, [5]],
      [{ 'a.b': 1 }, [6]],
      [{ a: { $type: 'number' } }, [3, 5]],
      [{ a: { $not: { $gt: 4, $lt: 6 } } }, [1, 2, 4, 5, 6]],
      [{ a: /FIVE/i }, [4]],
      [{ $or: [{ a: 5 }, { a: 'five' }] }, [3, 4]],
      [{ $expr: { $eq: ['$a', 5] } }, [3]],
    ])('answers %j', async (filter, expected) => {
      const collection = rows();
      await collection.insertMany([
        { _id: 1, a: null },
        { _id: 2 },
        { _id: 3, a: 5 },
        { _id: 4, a: 'five' },
        { _id: 5, a: [7, 8] },
        { _id: 6, a: [{ b: 1 }, { c: 2 }] },
      ]);
      const found = await collection.find(filter).toArray();
      expect(found.map(({ _id }) => _id)).toEqual(expected);
    });

    it('refuses what it does not know', async () => {
      const collection = rows();
      expect(await failure(collection.findOne({ a: { $options: 'i' } }))).toMatchObject({ code: 2 });
      const level = 'sometimes' as 'local';
      expect(await failure(collection.findOne({}, { readConcern: { level } }))).toMatchObject({ code: 2 });
      expect(await failure(collection.findOne({ a: { $foo: 1 } }))).toMatchObject({ code: 2 });
      expect(await failure(collection.findOne({ $where: 'true' }))).toMatchObject({ code: 238 });
      expect(await failure(collection.findOne({ a: { $size: 1 } }))).toMatchObject({ code: 238 });
      const greater = { $expr: { $gt: ['$a', 1] } };
      expect(await failure(collection.findOne(greater))).toMatchObject({
        code: 238,
        errmsg: 'The embedded server does not support $gt in an expression',
      });
      expect(await failure(collection.findOne({ $expr: { $eq: ['$a', '$$NOW'] } }))).toMatchObject({
        code: 238,
      });
      const slice = { projection: { a: { $slice: 1 } } };
      expect(await failure(collection.findOne({}, slice))).toMatchObject({ code: 238 });
      expect(await failure(collection.findOne({ a: 1 }, { showRecordId: true }))).toMatchObject({
        code: 238,
      });
      await collection.insertOne({ _id: 1 });
      expect(await failure(collection.findOne({ a: 1 }, { hint: 'none' }))).toMatchObject({ code: 2 });
    });
  });

  describe('update', () => {
    it.each([
      [{ $set: { 'a.b': 1 } }, { a: { b: 1 } }, {}],
      [{ $unset: { a: '' } }, {}, { a: 1 }],
      [{ $inc: { a: 2 } }, { a: 3 }, { a: 1 }],
      [{ $set: { 'a.2': 1 } }, { a: [0, null, 1] }, { a: [0] }],
      [{ $set: { 'a.$[]': 9 } }, { a: [9, 9] }, { a: [1, 2] }],
      [{ $setOnInsert: { a: 1 } }, { b: 1 }, { b: 1 }],
    ])('applies %j', async (update, expected, document) => {
      const collection = rows();
      await collection.insertOne({ _id: 1, ...document });
      await collection.updateOne({ _id: 1 }, update);
      expect(await collection.findOne()).toEqual({ _id: 1, ...expected });
    });

    it('counts what matched and what changed', async () => {
      const collection = rows();
      await collection.insertMany([
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
        { _id: 3, a: 2 },
      ]);
      const result = await collection.updateMany({ a: { $gte: 1 } }, { $set: { a: 2 } });
      expect(result).toMatchObject({ matchedCount: 3, modifiedCount: 1 });
    });

    it('upserts the values of the filter with those of the update', async () => {
      const collection = rows();
      const result = await collection.updateOne(
        { _id: 7, 'a.b': { $eq: 1 }, c: { $gt: 3 } },
        { $set: { d: 2 }, $setOnInsert: { e: 3 } },
        { upsert: true },
      );
      expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 7 });
      expect(await collection.findOne()).toEqual({ _id: 7, a: { b: 1 }, d: 2, e: 3 });
    });

    it('replaces all but _id', async () => {
      const collection = rows();
      await collection.insertOne({ _id: 1, a: 1, b: 2 });
      await collection.replaceOne({ a: 1 }, { c: 3 });
      expect(await collection.findOne()).toEqual({ _id: 1, c: 3 });
      expect(await failure(collection.replaceOne({ c: 3 }, { _id: 2 }))).toMatchObject({ code: 66 });
    });

    it('changes the elements that array filters choose', async () => {
      const collection = rows();
      await collection.insertOne({ _id: 1, y: [{ b: 3 }, { b: 1 }] });
      await collection.updateMany({}, { $set: { 'y.$[i].b': 2 } }, { arrayFilters: [{ 'i.b': 3 }] });
      expect(await collection.findOne()).toEqual({ _id: 1, y: [{ b: 2 }, { b: 1 }] });
      const error = await failure(
        collection.updateMany({}, { $set: { a: 2 } }, { arrayFilters: [{ 'i.b': 3 }] }),
      );
      expect(error).toMatchObject({ code: 9 });
    });

    it('runs a pipeline and keeps what it does not touch as it was stored', async () => {
      const collection = rows();
      await collection.insertOne({ _id: 1, whole: new Double(5), a: 1 });
      await collection.updateOne({}, [{ $set: { b: { $add: ['$a', 1] } } }, { $unset: 'a' }]);
      const [found] = await collection.find({}, { promoteValues: false }).toArray();
      expect(found).toEqual({ _id: new Int32(1), whole: new Double(5), b: new Int32(2) });
    });

    it.each([
      [{ $set: { _id: 2 } }, 66],
      [{ $foo: { a: 1 } }, 9],
      [{ $set: { a: 1 }, $inc: { a: 1 } }, 40],
      [{ $set: { 'text.b': 1 } }, 28],
      [{ $inc: { text: 1 } }, 14],
      [{ $set: { 'a..b': 1 } }, 56],
      [{ $set: { 'a.$x': 1 } }, 52],
      [{ $push: { text: 1 } }, 238],
      [{ $set: { 'a.$': 1 } }, 238],
    ])('refuses %j with code %d', async (update, code) => {
      const collection = rows();
      await collection.insertOne({ _id: 1, text: 'a' });
      const error = await failure(collection.updateOne({ _id: 1 }, update as never));
      expect(error).toMatchObject({ code });
      expect(await collection.findOne()).toEqual({ _id: 1, text: 'a' });
    });
  });

  describe('delete', () => {
    it('deletes one or all', async () => {
      const collection = rows();
      await collection.insertMany([
        { _id: 1, a: 1 },
        { _id: 2, a: 1 },
        { _id: 3, a: 1 },
      ]);
      expect(await collection.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
      expect(await collection.deleteMany({ a: 1, _id: { $lt: 3 } })).toMatchObject({ deletedCount: 1 });
      expect(await collection.distinct('_id')).toEqual([3]);
    });
  });

  describe('findAndModify', () => {
    it('returns the document before or after', async () => {
      const collection = rows();
      await collection.insertMany([
        { _id: 1, x: 1 },
        { _id: 2, x: 2 },
      ]);
      const options = { sort: { x: -1 } as const };
      expect(await collection.findOneAndUpdate({}, { $inc: { x: 1 } }, options)).toEqual({ _id: 2, x: 2 });
      expect(
        await collection.findOneAndUpdate({}, { $inc: { x: 1 } }, { ...options, returnDocument: 'after' }),
      ).toEqual({ _id: 2, x: 4 });
      expect(await collection.findOneAndReplace({ _id: 1 }, { y: 1 }, { projection: { _id: 0 } })).toEqual({
        x: 1,
      });
      expect(await collection.findOneAndDelete({ _id: 1 })).toEqual({ _id: 1, y: 1 });
      expect(await collection.findOneAndDelete({ _id: 1 })).toBeNull();
    });

    it('upserts', async () => {
      const collection = rows();
      expect(await collection.findOneAndUpdate({ _id: 5 }, { $set: { a: 1 } }, { upsert: true })).toBeNull();
      const replaced = await collection.findOneAndReplace(
        { _id: 6 },
        { b: 1 },
        { upsert: true, returnDocument: 'after' },
      );
      expect(replaced).toEqual({ _id: 6, b: 1 });
    });
  });

  describe('aggregate, count and distinct', () => {
    it('chooses, orders, reshapes and counts', async () => {
      const deals = rows();
      await deals.insertMany([
        { _id: 1, owner: 1, arr: 10 },
        { _id: 2, owner: 1, arr: 5 },
        { _id: 3, owner: 2, arr: 1 },
      ]);
      const stages = [{ $sort: { arr: 1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { arr: 1 } }];
      expect(await deals.aggregate(stages).toArray()).toEqual([{ _id: 2, arr: 5 }]);
      expect(await deals.countDocuments({ owner: 1 })).toBe(2);
      expect(await deals.countDocuments({ owner: 9 })).toBe(0);
      expect(await deals.estimatedDocumentCount()).toBe(3);
    });

    it('compares ids in expressions', async () => {
      const collection = server.collection();
      const [a, b] = [new ObjectId(), new ObjectId()];
      await collection.insertMany([{ k: a }, { k: b }, { k: a }]);
      expect(await collection.countDocuments({ $expr: { $eq: ['$k', a] } })).toBe(2);
    });

    it('refuses stages and numbers that it would get wrong', async () => {
      const collection = rows();
      await collection.insertOne({ _id: 1, big: Long.fromString('9007199254740993') });
      expect(await failure(collection.aggregate([{ $out: 'x' }, { $limit: 1 }]).toArray())).toMatchObject({
        code: 40601,
      });
      const twoInOne = collection.aggregate([{ $match: {}, $limit: 1 }]).toArray();
      expect(await failure(twoInOne)).toMatchObject({ code: 40323 });
      for (const stage of [
        { $foo: 1 },
        { $group: { _id: '$big' } },
        { $set: { more: { $add: ['$big', 1] } } },
      ]) {
        expect(await failure(collection.aggregate([stage]).toArray())).toMatchObject({ code: 238 });
      }
    });

    it('returns distinct values, also those in arrays', async () => {
      const collection = rows();
      await collection.insertMany([
        { _id: 1, a: [1, 2] },
        { _id: 2, a: new Double(2) },
        { _id: 3, a: { b: 1 } },
        { _id: 4 },
      ]);
      expect(await collection.distinct('a')).toEqual([1, 2, { b: 1 }]);
    });
  });

  it('counts a mixed bulk', async () => {
    const collection = rows();
    await collection.insertOne({ _id: 1, a: 1 });
    const result = await collection.bulkWrite([
      { insertOne: { document: { _id: 2, a: 1 } } },
      { updateMany: { filter: { a: 1 }, update: { $inc: { a: 1 } } } },
      { replaceOne: { filter: { _id: 9 }, replacement: { a: 5 }, upsert: true } },
      { deleteOne: { filter: { _id: 1 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      modifiedCount: 2,
      upsertedCount: 1,
      deletedCount: 1,
      upsertedIds: { 2: 9 },
    });
  });

  it('passes the variables of `let` to $expr', async () => {
    const collection = rows();
    await collection.insertMany([
      { _id: 1, x: 1 },
      { _id: 2, x: 2 },
    ]);
    const filter = { $expr: { $eq: ['$_id', '$$id'] } };
    expect(await collection.find(filter, { let: { id: 2 } }).toArray()).toEqual([{ _id: 2, x: 2 }]);
    await collection.updateOne(filter, [{ $set: { x: '$$x' } }], { let: { id: 1, x: 'new' } });
    expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, x: 'new' });
    expect(await collection.deleteMany(filter, { let: { id: 1 } })).toMatchObject({ deletedCount: 1 });
  });
});
