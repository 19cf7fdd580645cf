import { KNOWN_MEDICINES, namesOf, wordsOf, type KnownMedicine } from "@/lib/domain/medicines/known-medicines";

/** `name` is the one that fits what was typed, a brand or the substance. */
export type FoundMedicine = { name: string; medicine: KnownMedicine };

/** From this many typed letters on, one slip is forgiven, and from `TWO_SLIPS_FROM` on two. */
const ONE_SLIP_FROM = 4;
const TWO_SLIPS_FROM = 8;

const NAMES = KNOWN_MEDICINES.flatMap((medicine) => namesOf(medicine).map((name) => ({ name, medicine, words: wordsOf(name) })));

/**
 * Medicines whose names fit what was typed: names that begin with it first, then those with a word that does, then those that begin
 * with nearly the same letters (one missing, one too many, one wrong, or two swapped). In each group in the order of the list, which
 * has MS medicines first. Accents, capitals and hyphens do not matter. A name in full stands before all others.
 * @returns at most `most`; none for less than one letter or digit
 */
export function searchMedicines(typed: string, most = 8): FoundMedicine[] {
  const query = wordsOf(typed);
  if (query === "") return [];
  const ranked = NAMES.flatMap(({ name, medicine, words }) => {
    const rank = rankOf(query, words);
    return rank === null ? [] : [{ name, medicine, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, most).map(({ name, medicine }) => ({ name, medicine }));
}

/** Lower is nearer; null = does not fit. */
function rankOf(query: string, words: string): number | null {
  if (words === query) return 0;
  if (words.startsWith(query)) return 1;
  if (` ${words}`.includes(` ${query}`)) return 2;
  const slips = query.length >= TWO_SLIPS_FROM ? 2 : query.length >= ONE_SLIP_FROM ? 1 : 0;
  if (slips === 0) return null;
  const starts = [words, ...words.split(" ").slice(1)];
  const fewest = Math.min(...starts.map((start) => slipsToBegin(query, start)));
  return fewest <= slips ? 2 + fewest : null;
}

/** How many slips turn `typed` into some beginning of `word`: optimal string alignment, least over all beginnings. */
function slipsToBegin(typed: string, word: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const isSame = typed[i - 1] === word[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(...last);
}
