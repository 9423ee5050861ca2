/** The straight line that comes nearest to some points. */
export function linearFit(points: ReadonlyArray<readonly [x: number, y: number]>): {
  readonly perItem: number;
  /** How far the point lies from it that lies farthest, as a share of the largest `y`. */
  readonly deviation: number;
} {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanX, meanY] = [mean(([x]) => x), mean(([, y]) => y)];
  const perItem = mean(([x, y]) => (x - meanX) * (y - meanY)) / mean(([x]) => (x - meanX) ** 2);
  const farthest = Math.max(...points.map(([x, y]) => Math.abs(y - (meanY + perItem * (x - meanX)))));
  return { perItem, deviation: farthest / Math.max(...points.map(([, y]) => y)) };
}
