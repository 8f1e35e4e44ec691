/** Classes of the models beside the one of the page. The page has them, and a script writes them again. */
export const SECTION = 'pb-8';
export const SMALL_TITLE = 'pb-2 text-lg';
export const SMALL_HEADING = 'pb-1 pt-3 font-sans text-base';
export const REMARK = 'pt-2 text-sm text-faint';
export const ROW = 'border-b border-line py-2';
export const HEAD = 'flex flex-wrap items-baseline gap-x-3';
export const NAME = 'quiet font-semibold wrap-anywhere';
export const ROLE = 'truncate text-sm text-faint';
export const DIFFERENCE = 'num ml-auto font-semibold';
export const FACTS = 'grid grid-cols-[3rem_1fr] text-sm text-soft';
export const TERM = 'text-faint';
