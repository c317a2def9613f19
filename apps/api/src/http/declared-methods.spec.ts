import { DeclaredMethods } from './declared-methods.js';

const declared = new DeclaredMethods();
declared.add('/*', ['GET', 'HEAD']);
declared.add('/api/views/:viewId', ['GET', 'HEAD']);
declared.add('/api/views/:viewId', 'PATCH');
declared.add('/api/settings/:key', 'PUT');
declared.add('/api/settings/history', 'GET');
declared.add('/api/docs/*', 'GET');

describe('DeclaredMethods', () => {
  it.each([
    ['/api/views/any', ['GET', 'HEAD', 'PATCH']],
    ['/api/vi%65ws/a%2Fb', ['GET', 'HEAD', 'PATCH']],
    ['/api/settings/weights', ['PUT']],
    // Both templates have this path.
    ['/api/settings/history', ['GET', 'PUT']],
    ['/', ['GET', 'HEAD']],
    ['/v/some-view/dashboard', ['GET', 'HEAD']],
    ['/api/docs/any.css', ['GET']],
    ['/api/docs/', ['GET']],
    ['/api/docs', []],
    ['/api', []],
    ['/api/nothing', []],
    ['/api/views/', []],
    ['/api/views/a/b', []],
    ['/api/views/%ff', ['GET', 'HEAD', 'PATCH']],
  ])('%s answers %j', (path, methods) => {
    expect(declared.of(path)).toEqual(methods);
  });
});
