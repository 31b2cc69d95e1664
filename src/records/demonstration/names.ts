/** Invented places and surnames for homes, agencies and schools; none is meant to be a real one. */
const STEMS = [
  'Aldermoss',
  'Brackenholt',
  'Corvendale',
  'Dunmarrow',
  'Eskermere',
  'Fallowmead',
  'Gorsefold',
  'Hathermarsh',
  'Inglebarrow',
  'Jessamarsh',
  'Kestrow',
  'Larkenfold',
  'Merrowhelm',
  'Nethershaw',
  'Orrinsedge',
  'Pellowmere',
  'Quillfell',
  'Rushenholt',
  'Sallowmoss',
  'Tarnlow',
  'Umbersedge',
  'Vennmoss',
  'Wrenfold',
  'Yarrowhelm',
  'Zealmere',
] as const;

/** Lists of last words, one list for each kind of provider. */
export const LAST_WORDS = {
  home: ['Lodge', 'House', 'Farmhouse', 'View', 'Cottage', 'Grange', 'Rise'],
  ownHome: ["Children's Home"],
  ownFostering: ['Fostering Service'],
  fostering: ['Foster Families', 'Fostering', 'Family Placements'],
  supported: ['Moving On', 'Supported Living', "Young People's Housing", 'Next Step'],
  school: ['School', 'Hall School'],
  secure: ['Secure Unit'],
  hospital: ["Children's Hospital"],
  adoption: ['Adoption'],
} as const;

/** The so-many-th name with one of the last words, from 0; each is different, numbered once all words are used up. */
export function providerName(kind: keyof typeof LAST_WORDS, index: number): string {
  if (kind === 'ownFostering') return 'Northmere Fostering Service';
  const words = LAST_WORDS[kind];
  const stem = STEMS[(index * 7 + words.length * 3) % STEMS.length];
  const round = Math.floor(index / STEMS.length);
  const word = words[(index + round) % words.length];
  const repeat = Math.floor(index / (STEMS.length * words.length));
  return repeat === 0 ? `${stem} ${word}` : `${stem} ${word} ${repeat + 1}`;
}
