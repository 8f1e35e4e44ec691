/**
 * Which modules share a file among the scripts of the pages. By default, every set of scripts that shares
 * modules gets a file of its own, and a list asks for 27 files in seven steps, each found in the one before.
 * A group takes modules with their imports, unless an earlier group has them.
 */
export const SCRIPT_FILES = [
  // Vite's helper of dynamic imports is in the script of the masthead, which every page has.
  { name: 'page', test: /preload-helper|Masthead\.astro|search-trigger|theme-switch/ },
  // What says how old the copy is needs no other figures.
  { name: 'dates', test: /src[\\/]catalog[\\/](dates|counts|day|removal)\.ts/ },
  // What most scripts need, also those that run on every page.
  {
    name: 'figures',
    test: /src[\\/](catalog[\\/](figures|id|text|address)|search[\\/]filter-values)\.ts/,
  },
  // Decimals are not among it: the buttons of a row do without them.
  { name: 'features', test: /src[\\/]catalog[\\/](capabilities|modalities|categories|compare|format)\.ts/ },
  // Costs need no filters.
  { name: 'workload', test: /src[\\/]search[\\/]workload-/ },
  // Small parts that lists, search and the pages of records share.
  {
    name: 'parts',
    test: /src[\\/](ui[\\/]base[\\/]client[\\/](address-bar|build-file|menu|button|input-method|second-click)|ui[\\/]search[\\/]client[\\/]dom|site[\\/]urls)\.ts/,
  },
  // What reads the records of models, for a comparison, a list of one's own and a model's costs.
  {
    name: 'records',
    test: /src[\\/](outputs[\\/]record|catalog|ui[\\/](base|workload)[\\/]client)[\\/](read|price|price-change|price-keys|blend|decimal|load-record|current-workload)\.ts/,
  },
  { name: 'cost', test: /src[\\/]catalog[\\/]cost[\\/]/ },
  // What lists, the finder and search share.
  {
    name: 'filters',
    test: /src[\\/]search[\\/](filters|params|order-params|rows|index[\\/]filter-rows|match[\\/](typos|words))\.ts/,
  },
];
