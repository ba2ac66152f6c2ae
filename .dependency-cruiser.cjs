/**
 * The house rule, enforced: data flows contract → api → model → pages, and nothing imports upward.
 * Each layer lists what it may import; everything else in src is forbidden to it.
 */
const layers = {
  config: [],
  i18n: ['locales'],
  api: [],
  model: ['api'],
  store: [],
  auth: ['config', 'api'],
  jobs: ['api', 'model', 'store'],
  organization: ['api', 'model', 'store', 'workers'],
  snapshots: ['api', 'model', 'store'],
  costs: ['api', 'model', 'store'],
  workers: ['api', 'model'],
  components: ['api', 'model', 'auth', 'config', 'jobs', 'organization', 'workers', 'i18n'],
  pages: [
    'api',
    'model',
    'auth',
    'config',
    'jobs',
    'organization',
    'snapshots',
    'costs',
    'workers',
    'components',
    'files',
    'i18n',
  ],
  files: ['model'],
  sandbox: ['api'],
};

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-imports-only-below`,
  comment: `src/${layer} may import only: ${allowed.join(', ') || 'packages'}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pages-stand-alone',
      comment: 'A page imports no other page; what two pages share lives in components',
      severity: 'error',
      from: { path: '^src/pages/([^/]+)/' },
      to: { path: '^src/pages/', pathNot: '^src/pages/$1/' },
    },
    {
      name: 'model-is-plain-typescript',
      comment: 'The model is read and tested without a browser: no React, no MUI, no fetch client',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: 'node_modules/(react|react-dom|@mui|@emotion|@tanstack|openapi-fetch)/' },
    },
    {
      name: 'no-messages-where-nothing-compiles-them',
      comment:
        'What tools and tests run as it is knows codes and data; the words are put to them in pages and components',
      severity: 'error',
      from: { path: '^(src/(model|sandbox|workers|snapshots|organization)|tools|tests)/' },
      to: { path: 'node_modules/@lingui/(core|react)/macro' },
    },
    {
      name: 'hooks-never-know-mui',
      severity: 'error',
      from: { path: '^src/(api|auth|config|jobs|organization|snapshots|costs)/' },
      to: { path: 'node_modules/(@mui|@emotion)/' },
    },
    {
      name: 'model-takes-only-types-from-api',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|tools)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
