import type { Compared } from '../compare/compared.js';
import type { Results } from './results.js';
import { bar, curve, line, svg, text } from './svg.js';

const WIDTH = 760;
const BAR_HEIGHT = 34;
const CHART_HEIGHT = 210;

interface Chart {
  readonly title: string;
  /** From the left to the right; `x` from 0 to 1. */
  readonly points: ReadonlyArray<{ readonly x: number; readonly label: string; readonly y: number }>;
}

/** Draws what was measured. */
export function plot({ compared = {}, growth = [], largeOrders = [], broadcast }: Results): string {
  const bars = drawBars(Object.values(compared));
  const top = bars.height + 20;
  const charts: Chart[] = [
    {
      title: 'My Orders by buyers: requests/s',
      points: growth.map(({ buyers, perSecond }, index) => ({
        ...{ x: index / Math.max(1, growth.length - 1), y: perSecond, label: buyers.toLocaleString('en') },
      })),
    },
    {
      title: 'One order by its items: ms',
      points: largeOrders.map(({ items, ms }) => ({ x: items / 500, y: ms, label: String(items) })),
    },
    {
      title: 'Memory by sockets: MiB',
      points: (broadcast?.memory ?? []).map(({ sockets, bytes }) => ({
        ...{ x: sockets / (broadcast?.sockets ?? 1), y: bytes / 2 ** 20, label: sockets.toLocaleString('en') },
      })),
    },
  ];
  const drawn = charts.filter(({ points }) => points.length > 0);
  const width = WIDTH / Math.max(1, drawn.length);
  const content = drawn.flatMap((chart, index) => drawChart(chart, index * width, top, width - 20));
  const height = top + (drawn.length > 0 ? CHART_HEIGHT + 40 : 0);
  return svg(WIDTH, height, 'The server beside the limit, and how it grows', [...bars.content, ...content]);
}

/** How near the server comes to the limit. */
function drawBars(all: readonly Compared[]): { readonly height: number; readonly content: string[] } {
  // Room for the longest title in a font that is wider than ours.
  const left = 380;
  const most = Math.max(1.2, ...all.flatMap(({ ratio, reach }) => [ratio, reach])) * 1.1;
  const place = (ratio: number) => left + (ratio / most) * (WIDTH - left - 50);
  const bottom = 30 + all.length * BAR_HEIGHT;
  const content = all.flatMap(({ title, ratio, reach }, index) => {
    const y = 30 + index * BAR_HEIGHT;
    return [
      text(left - 10, y + 19, title, '', 'end'),
      bar(left, y + 5, place(ratio) - left, BAR_HEIGHT - 14),
      line(place(reach), y + 1, place(reach), y + BAR_HEIGHT - 5, 'wanted'),
      text(WIDTH - 10, y + 19, ratio.toFixed(2), 'title', 'end'),
    ];
  });
  const limit = [
    line(place(1), 24, place(1), bottom, 'axis'),
    text(place(1), bottom + 14, 'the limit', 'faint', 'middle'),
  ];
  return {
    height: bottom + 20,
    content: [
      text(0, 16, 'Requests/s as a share of the limit; the strokes are what is wanted', 'title'),
      ...limit,
      ...content,
    ],
  };
}

function drawChart({ title, points }: Chart, x: number, y: number, width: number): string[] {
  const left = x + 25;
  const right = x + width - 30;
  const bottom = y + CHART_HEIGHT - 10;
  const most = Math.max(...points.map((point) => point.y)) * 1.15;
  const placed = points.map((point) => ({
    ...point,
    at: [left + point.x * (right - left), bottom - (point.y / most) * (CHART_HEIGHT - 50)] as const,
  }));
  return [
    text(x, y + 14, title, 'title'),
    line(left, bottom, right, bottom, 'axis'),
    curve(placed.map(({ at }) => at)),
    ...placed.flatMap(({ at: [px, py], y: value, label }, index) => {
      // Where points lie close together, only the first of them and the last are labelled.
      const isLabelled = index === 0 || index === placed.length - 1 || px - (placed[index - 1]?.at[0] ?? 0) > 45;
      if (!isLabelled) return [];
      return [
        text(px, bottom + 16, label, 'faint', 'middle'),
        text(px, py - 9, value < 10 ? value.toFixed(1) : value.toFixed(0), '', 'middle'),
      ];
    }),
  ];
}
