/** A part of a text: from its first character to the one after its last. */
export type Hit = { from: number; to: number };

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Record<string, string> = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ħ: "h" };
const MARKS = /[\u0300-\u036f]/g;

const foldCharacter = (character: string): string =>
  [...character.normalize("NFKD").toLowerCase().normalize("NFKD").replace(MARKS, "")].map((each) => PLAIN[each] ?? each).join("");

/** Without accents and capitals, "Müde" as "mude": what is looked for is folded the same way. */
export const foldText = (text: string): string => [...text].map(foldCharacter).join("");

/** The words of a query, folded; none for an empty one. Each has to be found. */
export const foldWords = (query: string): string[] => [...new Set(foldText(query).split(/\s+/u).filter(Boolean))];

/** True when every word occurs, anywhere, in any order. False for no words. */
export function hasWords(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const folded = foldText(text);
  return words.every((word) => folded.includes(word));
}

/** Where words of a query stand in the text as it was written, in order, joined where they touch. */
export function findHits(text: string, words: readonly string[]): Hit[] {
  // For each folded character the place of the written one that it came from; a mark belongs to the letter before it.
  let folded = "";
  const writtenAt: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let place = 0; place < plain.length; place += 1) writtenAt.push(at);
    folded += plain;
    at += character.length;
  }
  const endOf = (place: number): number => {
    const own = writtenAt[place];
    let next = place + 1;
    while (next < writtenAt.length && writtenAt[next] === own) next += 1; // one letter may fold to two
    return writtenAt[next] ?? text.length;
  };
  const hits: Hit[] = [];
  for (const word of words) {
    for (let place = folded.indexOf(word); word && place >= 0; place = folded.indexOf(word, place + 1)) {
      hits.push({ from: writtenAt[place]!, to: endOf(place + word.length - 1) });
    }
  }
  return joined(hits);
}

function joined(hits: Hit[]): Hit[] {
  const result: Hit[] = [];
  for (const hit of hits.sort((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && hit.from <= last.to) last.to = Math.max(last.to, hit.to);
    else result.push({ ...hit });
  }
  return result;
}
