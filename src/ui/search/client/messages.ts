/** Sentences that several parts of search say. */

export const NOT_CALLED_THAT = 'No model is called that.';
export const NO_TEXTS = 'The text of pages could not be searched: its index cannot be loaded right now.';
