import 'graphiql/style.css';
import './graphiql.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';

/** A first thing to run, for partners who open this page to get to know the API. */
const FIRST_QUERY = `# Ctrl-Enter runs the operation. You are whoever is signed in to the page in this browser.
query MyOrders {
  viewer { name role }
  orders(first: 5) {
    edges { node { number state attentionCount total currency } }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const url = new URL('/graphql', window.location.href);
const socketUrl = new URL(url);
socketUrl.protocol = url.protocol.replace('http', 'ws');

const fetcher = createGraphiQLFetcher({ url: url.href, wsClient: createClient({ url: socketUrl.href }) });

const root = document.getElementById('graphiql');
if (!root) throw new Error('graphiql.html has no #graphiql');
createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={FIRST_QUERY} />);
