// People write names and notes as they like. Here these become something that reads well in a mail and cannot pass for
// another part of it. HTML is escaped where it is made.

/** Turn the direction of what follows, and would do so beyond the end of the name that they stand in. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A text in one line, whatever breaks and controls it holds. */
export function oneLine(text: string): string {
  return text
    .replace(DIRECTION_CONTROLS, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

/** A text with its own line breaks, and none of the controls. */
export function ownLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}

/** At most so many code points, the last of them a sign that there was more. */
export function shorten(text: string, max: number): string {
  const points = [...text];
  return points.length > max
    ? `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
