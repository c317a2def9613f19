import { TestBed } from '@angular/core/testing';
import { Formats } from '../ui/base/formats';
import { boardDeal } from '../testing/board';
import { poaOf } from './card-words';

const poa = (change: Partial<ReturnType<typeof boardDeal>>) =>
  poaOf(boardDeal({ stage: 'D POA Booked', ...change }), TestBed.inject(Formats));

describe('the POA that a card names', () => {
  it('has its year where it is not that of today', () => {
    const today = { discovery_date: '2025-12-07', age: 357 };
    expect(poa({ ...today, poa_date: '2026-12-16' })).toBe('16 Dec');
    expect(poa({ ...today, poa_date: '2025-12-16' })).toBe('16 Dec 2025');
    expect(poa({ discovery_date: null, age: 0, poa_date: '2025-12-16' })).toBe('16 Dec 2025');
  });

  it('is named where it is to come', () => {
    expect(poa({ stage: 'C Proposal sent', poa_date: '2026-12-16' })).toBe('');
    expect(poa({ poa_date: null })).toBe('');
  });
});
