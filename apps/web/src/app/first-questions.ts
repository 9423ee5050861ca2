import documents from '../gql/first-documents.json' with { type: 'json' };
import { parseOrdersLocation, showsOrders } from '../orders/orders-location';
import { ordersVariables } from '../orders/orders-variables';

/** A question as it goes over the wire. */
export interface Question {
  readonly operationName: string;
  readonly variables: object;
  readonly query: string;
}

/** What the page is going to ask, whoever visits it, told by its URL alone. */
export function firstQuestions({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Question[] {
  const session = { operationName: 'Session', variables: {}, query: documents.Session };
  if (!showsOrders(pathname)) return [session];
  const variables = ordersVariables(parseOrdersLocation(pathname, search));
  return [session, { operationName: 'Orders', variables, query: documents.Orders }];
}
