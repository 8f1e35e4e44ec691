/**
 * Which modules share a file among the scripts of the pages. By default, every set of scripts that shares
 * modules gets a file of its own, and a list asks for 27 files in seven steps, each found in the one before.
 * A group takes modules with their imports, unless an earlier group has them.
 */
export const SCRIPT_FILES = [
  // Vite's helper of dynamic imports is in the script of the masthead, which every page has.
  { name: 'page', test: /preload-helper|Masthead\.astro|search-trigger|theme-switch/ },
  // What most scripts need, also those that run on every page.
  {
    name: 'figures',
    test: /src[\\/](catalog[\\/](figures|day|id|text|address)|search[\\/]filter-values)\.ts/,
  },
  // Decimals are not among it: the buttons of a row do without them.
  { name: 'features', test: /src[\\/]catalog[\\/](capabilities|modalities|categories|compare)\.ts/ },
  // Costs need no filters.
  { name: 'workload', test: /src[\\/]search[\\/]workload-/ },
  // What lists, the finder and search share.
  {
    name: 'filters',
    test: /src[\\/]search[\\/](filters|params|order-params|rows|index[\\/]filter-rows|match[\\/](typos|words))\.ts/,
  },
];
