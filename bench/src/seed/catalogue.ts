import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { inRepository } from '../machine/places.js';

interface Product {
  readonly code: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
}

/** What the real orders of the examples are like. */
export interface Catalogue {
  readonly products: readonly Product[];
  /** How many items orders have, 10 on average. */
  readonly sizes: readonly number[];
}

const MEAN_SIZE = 10;

interface Line {
  readonly InvoiceNo: string;
  readonly StockCode: string;
  readonly Description: string;
  readonly Quantity: string;
  readonly UnitPrice: string;
}

/** Reads the lines of the examples that can be ordered. */
export function readCatalogue(): Catalogue {
  const lines: Line[] = parse(readFileSync(inRepository('examples/online-retail.csv')), { columns: true });
  const products: Product[] = [];
  const sizes = new Map<string, number>();
  for (const { InvoiceNo, StockCode, Description, Quantity, UnitPrice } of lines) {
    const product = {
      code: StockCode,
      name: Description.trim(),
      quantity: Number(Quantity),
      unitPriceMinor: Math.round(Number(UnitPrice) * 100),
    };
    if (!product.name || product.quantity < 1 || product.unitPriceMinor < 1) continue;
    products.push(product);
    sizes.set(InvoiceNo, (sizes.get(InvoiceNo) ?? 0) + 1);
  }
  return { products, sizes: scaled([...sizes.values()]) };
}

/** Makes sizes smaller, all but the largest, until they are right on average. */
function scaled(sizes: readonly number[]): number[] {
  const largest = Math.max(...sizes);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const factor = (MEAN_SIZE * sizes.length - largest) / (sum - largest);
  return sizes.map((size) => (size === largest ? size : Math.max(1, Math.round(size * factor))));
}
