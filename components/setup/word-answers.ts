/** Several answers as one line: a capital at the start only. What was not answered is left out. */
export function wordAnswers(parts: readonly (string | false | undefined)[]): string {
  const line = parts.filter((part) => part).map((part) => lowerFirst(part as string)).join(", ");
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

/** "I cannot walk" keeps its capital: it is a word of its own. */
const lowerFirst = (text: string) => (/^I\b/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`);
