/** The number of price changes on the page of a model. The list of all changes has the others. */
export const SHOWN_MOVES = 8;
