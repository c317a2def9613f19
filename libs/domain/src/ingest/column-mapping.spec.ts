import { faultOfMapping, foldMapping } from './column-mapping.js';

describe('what headers stand for', () => {
  it.each<[object]>([
    [{}],
    [{ Account: 'client', Région: null, Клиент: 'owner' }],
    [{ constructor: null, '2024': null }],
  ])('may be %j', (mapping) => expect(faultOfMapping(mapping)).toBeNull());

  it.each([
    [null, 'must be an object'],
    [['client'], 'must be an object'],
    ['Account', 'must be an object'],
    [{ Account: 'customer' }, '"Account" a column that does not exist: one of month, '],
    [{ Account: undefined }, 'does not exist'],
    [{ Account: { $ne: 1 } }, 'does not exist'],
    [{ Account: 'client', Brand: 'client' }, '"Account" and "Brand" for client'],
    [{ 'Région ': null, region: null }, '"region" twice'],
    [{ ' % ': null }, 'no letter or digit'],
    [{ ['x'.repeat(501)]: null }, 'more than 500 characters'],
    [Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`h${at}`, null])), 'more than 500 headers'],
  ])('must not be %j', (mapping, fault) => {
    expect(faultOfMapping(mapping)).toContain(fault);
  });

  it('is kept by headers as they are compared', () => {
    expect(foldMapping({ ' Nom du compte': 'client', 'Montant (€)': 'pipeline', Этап: 'stage' })).toEqual({
      nom_du_compte: 'client',
      montant: 'pipeline',
      этап: 'stage',
    });
  });
});
