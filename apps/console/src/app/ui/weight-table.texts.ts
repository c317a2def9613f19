export const WEIGHT_TABLE = {
  caption: 'What a deal is worth as a share of its pipe',
  columns: { stage: 'Stage', source: 'Source', weight: 'Weight', later: 'When older' },
  anySource: 'any other source',
  onlyRow: 'any source',
  after: (weight: string, days: string) => `${weight} after ${days} ${days === '1' ? 'day' : 'days'}`,
  rest: 'Anything else weighs 0.',
} as const;
