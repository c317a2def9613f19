/**
 * Folders in layers, from bottom to top: a folder imports from itself and from the layers below it, and folders of one
 * layer do not import each other, so that there are no cycles between folders. A folder within another one is a folder
 * of its own; `.` stands for the files beside the folders. A new folder is added to the lowest layer that its imports
 * allow.
 */
export const LAYERS = {
  'apps/api/src': [
    ['config', 'refusals'],
    ['logging', 'openapi'],
    ['database'],
    ['audit', 'leases'],
    ['http', 'limits', 'users'],
    ['views', 'settings'],
    ['api-tokens'],
    ['auth', 'datasets'],
    [
      'console-host',
      'ingestion/sources',
      'ingestion/workbooks',
      'google-sign-in',
      'invitations',
      'saved-pages',
      'token-routes',
    ],
    ['saved-boards', 'targets', 'ingestion/staging', 'user-routes', 'view-routes', 'health', 'page-reports'],
    ['ingestion/runs'],
    ['ingestion'],
    ['asher-pov', 'events', 'history', 'managed-views', 'preferences', 'questions', 'schedule', 'seed'],
    ['sales-records', 'setting-routes'],
    ['analytics', 'attention', 'boards', 'search'],
    ['screens'],
    ['exports'],
    ['audit-routes'],
    ['.'],
  ],
  'apps/console/src/app': [
    ['ui/icon'],
    ['ui/base', 'ui/export', 'ui/links'],
    ['ui/paper', 'ui/toast'],
    ['ui', 'ui/copy', 'ui/date-field', 'ui/dialog'],
    ['ui/metric-table', 'ui/numbers'],
    ['ui/charts'],
    ['session'],
    [
      'admin-activity',
      'admin-settings',
      'admin-tokens',
      'admin-users',
      'admin-views',
      'definitions',
      'board',
      'records',
      'saved-pages',
      'search',
      'sign-in',
    ],
    ['data/run', 'explain', 'own-blocks', 'screen'],
    ['data/history', 'data/reading', 'data/report', 'data/upload'],
    ['data/decision', 'data/removed', 'data/state'],
    ['data'],
    ['admin-targets', 'dashboard', 'gallery', 'screen-page', 'shell'],
    ['.'],
  ],
  'libs/contracts/src': [['.']],
  'libs/domain/src': [
    ['data-structures', 'filters', 'history', 'number', 'period', 'schedule'],
    ['deal', 'targets'],
    ['normalise'],
    ['record-set', 'weighting', 'ingest'],
    ['settings'],
    ['metrics/model'],
    ['metrics/catalogue', 'metrics/engine', 'export'],
    ['metrics/values'],
    ['metrics/records', 'metrics/tables'],
    ['metrics/explain'],
    ['metrics', 'board', 'findings'],
    ['agenda', 'screens/entries'],
    ['screens'],
    ['screens/answers', 'saved-pages'],
    ['.'],
  ],
  'libs/embedded-mongo/src': [
    ['bson'],
    ['errors', 'wire'],
    ['expressions'],
    ['matching'],
    ['storage'],
    ['query'],
    ['update'],
    ['commands'],
    ['server'],
    ['.'],
  ],
};

/** Specs and their helpers belong to no layer: they may import from all of them. */
const TESTS = ['\\.spec\\.ts$', '/testing/'];

const escaped = (text) => text.replaceAll('.', '\\.');

/** The files of a folder itself, not those of folders within it. */
const filesOf = (area, folder) => `^${escaped(folder === '.' ? area : `${area}/${folder}`)}/[^/]+$`;

/** What a folder's `index.ts` may import besides the layers below: everything within the folder, to re-export it. */
const within = (area, folder) => `^${escaped(folder === '.' ? area : `${area}/${folder}`)}/`;

/** Rules of the import checker for areas with declared layers. */
export function layerRules(layers) {
  return Object.entries(layers).flatMap(([area, stated]) => [
    ...stated.flatMap((layer, height) => {
      const below = stated.slice(0, height).flat();
      return layer.flatMap((folder) => rulesOf(area, folder, below));
    }),
    ...folderWithoutLayer(area, stated.flat()),
  ]);
}

function rulesOf(area, folder, below) {
  const allowed = [folder, ...below].map((known) => filesOf(area, known));
  const index = `${within(area, folder)}index\\.ts$`;
  const rule = (name, from, pathNot) => ({
    name,
    comment: `scripts/lib/layers.mjs: ${area}/${folder} may import from itself and ${below.join(', ') || 'nothing else'}.`,
    severity: 'error',
    from,
    to: { path: `^${escaped(area)}/`, pathNot },
  });
  return [
    rule(`layers: ${area}/${folder}`, { path: filesOf(area, folder), pathNot: [...TESTS, index] }, allowed),
    rule(`layers: ${area}/${folder}/index.ts`, { path: index }, [...allowed, within(area, folder)]),
  ];
}

/** Both ends of an import are checked, and files without any: the first file of a folder may import nothing. */
function folderWithoutLayer(area, folders) {
  const comment = 'Each folder belongs to a layer in scripts/lib/layers.mjs.';
  const unstated = {
    path: `^${escaped(area)}/`,
    pathNot: [...TESTS, ...folders.map((folder) => filesOf(area, folder))],
  };
  return [
    { name: `no layer declared: ${area}`, comment, severity: 'error', from: unstated, to: {} },
    { name: `no layer declared: ${area}`, comment, severity: 'error', from: {}, to: unstated },
    {
      name: `no layer declared: ${area}`,
      comment,
      severity: 'error',
      from: { ...unstated, orphan: true },
      to: {},
    },
  ];
}
