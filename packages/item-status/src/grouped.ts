/** A bound as people read it: 100,000 or 1,000,000.00. English and Chinese write it alike. */
export function grouped(bound: number | string): string {
  return String(bound).replace(/^\d+/, (whole) => Number(whole).toLocaleString('en'));
}
