import fc from 'fast-check';
import {
  BSON,
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
  type Document,
} from 'mongodb';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const TYPED = { promoteValues: false, bsonRegExp: true } as const;

const scalar = fc.oneof(
  fc.integer().map((number) => new Int32(number)),
  fc.double().map((number) => new Double(number)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((number) => Long.fromBigInt(number)),
  fc.integer().map((number) => Decimal128.fromString(`${number}E-3`)),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array().map((bytes) => new Binary(bytes, 128)),
  fc.constantFrom(
    new UUID(),
    new MinKey(),
    new MaxKey(),
    new Code('x'),
    new BSONRegExp('^a', 'i'),
    new Timestamp(7n),
  ),
);
const name = fc.stringMatching(/^[a-z0-9]{1,4}$/);
const value = fc.letrec((tie) => ({
  value: fc.oneof({ weight: 4, arbitrary: scalar }, tie('array'), tie('document')),
  array: fc.array(tie('value'), { maxLength: 4 }),
  document: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
})).value;

describe('BSON types', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('come back as the same bytes, also after an update of their neighbours', async () => {
    const collection = server.collection();
    const property = fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 6 }), async (fields) => {
      const document = { _id: new ObjectId(), kept: { ...fields, list: [fields] } };
      await collection.insertOne(document);
      const stored = { _id: document._id };
      await collection.updateOne(stored, { $set: { 'kept.added': 1, other: true } });
      await collection.updateOne(stored, { $unset: { 'kept.added': '', other: '' } });
      const [raw] = await collection.find(stored, { raw: true }).toArray();
      expect(Buffer.from(raw as unknown as Uint8Array).equals(BSON.serialize(document))).toBe(true);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('keep their types when a number beside them changes', async () => {
    const collection = server.collection();
    const kept = {
      double: new Double(5),
      long: Long.fromString('9007199254740993'),
      int: new Int32(5),
      zero: new Double(-0),
    };
    await collection.insertOne({ kept, n: new Int32(1) });
    await collection.updateOne({}, { $inc: { n: 1, 'kept.int': 1 } });
    const [found] = await collection.find({}, TYPED).toArray();
    expect(found).toMatchObject({ kept: { ...kept, int: new Int32(6) }, n: new Int32(2) });
  });

  it.each<[Document, Document, Document]>([
    [new Int32(1), new Int32(2), new Int32(3)],
    [new Int32(1), new Double(0.5), new Double(1.5)],
    [new Int32(2147483647), new Int32(1), Long.fromNumber(2147483648)],
    [Long.fromString('9007199254740993'), new Int32(1), Long.fromString('9007199254740994')],
  ])('add up as MongoDB adds: %j + %j', async (before, step, after) => {
    const collection = server.collection();
    await collection.insertOne({ n: before });
    await collection.updateOne({}, { $inc: { n: step } } as Document);
    const [found] = await collection.find({}, TYPED).toArray();
    expect(found?.n).toEqual(after);
  });

  it('keep the order of number-like names', async () => {
    const collection = server.collection();
    const inner = new Map(['10', '2', 'b', '1'].map((key) => [key, 1]));
    await collection.insertOne({ inner });
    await collection.updateOne({}, { $set: { 'inner.0': 1 } });
    const [found] = await collection.find({}, { raw: true }).toArray();
    const names = BSON.onDemand.parseToElements(found as unknown as Uint8Array);
    expect(names).toHaveLength(2);
    const text = Buffer.from(found as unknown as Uint8Array).toString('latin1');
    const positions = ['\x1010\0', '\x102\0', '\x10b\0', '\x101\0', '\x100\0'].map((key) =>
      text.indexOf(key),
    );
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(positions).not.toContain(-1);
  });

  describe('order', () => {
    const ascending = [
      new MinKey(),
      null,
      new Double(NaN),
      new Double(-Infinity),
      Long.fromString('-9223372036854775808'),
      new Double(-1.5),
      new Int32(0),
      Decimal128.fromString('0.1'),
      new Double(0.1),
      new Int32(5),
      Long.fromString('9007199254740992'),
      Long.fromString('9007199254740993'),
      Decimal128.fromString('1E6000'),
      new Double(Infinity),
      'B',
      'a',
      '\uffff',
      '😀',
      { a: 1 },
      { a: 1, b: 1 },
      { a: 'x' },
      new Binary(Buffer.from([9])),
      new Binary(Buffer.from([1, 1])),
      new ObjectId('000000000000000000000001'),
      false,
      true,
      new Date(-5),
      new Date(5),
      new Timestamp(5n),
      new BSONRegExp('a'),
      new MaxKey(),
    ];

    it.each(['without an index', 'with an index'])('is MongoDB’s across types, %s', async (indexed) => {
      const collection = server.collection<{ _id: number; v: unknown }>();
      const shuffled = ascending
        .map((v, _id) => ({ _id, v }))
        .toSorted((a, b) => ((a._id * 7) % 31) - ((b._id * 7) % 31));
      if (indexed === 'with an index') await collection.createIndex({ v: 1 });
      await collection.insertMany(shuffled);
      const found = await collection.find().sort({ v: 1 }).toArray();
      expect(found.map(({ _id }) => _id)).toEqual(ascending.map((_, index) => index));
    });

    it.each([
      [{ v: { $gt: 1 } }, 5],
      [{ v: { $lt: 1 } }, 6],
      [{ v: { $gte: 'a' } }, 3],
      [{ v: { $lt: { a: 2 } } }, 2],
      [{ v: { $gt: new MinKey() } }, 30],
      [{ v: 9007199254740992 }, 1],
      [{ v: { $gt: new Date(0) } }, 1],
      [{ v: NaN }, 1],
      [{ v: { $lte: NaN } }, 1],
    ])('bounds %j to its type', async (filter, expected) => {
      const [plain, indexed] = [server.collection<{ v: unknown }>(), server.collection<{ v: unknown }>()];
      await indexed.createIndex({ v: 1 });
      for (const collection of [plain, indexed]) {
        await collection.insertMany(ascending.map((v) => ({ v })));
        expect(await collection.countDocuments(filter as Document)).toBe(expected);
      }
    });

    it('sorts arrays by their smallest and largest element', async () => {
      const collection = server.collection<{ _id: number; v?: number[] | number }>();
      await collection.insertMany([
        { _id: 1, v: [3, 9] },
        { _id: 2, v: 5 },
        { _id: 3, v: [] },
        { _id: 4 },
        { _id: 5, v: [1, 6] },
      ]);
      const ids = async (direction: 1 | -1): Promise<number[]> =>
        (await collection.find().sort({ v: direction }).toArray()).map(({ _id }) => _id);
      expect(await ids(1)).toEqual([3, 4, 5, 1, 2]);
      expect(await ids(-1)).toEqual([1, 5, 2, 4, 3]);
    });
  });
});
