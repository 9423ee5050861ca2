import { createHash } from 'node:crypto';
import { hex, scramble } from './random.js';

// Ids as the server makes them: a prefix and a UUID of version 7, which begins with the time.

/** All orders were placed between these times. */
const BEGIN_MS = Date.UTC(2024, 0, 1);
export const END_MS = Date.UTC(2025, 11, 1);

export const ORDERS_PER_BUYER = 20;

/** How many buyers a size has, e.g. 10,000 at size 10. */
export function buyersAt(size: number): number {
  return 1_000 * size;
}

/** When the `order`th order of all was placed. */
export function placedAt(order: number, size: number): number {
  return BEGIN_MS + Math.floor((order * (END_MS - BEGIN_MS)) / (buyersAt(size) * ORDERS_PER_BUYER));
}

/** Buyers take turns, so that the orders of one lie as far apart in the tables as time puts them. */
export function buyerOf(order: number, size: number): number {
  return order % buyersAt(size);
}

export function accountId(buyer: number): string {
  return id('acc', BEGIN_MS + buyer, 0, buyer);
}

export const OPERATOR_ID = id('acc', BEGIN_MS - 1, 0, 0);

export function orderId(order: number, size: number): string {
  return id('ord', placedAt(order, size), 0, order);
}

export function itemId(order: number, position: number, size: number): string {
  return id('itm', placedAt(order, size), position, order);
}

/** The token in the session cookie of a buyer. */
export function tokenOf(buyer: number | 'operator'): string {
  return token(`session of ${buyer}`);
}

/** By which whoever holds a mail to a buyer ends them. */
export function unsubscribeTokenOf(buyer: number | 'operator'): string {
  return token(`mails to ${buyer}`);
}

export function sessionId(buyer: number): string {
  return id('ses', BEGIN_MS + buyer, 0, buyer);
}

function token(of: string): string {
  return createHash('sha256').update(of).digest('base64url');
}

function id(prefix: string, ms: number, counter: number, number: number): string {
  return `${prefix}_${hex(ms, 12)}7${hex(counter, 3)}8${hex(scramble(number, counter), 7)}${hex(number, 8)}`;
}
