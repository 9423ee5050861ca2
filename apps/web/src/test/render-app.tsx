import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createApolloClient } from '../app/apollo-client';
import { App } from '../app/app';
import { Providers } from '../app/providers';
import type { ItemRowFragment, OrderCardFragment } from '../gql/graphql';
import { createFormats, FormatsContext } from '../ui/formats';
import { firstItems } from './by-merchant';
import { aViewer } from './facts';
import { FakeServer } from './fake-server';

type Answers = ConstructorParameters<typeof FakeServer>[0];

/** One page of orders, as the list reads it. */
export function ordersPage(orders: object[], pageInfo: object = { hasNextPage: false, endCursor: null }) {
  return {
    orders: {
      __typename: 'OrderConnection',
      edges: orders.map((node, index) => ({ __typename: 'OrderEdge', cursor: `edge-${index}`, node })),
      pageInfo: { __typename: 'PageInfo', ...pageInfo },
    },
  };
}

interface Shop {
  viewer?: ReturnType<typeof aViewer> | null;
  order?: OrderCardFragment;
  items?: ItemRowFragment[];
}

/** Opens the page as it is for somebody signed in who has one order; `answers` says what is different. */
export function openPage({ viewer = aViewer(), order, items = [] }: Shop, answers: Answers = {}, path = '/') {
  window.history.replaceState(null, '', path);
  const server = new FakeServer({
    session: () => ({ viewer }),
    demoAccounts: () => ({ demoAccounts: [] }),
    orders: () => ordersPage(order ? [order] : []),
    orderItems: () => ({ order: { ...order, items } }),
    ...(order && { firstItems: () => firstItems(order, items) }),
    ...answers,
  });
  render(
    <FormatsContext.Provider value={createFormats(['en-GB'], 'UTC')}>
      <Providers client={createApolloClient(server.link)} env="test">
        <App />
      </Providers>
    </FormatsContext.Provider>,
  );
  return { server, user: userEvent.setup({ delay: null }) };
}
