import { once } from 'node:events';
import { Refusal } from '../refusals/refusal.js';
import { EventStream, type OpenViews } from './event-stream.js';
import type { News } from './news.js';

const news = (key: string, viewId = 'organic', text = key): News => ({
  key,
  viewId,
  textFor: () => `${text}\n`,
});

/** That somebody can open these views, whose list is not told unless a test says how. */
const sight = (ids: readonly string[], told = ''): OpenViews => ({
  ids: new Set(ids),
  told,
  listener: { kinds: [] },
});

let opened: () => Promise<OpenViews>;
let stream: EventStream;
beforeEach(() => {
  opened = () => Promise.resolve(sight(['organic']));
  stream = new EventStream(() => opened());
});
afterEach(() => {
  stream.output.destroy();
});

/** What has been sent once something of it is that. */
async function sentUntil(last: string): Promise<string> {
  let sent = '';
  for await (const chunk of stream.output.iterator({ destroyOnReturn: false })) {
    sent += String(chunk);
    if (sent.includes(last)) return sent;
  }
  throw new Error(`The stream ended after: ${sent}`);
}

it('says first when to come back, then what happens', async () => {
  stream.tell([news('one'), news('two')]);
  expect(await sentUntil('two')).toBe('retry: 2000\n\none\ntwo\n');
});

it('asks before each sending what may be seen', async () => {
  stream.tell([news('one'), news('other', 'signal')]);
  expect(await sentUntil('one')).not.toContain('other');
  opened = () => Promise.resolve(sight(['signal']));
  stream.tell([news('three'), news('four', 'signal')]);
  expect(await sentUntil('four')).toBe('four\n');
});

it('tells of the views themselves, first and when they are others, and not again', async () => {
  opened = () => Promise.resolve(sight(['organic'], 'organic only\n'));
  stream.tell([news('one')]);
  expect(await sentUntil('one\n')).toBe('retry: 2000\n\norganic only\none\n');
  stream.tell([news('again')]);
  expect(await sentUntil('again\n')).toBe('again\n');
  opened = () => Promise.resolve(sight(['organic', 'signal'], 'both\n'));
  stream.tell([news('two', 'signal')]);
  expect(await sentUntil('two\n')).toBe('both\ntwo\n');
  opened = () => Promise.resolve(sight([], 'none\n'));
  stream.check();
  expect(await sentUntil('none\n')).toBe('none\n');
});

it('tells of the views also where nothing else is to be told', async () => {
  opened = () => Promise.resolve(sight([], 'none\n'));
  stream.tell([]);
  expect(await sentUntil('none\n')).toBe('retry: 2000\n\nnone\n');
});

it('ends with the session, also when there is nothing to tell', async () => {
  opened = () => Promise.reject(new Refusal('unauthenticated', 'The session has ended.'));
  stream.check();
  stream.output.resume();
  await once(stream.output, 'end');
  stream.tell([news('late')]);
  stream.beat();
  expect(stream.output.read()).toBeNull();
});

it('looks once more when a session ends while it looks', async () => {
  const answers = [Promise.withResolvers<OpenViews>(), Promise.withResolvers<OpenViews>()];
  let asked = 0;
  opened = () => answers[asked++]?.promise ?? Promise.reject(new Error('It asks too often.'));
  stream.tell([news('one')]);
  stream.check();
  answers[1]?.reject(new Refusal('unauthenticated', 'The session has ended.'));
  answers[0]?.resolve(sight(['organic']));
  stream.output.resume();
  await once(stream.output, 'end');
  expect(asked).toBe(2);
});

it('keeps what waits while the database is away, and sends it with the next news', async () => {
  opened = () => Promise.reject(new Error('away'));
  stream.tell([news('one')]);
  await new Promise(setImmediate);
  opened = () => Promise.resolve(sight(['organic']));
  stream.tell([news('two')]);
  expect(await sentUntil('two')).toBe('retry: 2000\n\none\ntwo\n');
});

it('drops what somebody was too slow for, but for the newest of each run', async () => {
  const large = 'x'.repeat(1_000);
  for (let step = 1; step <= 200; step += 1) {
    stream.tell([news('run 1', 'organic', `${large} ${step}`)]);
    await new Promise(setImmediate);
  }
  expect(stream.output.readableLength).toBeLessThan(20_000);
  const sent = await sentUntil('200\n');
  expect(sent).not.toContain('x 199\n');
});

it('ends when somebody is far behind', async () => {
  const many = Array.from({ length: 501 }, (_, at) => news(`run ${at}`));
  stream.tell(many);
  stream.output.resume();
  await once(stream.output, 'end');
});
