import type { WellplacedError } from '../../../core/errors.ts';

/** A file that was refused while its rows were being read, so that nothing of it may be kept. */
export class FileRefusedError extends Error {
  readonly file: number;
  readonly problem: WellplacedError;

  constructor(file: number, problem: WellplacedError) {
    super(problem.message, { cause: problem });
    this.name = 'FileRefusedError';
    this.file = file;
    this.problem = problem;
  }
}
