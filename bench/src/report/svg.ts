/** Colours that can be read on light and on dark ground. */
const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; }
  .faint { fill: #59636e; }
  .axis { stroke: #8c959f; }
  .line { stroke: #0969da; stroke-width: 2; fill: none; }
  .mark { fill: #0969da; }
  .wanted { stroke: #bc4c00; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .faint { fill: #9198a1; }
    .line { stroke: #58a6ff; }
    .mark { fill: #58a6ff; }
    .wanted { stroke: #f0883e; }
  }`;

export function svg(width: number, height: number, title: string, content: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${inMarkup(title)}">`,
    `<style>${STYLE}\n</style>`,
    ...content,
    '</svg>\n',
  ].join('\n');
}

/** @param align where the text stands at `x`: begins, has its middle or ends */
export function text(
  x: number,
  y: number,
  words: string,
  kind: '' | 'title' | 'faint' = '',
  align: 'start' | 'middle' | 'end' = 'start',
): string {
  return `<text x="${at(x)}" y="${at(y)}" class="${kind}" text-anchor="${align}">${inMarkup(words)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, kind: 'axis' | 'wanted'): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" class="${kind}"/>`;
}

export function bar(x: number, y: number, width: number, height: number): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="2" class="mark"/>`;
}

export function curve(points: ReadonlyArray<readonly [x: number, y: number]>): string {
  const path = points.map(([x, y]) => `${at(x)},${at(y)}`).join(' ');
  const marks = points.map(([x, y]) => `<circle cx="${at(x)}" cy="${at(y)}" r="3.5" class="mark"/>`);
  return [`<polyline points="${path}" class="line"/>`, ...marks].join('\n');
}

function at(place: number): string {
  return String(Math.round(place * 10) / 10);
}

function inMarkup(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
