import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

describe('the options of a collection', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());

  const validator = { amount: { $gte: 0 } };
  const db = () => server.client.db('spec');
  const optionsOf = async (name: string) => {
    const [found] = await db().listCollections({ name }).toArray();
    return found && 'options' in found ? found.options : undefined;
  };

  it('are listed, and go with the collection to its new name', async () => {
    await db().createCollection('made', { validator, validationLevel: 'moderate' });
    const options = { validator, validationLevel: 'moderate', validationAction: 'error' };
    expect(await optionsOf('made')).toEqual(options);
    await db().collection('made').rename('moved');
    expect(await optionsOf('moved')).toEqual(options);
    await db().collection('plain').insertOne({});
    expect(await optionsOf('plain')).toEqual({});
  });

  it('refuse what the validator does not match, in every kind of write', async () => {
    const rows = await db().createCollection<{ _id: number; amount: number }>('strict', { validator });
    await rows.insertOne({ _id: 1, amount: 5 });
    const refused = { code: 121 };
    expect(await failure(rows.insertOne({ _id: 2, amount: -1 }))).toMatchObject({
      ...refused,
      errInfo: { failingDocumentId: 2 },
    });
    expect(await failure(rows.updateOne({}, { $set: { amount: -1 } }))).toMatchObject(refused);
    expect(await failure(rows.findOneAndUpdate({}, { $inc: { amount: -9 } }))).toMatchObject(refused);
    const upsert = rows.updateOne({ _id: 3 }, { $set: { amount: -1 } }, { upsert: true });
    expect(await failure(upsert)).toMatchObject(refused);
    expect(await rows.find().toArray()).toEqual([{ _id: 1, amount: 5 }]);
  });

  it('hold for $out and $merge', async () => {
    const rows = await db().createCollection<{ _id: number; amount: number }>('target', { validator });
    await rows.insertOne({ _id: 1, amount: 5 });
    const source = server.collection();
    await source.insertOne({ amount: -1 });
    expect(await failure(source.aggregate([{ $merge: 'target' }]).toArray())).toMatchObject({ code: 121 });
    expect(await failure(source.aggregate([{ $out: 'target' }]).toArray())).toMatchObject({ code: 121 });
    expect(await rows.countDocuments()).toBe(1);
    await rows.aggregate([{ $match: { _id: 1 } }, { $out: 'target' }]).toArray();
    expect(await optionsOf('target')).toMatchObject({ validator });
  });

  it('are skipped on request, by "warn", by "off", and for documents that broke them before', async () => {
    const rows = await db().createCollection<{ _id: number; amount: number }>('loose', { validator });
    await rows.insertOne({ _id: 1, amount: -1 }, { bypassDocumentValidation: true });
    expect(await failure(rows.updateOne({ _id: 1 }, { $inc: { amount: -1 } }))).toMatchObject({ code: 121 });
    await db().command({ collMod: 'loose', validationLevel: 'moderate' });
    await rows.updateOne({ _id: 1 }, { $inc: { amount: -1 } });
    expect(await failure(rows.insertOne({ _id: 2, amount: -1 }))).toMatchObject({ code: 121 });
    await db().command({ collMod: 'loose', validationAction: 'warn' });
    await rows.insertOne({ _id: 2, amount: -1 });
    await db().command({ collMod: 'loose', validationAction: 'error', validationLevel: 'off' });
    await rows.insertOne({ _id: 3, amount: -1 });
    expect(await rows.countDocuments()).toBe(3);
  });

  it('are refused when they could not be enforced', async () => {
    const refusal = (options: object) => failure(db().createCollection('refused', options));
    expect(await refusal({ validator: { $jsonSchema: {} } })).toMatchObject({ code: 238 });
    expect(await refusal({ collation: { locale: 'en', strength: 2 } })).toMatchObject({ code: 238 });
    expect(await refusal({ capped: true, size: 4096 })).toMatchObject({ code: 238 });
    expect(await refusal({ validator, validationLevel: 'sometimes' })).toMatchObject({ code: 2 });
    expect(await refusal({ changeStreamPreAndPostImages: { enabled: true } })).toMatchObject({ code: 238 });
    await db().createCollection('refused', { collation: { locale: 'simple' } });
  });
});
