/**
 * The house rule, enforced: data flows contract → api → model → pages, and nothing imports upward.
 * Each layer lists what it may import; everything else in src is forbidden to it.
 */
const layers = {
  config: [],
  api: [],
  model: ['api'],
  auth: ['config', 'api'],
  jobs: ['api', 'model'],
  organization: ['api', 'model'],
  snapshots: ['api', 'model'],
  costs: ['api', 'model'],
  workers: ['api', 'model'],
  components: ['api', 'model', 'auth', 'config', 'jobs', 'organization'],
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
