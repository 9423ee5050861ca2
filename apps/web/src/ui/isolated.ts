/** What is written from right to left, or turns the direction of what follows. */
const TURNS = /[\p{Bidi_Control}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** At its end all directions end by themselves. */
const LINE = /[^\n\r]+/g;
const ISOLATES = /[\u2066-\u2069]/g;
const BEGIN = '\u2068';
const END = '\u2069';

/**
 * A text of somebody's as it can stand among words of ours: whatever direction it has, it neither turns them nor takes them
 * in. Most texts are as they were; for the others see Unicode's annex 9, on isolates.
 */
export function isolated(text: string): string {
  return text.replace(LINE, (line) => (TURNS.test(line) ? isolatedLine(line) : line));
}

function isolatedLine(line: string): string {
  // It may end what it did not begin, and the other way round.
  let open = 0;
  let unbegun = 0;
  for (const [sign] of line.matchAll(ISOLATES)) {
    if (sign !== END) open += 1;
    else if (open > 0) open -= 1;
    else unbegun += 1;
  }
  return BEGIN.repeat(unbegun + 1) + line + END.repeat(open + 1);
}
