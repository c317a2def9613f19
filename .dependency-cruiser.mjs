import { LAYERS, layerRules } from './scripts/lib/layers.mjs';

/** Arrows point inward: domain imports nothing, contracts only domain, apps import libs and never each other. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to });

export default {
  forbidden: [
    forbid(
      'domain-is-pure',
      'The domain imports nothing: no package, no Node module, no other library.',
      '^libs/domain/src/(?!.*(\\.spec\\.ts$|/testing/))',
      {
        pathNot: '^libs/domain/src/',
      },
    ),
    forbid(
      'contracts-know-only-the-domain',
      'Contracts import the domain and class-validator.',
      '^libs/contracts/src',
      {
        pathNot: '^libs/(contracts|domain)/|node_modules/class-validator/',
      },
    ),
    forbid('libraries-know-no-app', 'A library is used by applications, never the other way.', '^libs/', {
      path: '^apps/',
    }),
    forbid(
      'embedded-mongo-stands-alone',
      'The embedded database knows nothing of the product.',
      '^libs/embedded-mongo/src',
      {
        path: '^(libs/(domain|contracts)|apps)/',
      },
    ),
    forbid('apps-never-meet', 'API and console meet in the contracts.', '^apps/api/', {
      path: '^apps/console/',
    }),
    forbid('apps-never-meet-either', 'API and console meet in the contracts.', '^apps/console/', {
      path: '^apps/api/',
    }),
    forbid('no-cycles', 'A cycle means that a name is missing.', '^(libs|apps)/', {
      circular: true,
    }),
    forbid(
      'product-code-imports-no-test',
      'What ships does not know its tests.',
      '^(libs|apps)/.*(?<!\\.spec)\\.ts$',
      {
        path: '\\.spec\\.ts$|^test/',
      },
    ),
    ...layerRules(LAYERS),
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    exclude: { path: ['/dist/', '\\.d\\.ts$'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
