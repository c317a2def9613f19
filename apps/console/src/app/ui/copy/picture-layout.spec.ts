import type { Copyable } from './copyable';
import { MARGIN, layoutOf } from './picture-layout';

/** Every letter is ten pixels wide. */
const measure = (text: string) => text.length * 10;

const copyable = (change: Partial<Copyable> = {}): Copyable => ({
  title: 'AE',
  subtitle: '',
  columns: [
    { label: 'AE', unit: null },
    { label: 'ARR', unit: 'money' },
  ],
  rows: [
    ['Camille', '$400,000'],
    ['Zoé', '–'],
  ],
  totals: ['Total', '$400,000'],
  ...change,
});
const placeOf = (text: string, of = copyable()) =>
  layoutOf(of, measure).texts.find((each) => each.text === text);

describe('the picture of a table', () => {
  it('aligns text left and numbers right', () => {
    expect(placeOf('Camille')).toMatchObject({ x: MARGIN, align: 'left' });
    expect(placeOf('Zoé')).toMatchObject({ x: MARGIN, align: 'left' });
    const right = MARGIN + 70 + 24 + 80;
    expect(placeOf('$400,000')).toMatchObject({ x: right, align: 'right' });
    expect(placeOf('–')).toMatchObject({ x: right, align: 'right' });
    expect(layoutOf(copyable(), measure).width).toBe(right + MARGIN);
  });

  it('is as wide as its title when that is wider', () => {
    const title = 'A title that is much wider than the table';
    expect(layoutOf(copyable({ title }), measure).width).toBe(title.length * 10 + 2 * MARGIN);
  });

  it('has a line below each row but the last, and nothing outside of its edges', () => {
    const { texts, lines, height, width } = layoutOf(copyable(), measure);
    expect(lines).toHaveLength(3);
    for (const { y } of texts) expect(y).toBeLessThan(height);
    for (const { text, x, align } of texts) {
      expect(align === 'left' ? x + measure(text) : x).toBeLessThanOrEqual(width - MARGIN);
      expect(align === 'left' ? x : x - measure(text)).toBeGreaterThanOrEqual(MARGIN);
    }
  });

  it('of many rows shows the first ones, says how many more, and keeps the totals', () => {
    const rows = Array.from({ length: 100 }, (_, at) => [`Person ${at}`, '$1']);
    const texts = layoutOf(copyable({ rows }), measure).texts.map(({ text }) => text);
    expect(texts).toContain('Person 39');
    expect(texts).not.toContain('Person 40');
    expect(texts).toContain('… and 60 more');
    expect(texts.at(-1)).toBe('$400,000');
  });
});

describe('the picture of a chart', () => {
  it('shows the chart below the title, without rows', () => {
    const canvas = { clientWidth: 600, clientHeight: 200 } as HTMLCanvasElement;
    const { texts, chart, width, height, lines } = layoutOf(copyable({ canvas }), measure);
    expect(texts.map(({ text }) => text)).toEqual(['AE', '']);
    expect(chart).toMatchObject({ x: MARGIN, width: 600, height: 200 });
    expect(width).toBe(600 + 2 * MARGIN);
    expect(height).toBe((chart?.y ?? 0) + 200 + MARGIN);
    expect(lines).toEqual([]);
  });

  it('has a legend above the chart', () => {
    const canvas = { clientWidth: 600, clientHeight: 200 } as HTMLCanvasElement;
    const legend = [
      { label: 'Intros', colour: 'teal', mark: 'box' as const },
      { label: 'POA', colour: 'gold', mark: 'line' as const },
    ];
    const { texts, swatches, chart } = layoutOf(copyable({ canvas, legend }), measure);
    expect(swatches.map(({ colour, mark }) => [colour, mark])).toEqual([
      ['teal', 'box'],
      ['gold', 'line'],
    ]);
    const [intros, poa] = texts.slice(-2);
    expect([intros?.text, poa?.text]).toEqual(['Intros', 'POA']);
    expect(swatches[1]?.x).toBeGreaterThan((intros?.x ?? 0) + measure('Intros'));
    expect(chart?.y).toBeGreaterThan(intros?.y ?? 0);
  });
});
