import type { DivisionName } from './departments';

/**
 * Names by script. A word is `name` or `name:romanized`, the second for e-mail addresses; Latin letters need none.
 * Family names of `familyFirst` scripts stand first and are joined by `joiner`.
 */
export interface NamePool {
  weight: number;
  division: DivisionName;
  given: readonly Word[];
  family: readonly Word[];
  familyFirst: boolean;
  joiner: string;
  /** A second family name (Spanish) or a middle initial (English), so that large organizations repeat few names. */
  extra?: 'secondFamily' | 'initial';
}

export interface Word {
  text: string;
  roman: string;
}

const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  ı: 'i',
  æ: 'ae',
};

interface PoolWords {
  given: string;
  family: string;
  familyFirst?: boolean;
  joiner?: string;
  extra?: 'secondFamily' | 'initial';
}

/** The lists are written as words with spaces between; a no-break space keeps a name of two words together. */
export function pool(weight: number, division: DivisionName, words: PoolWords): NamePool {
  return {
    weight,
    division,
    given: words.given.split(' ').map(word),
    family: words.family.split(' ').map(word),
    familyFirst: words.familyFirst ?? false,
    joiner: words.joiner ?? (words.familyFirst ? '' : ' '),
    ...(words.extra !== undefined && { extra: words.extra }),
  };
}

function word(entry: string): Word {
  const [written = '', roman] = entry.split(':');
  const text = written.replaceAll('\u00a0', ' ');
  return { text, roman: roman ?? latinLetters(text) };
}

function latinLetters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[ßøłđþıæ]/g, (letter) => letters[letter] ?? '')
    .replace(/[^a-z]/g, '');
}
