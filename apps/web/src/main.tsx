import './app/early';
import './app/styles.css';
import { ApolloLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createApolloClient, createHttpTransport } from './app/apollo-client';
import { App } from './app/app';
import { FirstRender, readFirst } from './app/first-render';
import { Providers } from './app/providers';
import { createSocket } from './live/socket';

const socket = createSocket();
const transport = ApolloLink.split(
  ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
  socket.link,
  createHttpTransport(),
);
const client = createApolloClient(transport);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
readFirst(client).then(() =>
  // As a transition it is done in slices, between which a phone can scroll and answer presses.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <FirstRender client={client}>
          <Providers client={client}>
            <App onConnected={socket.onConnected} />
          </Providers>
        </FirstRender>
      </StrictMode>,
    ),
  ),
);
