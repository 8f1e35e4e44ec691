import { readFilters, type FilterData, type FiltersFile } from '../../../search/index/filters-file.ts';
import { buildFileLoader } from '../../base/client/build-file.ts';

/** Loads the filter data of the models. */
export const loadFilterData = buildFileLoader<FiltersFile, FilterData>(readFilters);
