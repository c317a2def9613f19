import { earlyTags } from './early-links.js';

const FILES = {
  shell: ['chunk-shell.js', 'chunk-both.js'],
  pages: {
    dashboard: ['chunk-first.js', 'chunk-both.js'],
    screen: ['chunk-screen.js'],
    data: ['chunk-data.js'],
  },
};
const filesAt = (path: string) =>
  [...earlyTags(path, FILES).matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, file]) => file);

describe('what a page needs at once', () => {
  it('is the frame and the page of the address, each file once', () => {
    expect(filesAt('/v/organic/data')).toEqual(['chunk-shell.js', 'chunk-both.js', 'chunk-data.js']);
    expect(filesAt('/')).toEqual(['chunk-shell.js', 'chunk-both.js', 'chunk-first.js']);
    expect(filesAt('/v/organic/dashboard')).toEqual(filesAt('/'));
    expect(filesAt('/v/organic/deals-pipeline')).toEqual([
      'chunk-shell.js',
      'chunk-both.js',
      'chunk-screen.js',
    ]);
  });

  it.each(['/v/organic/nothing', '/v/organic/__proto__', '/toString'])('is the frame alone at %s', (path) => {
    expect(filesAt(path)).toEqual(['chunk-shell.js', 'chunk-both.js']);
  });
});
