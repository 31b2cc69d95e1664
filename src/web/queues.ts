/** The queue of imports. */
export const IMPORTS = 'imports';

/** The queues of long work, to be made before anybody works. */
export const QUEUES: readonly string[] = [IMPORTS];
