/** Classes of the sections beside a model. The page has them, and a script writes them again. */
export const SECTION = 'pb-8';
export const SMALL_TITLE = 'pb-2 text-lg';
export const SMALL_HEADING = 'pb-1 pt-3 font-sans text-base';
export const REMARK = 'pt-2 text-sm text-faint';
