import type { ArchivedView, Problem, View } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { viewNamed, viewsOf } from '../support/views.js';

let app: RunningApp;
let admin: Client;

beforeAll(async () => {
  app = await startApp();
  admin = await app.signIn('admin@example.com');
});
afterAll(() => app.stop());

const idOf = async (name: string): Promise<string> => viewNamed(await viewsOf(admin), name).id;
const made = async (body: object): Promise<View> => {
  const answer = await admin.post<View>('/api/views', body);
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return answer.body;
};
const deleted = (view: View) =>
  admin.delete<ArchivedView>(`/api/views/${view.id}?confirm=${encodeURIComponent(view.name)}`);

describe('a master that names views', () => {
  it('names one that there is: otherwise it would show everything', async () => {
    const [market, master] = [await idOf('Market'), await idOf('Master')];
    const parts = [['view-gone-1'], [master]];
    for (const aggregates_from of parts) {
      const answer = await admin.post<Problem>('/api/views', {
        name: 'Typo',
        is_master: true,
        aggregates_from,
      });
      expect(answer.body).toMatchObject({ status: 400, errors: [{ field: 'aggregates_from' }] });
    }
    const group = await made({ name: 'Few', is_master: true, aggregates_from: [market] });
    for (const aggregates_from of [...parts, [group.id]]) {
      const { body } = await admin.patch<Problem>(`/api/views/${group.id}`, { aggregates_from });
      expect([body.status, body.detail]).toEqual([
        400,
        expect.stringContaining('Few would add up all views'),
      ]);
    }
    expect((await viewsOf(admin)).get('Few')?.aggregates_from).toEqual([market]);
    expect((await deleted(group)).status).toBe(200);
  });

  it('does not show everything when views are deleted as it names them, or before it comes back', async () => {
    const stays = await made({ name: 'Stays' });
    const group = await made({ name: 'Raced', is_master: true, aggregates_from: [stays.id] });
    for (let round = 0; round < 4; round += 1) {
      const goes = await made({ name: `Goes ${round}` });
      const named = admin.patch(`/api/views/${group.id}`, { aggregates_from: [goes.id] });
      const [gone, kept] = await Promise.all([deleted(goes), named]);
      expect([gone.status, kept.status].toSorted()).toEqual(gone.status === 200 ? [200, 400] : [200, 409]);
      expect((await viewsOf(admin)).get('Raced')?.aggregates_from).toHaveLength(1);
    }
    await admin.patch(`/api/views/${group.id}`, { aggregates_from: [stays.id] });
    for (const [name, view] of await viewsOf(admin)) if (name.startsWith('Goes')) await deleted(view);
    expect((await deleted(group)).status).toBe(200);
    expect((await deleted(stays)).status).toBe(200);
    const { body } = await admin.post<Problem>(`/api/archived-views/${group.id}/restore`, {});
    expect([body.status, body.detail]).toEqual([
      409,
      expect.stringContaining('bring one of these back first: Stays'),
    ]);
    expect((await admin.post(`/api/archived-views/${stays.id}/restore`, {})).status).toBe(200);
    const back = await admin.post<View>(`/api/archived-views/${group.id}/restore`, {});
    expect(back.body.aggregates_from).toEqual([stays.id]);
    for (const view of [back.body, stays]) expect((await deleted(view)).status).toBe(200);
  });
});
