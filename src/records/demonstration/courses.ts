import type { Course } from './history.ts';
import type { Random } from './random.ts';

/** Ages at which children start to be looked after, unaccompanied children apart: from, to (years), weight. */
export const AGES_AT_START: readonly (readonly [readonly [number, number], number])[] = [
  [[0, 0.3], 14],
  [[0.3, 1], 8],
  [[1, 5], 19],
  [[5, 10], 19],
  [[10, 16], 30],
  [[16, 17.8], 10],
];

/** Ages of unaccompanied children when they arrive. */
export const AGES_ON_ARRIVAL: readonly (readonly [readonly [number, number], number])[] = [
  [[12, 15], 7],
  [[15, 16], 15],
  [[16, 17], 38],
  [[17, 17.9], 40],
];

const COURSES: readonly (readonly [number, readonly (readonly [Course, number])[]])[] = [
  [
    1,
    [
      ['adoption', 36],
      ['guardianship', 26],
      ['home', 34],
      ['long', 14],
    ],
  ],
  [
    5,
    [
      ['adoption', 16],
      ['guardianship', 29],
      ['home', 40],
      ['long', 20],
    ],
  ],
  [
    10,
    [
      ['guardianship', 17],
      ['home', 44],
      ['long', 39],
    ],
  ],
  [
    16,
    [
      ['guardianship', 3],
      ['home', 42],
      ['long', 54],
      ['remand', 2],
    ],
  ],
  [
    18,
    [
      ['home', 20],
      ['long', 72],
      ['remand', 12],
    ],
  ],
];

/** How a period of care that starts at this age will go. */
export function drawCourse(random: Random, age: number): Course {
  const row = COURSES.find(([below]) => age < below) ?? COURSES.at(-1);
  return row === undefined ? 'long' : random.weighted(row[1]);
}

/** Days until the period ends, were there no eighteenth birthday. */
export function drawLength(random: Random, course: Course): number {
  const days = drawDays(random, course);
  return Math.max(2, Math.round(days));
}

function drawDays(random: Random, course: Course): number {
  switch (course) {
    case 'home':
      return random.chance(0.3) ? random.between(2, 56) : 56 + random.exponential(290);
    case 'adoption':
      return 580 + random.exponential(210);
    case 'guardianship':
      return 200 + random.exponential(260);
    case 'long':
      return random.chance(0.72) ? 20 * 365 : 500 + random.exponential(1_600);
    case 'unaccompanied':
      return random.chance(0.9) ? 20 * 365 : 20 + random.exponential(200);
    case 'remand':
      return 20 + random.exponential(100);
    case 'shortBreakAgreement':
      return 180 + random.exponential(500);
    case 'shortBreakSeries':
      return 200 + random.exponential(400);
  }
}
