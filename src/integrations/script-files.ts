/**
 * Which modules share a file among the scripts of the pages. By default, every set of scripts that shares
 * modules gets a file of its own, so that a list asked for 27 files in seven steps, each found in the one
 * before. A group takes modules with their imports, unless an earlier group has them.
 */
export const SCRIPT_FILES = [
  // Vite's helper of dynamic imports is in the script of the masthead, which every page has.
  { name: 'page', test: /preload-helper|Masthead\.astro|search-trigger|theme-switch/ },
  // What most scripts need. A lower number brings decimals into it, which the buttons of a row do without.
  { name: 'catalog', test: /[\\/]src[\\/](catalog[\\/]|search[\\/]filter-values)/, minShareCount: 7 },
  // Costs need no filters.
  { name: 'workload', test: /[\\/]src[\\/]search[\\/]workload-/ },
  // What lists and search share. A lower number brings the whole of search into it.
  { name: 'filters', test: /[\\/]src[\\/]search[\\/]/, minShareCount: 4 },
];
