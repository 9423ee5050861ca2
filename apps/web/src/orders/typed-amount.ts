/**
 * A price as it was typed, with a point for its decimals: the keyboards of many phones have only the comma that is usual
 * where their owner lives. Three digits after a comma may as well be thousands, and are left for the checks to refuse.
 */
export function typedAmount(text: string): string {
  return text.trim().replace(/^(\d+),(\d{1,2})$/, '$1.$2');
}
