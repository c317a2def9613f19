import { columnTracks } from './column-tracks';

const client = { natural: 150, least: 110 };
const date = { natural: 90, least: 90 };
const stage = { natural: 140, least: 80 };
const widths = (room: number) =>
  columnTracks([client, date, stage], room, 10)
    .tracks.match(/(?<=minmax\()\d+/g)
    ?.map(Number);

describe('the columns of a list', () => {
  it('are as wide as their content where it fits, and share what is left by it', () => {
    expect(columnTracks([client, date, stage], 600, 10)).toEqual({
      tracks: 'minmax(150px, 150fr) minmax(90px, 90fr) minmax(140px, 140fr)',
      width: 400,
      isTight: false,
    });
  });

  it('give way alike where it does not, but for those that are never cut', () => {
    expect(widths(350)).toEqual([130, 90, 110]);
    expect(widths(400)).toEqual([150, 90, 140]);
  });

  it('cut those that yield last only once the others have given what they can', () => {
    const owner = { natural: 140, least: 80, yieldsLast: true };
    const all = (room: number) => columnTracks([client, date, owner], room, 10);
    expect(all(370).tracks).toBe('minmax(120px, 150fr) minmax(90px, 90fr) minmax(140px, 140fr)');
    expect(all(360)).toMatchObject({ width: 360, isTight: false });
    expect(all(330).tracks).toBe('minmax(110px, 150fr) minmax(90px, 90fr) minmax(110px, 140fr)');
    expect(all(330).isTight).toBe(true);
  });

  it('keep their least width, so that the list scrolls', () => {
    expect(widths(100)).toEqual([110, 90, 80]);
    expect(columnTracks([client, date, stage], 100, 10).width).toBe(300);
  });

  it('end with a whole one at the edge beyond which there are more', () => {
    expect(widths(240)).toEqual([140, 90, 80]);
  });

  it('are none without any', () => {
    expect(columnTracks([], 100, 10)).toEqual({ tracks: '', width: 0, isTight: false });
  });
});
