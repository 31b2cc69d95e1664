import type { Random } from './random.ts';

/** Invented people’s names as an English council’s lists have them, by the broad ethnic group of the return; none is meant to be a real person. */
interface Pool {
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly families: readonly string[];
}

function words(text: string): readonly string[] {
  return text.split(' ');
}

const WHITE: Pool = {
  girls: words(
    'Amelia Chloe Ellie Evie Freya Grace Holly Isla Jessica Lily Lola Megan Millie Molly Olivia Paige Poppy Ruby Scarlett Sophie',
  ),
  boys: words(
    'Alfie Archie Callum Charlie Connor Ethan Finley Harry Harvey Jack Jake Joshua Kieran Leo Lewis Logan Mason Oliver Riley Tyler',
  ),
  families: words(
    'Ashworth Barker Bennett Booth Carter Chapman Clayton Cooper Doyle Fletcher Gibson Harding Hughes Kowalska Lawson Marsden Nolan Parkin Reilly Shaw Slater Turner Walsh Webb Whitaker',
  ),
};

const BLACK: Pool = {
  girls: words(
    'Abena Adaeze Amara Chidera Efua Esther Imani Kezia Naomi Ruth Simone Tiana Yetunde',
  ),
  boys: words(
    'Adeola Caleb Chidi Elijah Emmanuel Femi Isaiah Jaden Kofi Kwame Malachi Samuel Tobi',
  ),
  families: words(
    'Adeyemi Asante Baptiste Boateng Campbell Eze Francis Grant Kamara Mensah Nwosu Okonkwo Osei Thomas Williams',
  ),
};

const ASIAN: Pool = {
  girls: words(
    'Aaliyah Aisha Anika Fatima Hafsa Iqra Jasmin Maryam Meera Nadia Priya Sana Zara Zainab',
  ),
  boys: words('Adil Ahmed Amir Arjun Bilal Hamza Ibrahim Imran Kabir Rohan Sahil Yusuf Zain Zayan'),
  families: words(
    'Ahmed Ali Begum Bhatti Choudhury Hussain Iqbal Kaur Khan Mahmood Malik Mistry Patel Rahman Shah Singh',
  ),
};

const OTHER: Pool = {
  girls: words('Adiam Ariana Darya Hanna Lan Layla Linh Mariam Nour Rania Selam Soraya'),
  boys: words('Abdulrahman Ali Amanuel Dawit Hassan Karwan Mohammad Natnael Omar Rebin Yonas Zaki'),
  families: words(
    'Abdi Ahmadi Aziz Berhane Farah Gebremedhin Hamid Haile Hoang Ismail Karimi Nguyen Omar Rashid Saleh Tesfay',
  ),
};

/** Codes of the return by their first letter: W, M, A, B; the rest are other or not stated. */
function poolsFor(ethnicity: string): readonly Pool[] {
  switch (ethnicity[0]) {
    case 'W':
      return [WHITE];
    case 'A':
      return [ASIAN];
    case 'B':
      return [BLACK];
    case 'M':
      return [WHITE, BLACK, ASIAN];
    default:
      return ethnicity === 'CHNE' || ethnicity === 'OOTH' ? [OTHER] : [WHITE, OTHER];
  }
}

/** A given and a family name that the child could have. */
export function personName(
  random: Random,
  { sex, ethnicity }: { readonly sex: 'M' | 'F'; readonly ethnicity: string },
): { readonly given: string; readonly family: string } {
  const pools = poolsFor(ethnicity);
  const { girls, boys } = random.pick(pools);
  return {
    given: random.pick(sex === 'F' ? girls : boys),
    family: random.pick(random.pick(pools).families),
  };
}
