import type { ApolloClient } from '@apollo/client';
import { type ReactNode, useEffect } from 'react';
import { OrdersDocument, SessionDocument } from '../gql/graphql';
import { parseOrdersLocation, showsOrders } from '../orders/orders-location';
import { ordersVariables } from '../orders/orders-variables';
import { forgetEarlyAnswers } from './early-answers';
import { fetchIntoCache } from './fetch-into-cache';

/** How long the first answers are waited for. They were asked for long ago; a page without them is better than none. */
const PATIENCE_MS = 250;

/** Reads what the first page shows into the cache, so that it is rendered once and whole instead of bit by bit. */
export async function readFirst(client: ApolloClient): Promise<void> {
  const { pathname, search } = window.location;
  const read = async () => {
    await client.query({ query: SessionDocument });
    if (!showsOrders(pathname)) return;
    const variables = ordersVariables(parseOrdersLocation(pathname, search));
    await fetchIntoCache(client, { query: OrdersDocument, variables }, nextTask);
  };
  // What failed is asked again, and told of, by whoever shows it.
  const failed = () => {};
  const done = read().catch(failed).finally(forgetEarlyAnswers);
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  client.prioritizeCacheValues = true;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** What was just read needs no second reading by those who show it first. */
export function FirstRender({ client, children }: { client: ApolloClient; children: ReactNode }) {
  useEffect(() => {
    client.prioritizeCacheValues = false;
  }, [client]);
  return children;
}
