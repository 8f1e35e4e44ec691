/** A model as a row of upstream's own list, for the machine-readable copies of the catalog. */
export { untranslate as inUpstreamShape } from '../upstream/untranslate.ts';
