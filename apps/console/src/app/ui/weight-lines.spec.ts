import { weightLines } from './weight-lines';

const row = (stage: string, source: string, after: { days: number; weight: number } | null = null) => ({
  stage,
  source,
  weight: 0.5,
  after,
});

describe('the lines of the weight table', () => {
  it('are grouped by stage, which is named once', () => {
    const lines = weightLines([
      row('E Intro attended', 'Inbound'),
      row('D POA Booked', 'any'),
      row('E Intro attended', 'Outbound'),
    ]);
    expect(lines.map(({ stage, source, isFirst }) => [stage, source, isFirst])).toEqual([
      ['Intro attended', 'Inbound', true],
      ['Intro attended', 'Outbound', false],
      ['POA Booked', 'any source', true],
    ]);
  });

  it('call "any" the remaining sources where others have a row', () => {
    const lines = weightLines([row('C', 'Event'), row('C', 'any')]);
    expect(lines[1]?.source).toBe('any other source');
  });

  it('show the weight of older deals only where age matters', () => {
    const [aged, ageless] = weightLines([row('B', 'Inbound', { days: 45, weight: 0 }), row('B', 'Event')]);
    expect(aged?.later).toBe('0% after 45 days');
    expect([ageless?.weight, ageless?.later]).toEqual(['50%', null]);
  });
});
