import { entityTags } from './entity-tags.js';

const strong = (opaque: string) => ({ isWeak: false, opaque });
const weak = (opaque: string) => ({ isWeak: true, opaque });

describe('entityTags', () => {
  it.each([
    ['*', '*'],
    [' * ', '*'],
    ['"a"', [strong('a')]],
    ['W/"a"', [weak('a')]],
    ['""', [strong('')]],
    ['"a,b" ,W/"c", ,"d"', [strong('a,b'), weak('c'), strong('d')]],
    ['', null],
    [',', null],
    ['a', null],
    ['"a', null],
    ['"a" "b"', null],
    ['w/"a"', null],
    ['W/ "a"', null],
    ['*, "a"', null],
    ['"a b"', null],
  ])('%j is %j', (header, tags) => {
    expect(entityTags(header)).toEqual(tags);
  });

  it('takes its time with nothing', () => {
    expect(entityTags('"a"\t'.repeat(5_000))).toBeNull();
    expect(entityTags(' '.repeat(16_000) + 'x')).toBeNull();
  });
});
