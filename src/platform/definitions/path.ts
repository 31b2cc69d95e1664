/** Where every figure's definition stands. */
export const DEFINITIONS_PATH = '/definitions';
