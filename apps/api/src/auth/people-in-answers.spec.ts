import type { CallerKind } from '@app/contracts';
import { tellingTo } from './people-in-answers.js';

const caller = (kind: CallerKind) => ({ kinds: [kind] });

/** As much of an answer of a type as the test is about, as a program is told it. */
const told = (type: string, answer: unknown): unknown => tellingTo(caller('token_to_read'), type)?.(answer);

describe('an answer that says who did something', () => {
  it('is told whole to whoever signs in as somebody', () => {
    expect(tellingTo(caller('viewer'), 'IngestionRun')).toBeNull();
    expect(tellingTo(caller('super_admin'), 'IngestionRun')).toBeNull();
  });

  it.each(['demo', 'token_to_read', 'token_to_upload'] as const)('names nobody to %s', (kind) => {
    expect(tellingTo(caller(kind), 'View')?.({ assigned_user: 'ada@example.com', name: 'a@b' })).toEqual({
      assigned_user: 'somebody',
      name: 'a@b',
    });
  });

  it('keeps programs, jobs and nobody, in lists and below other types', () => {
    const items = ['Ada@example.com', 'API token Nightly', 'schedule', 'installation', null].map((by) => ({
      started_by: by,
    }));
    const kept = ['API token Nightly', 'schedule', 'installation', null].map((by) => ({ started_by: by }));
    expect(told('IngestionRunPage', { items, total: 5 })).toEqual({
      items: [{ started_by: 'somebody' }, ...kept],
      total: 5,
    });
    const changes = { items: [{ by: 'ada@example.com', keys: [{ key: 'by', before: 'a@b', after: 1 }] }] };
    expect(told('TargetChangePage', changes)).toEqual({
      items: [{ by: 'somebody', keys: [{ key: 'by', before: 'a@b', after: 1 }] }],
    });
    const settings = { weights: { updated_by: 'ada@example.com', value: [] } };
    expect(told('Settings', settings)).toEqual({ weights: { updated_by: 'somebody', value: [] } });
  });

  it('leaves what people wrote themselves', () => {
    const preferences = { saved_by: 'x@y', next_14_days: [{ by: 'ada@example.com' }] };
    expect(told('AsherPov', { preferences, saved_by: 'ada@example.com' })).toEqual({
      preferences,
      saved_by: 'somebody',
    });
  });

  it('reaches into a type that has itself among its parts', () => {
    const origin = { set_by: 'ada@example.com' };
    const answer = { formula: { terms: [{ formula: { terms: [] } }] }, target_origin: origin };
    expect(told('Explanation', answer)).toEqual({ ...answer, target_origin: { set_by: 'somebody' } });
  });

  it('is told as it is where its type names nobody', () => {
    expect(tellingTo(caller('demo'), 'DealRecordPage')).toBeNull();
    expect(tellingTo(caller('demo'), 'ProjectionsScreen')).toBeNull();
  });
});
