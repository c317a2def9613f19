/**
 * Folders from bottom to top: a folder imports from itself and from floors below it, folders on one floor do not know
 * each other, and so no folders can stand in a circle. A folder within another one is a folder of its own; `.` are the
 * files beside the folders. A new folder is added here, on the lowest floor that its imports allow.
 */
export const FLOORS = {
  'apps/api/src': [
    ['config', 'refusals'],
    ['logging', 'openapi'],
    ['database'],
    ['http', 'users'],
    ['views', 'settings'],
    ['auth', 'datasets', 'console-host'],
    ['targets', 'ingestion/staging', 'view-routes', 'health', 'page-reports'],
    ['ingestion/runs'],
    ['ingestion'],
    ['questions', 'seed'],
    ['sales-records', 'setting-routes'],
    ['analytics', 'attention'],
    ['screens'],
    ['exports'],
    ['.'],
  ],
  'apps/console/src/app': [
    ['ui/base', 'ui/export', 'ui/links'],
    ['ui', 'ui/copy', 'ui/dialog'],
    ['ui/metric-table', 'ui/numbers'],
    ['ui/charts'],
    ['session'],
    ['admin-settings', 'board', 'records', 'search', 'sign-in'],
    ['data', 'explain', 'own-blocks', 'screen'],
    ['admin-targets', 'dashboard', 'gallery', 'screen-page', 'shell'],
    ['.'],
  ],
  'libs/contracts/src': [['.']],
  'libs/domain/src': [
    ['data-structures', 'number', 'period'],
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
    ['screens/answers'],
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

/** Specs and their helpers stand outside the house: they may look into every floor. */
const TESTS = ['\\.spec\\.ts$', '/testing/'];

const escaped = (text) => text.replaceAll('.', '\\.');

/** The files of a folder itself, not those of folders within it. */
const filesOf = (area, folder) => `^${escaped(folder === '.' ? area : `${area}/${folder}`)}/[^/]+$`;

/** What a folder's `index.ts` may know beside the floors below: it only hands on what stands within the folder. */
const within = (area, folder) => `^${escaped(folder === '.' ? area : `${area}/${folder}`)}/`;

/** Rules of the import checker for areas whose floors are stated. */
export function floorRules(floors) {
  return Object.entries(floors).flatMap(([area, stated]) => [
    ...stated.flatMap((floor, height) => {
      const below = stated.slice(0, height).flat();
      return floor.flatMap((folder) => rulesOf(area, folder, below));
    }),
    ...folderWithoutFloor(area, stated.flat()),
  ]);
}

function rulesOf(area, folder, below) {
  const allowed = [folder, ...below].map((known) => filesOf(area, known));
  const index = `${within(area, folder)}index\\.ts$`;
  const rule = (name, from, pathNot) => ({
    name,
    comment: `scripts/lib/floors.mjs: ${area}/${folder} knows itself and ${below.join(', ') || 'nothing else'}.`,
    severity: 'error',
    from,
    to: { path: `^${escaped(area)}/`, pathNot },
  });
  return [
    rule(`floors: ${area}/${folder}`, { path: filesOf(area, folder), pathNot: [...TESTS, index] }, allowed),
    rule(`floors: ${area}/${folder}/index.ts`, { path: index }, [...allowed, within(area, folder)]),
  ];
}

/** Both ends of an arrow are looked at: a folder may begin with a file that imports nothing. */
function folderWithoutFloor(area, folders) {
  const comment = 'Each folder has its floor in scripts/lib/floors.mjs.';
  const unstated = {
    path: `^${escaped(area)}/`,
    pathNot: [...TESTS, ...folders.map((folder) => filesOf(area, folder))],
  };
  return [
    { name: `no floor stated: ${area}`, comment, severity: 'error', from: unstated, to: {} },
    { name: `no floor stated: ${area}`, comment, severity: 'error', from: {}, to: unstated },
  ];
}
