/** What the links of a mail lead to, in their order. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/ href="([^"]*)"/g)].map(([, link = '']) => unescaped(link));
}

/** What somebody reads of a mail. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const words = body.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, ' ');
  return unescaped(words).replace(/\s+/g, ' ');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
