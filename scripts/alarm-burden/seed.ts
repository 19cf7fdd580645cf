/** The seed of the committed figures. Chosen before the first run and never looked for. */
export const SEED = 20_261_121;
/** So many people of each group are lived through in the tests. */
export const SLICE_PEOPLE = 12;
