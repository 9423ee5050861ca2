import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { SessionProvider } from '../accounts/session';
import { messagesIn, pickLanguage } from '../messages/catalogue';
import { cssVariables, theme } from './theme';

interface ProvidersProps {
  client: ApolloClient;
  /** `test` switches Mantine's transitions off. */
  env?: 'default' | 'test';
  children: ReactNode;
}

export function Providers({ client, env = 'default', children }: ProvidersProps) {
  const language = pickLanguage();
  return (
    <ApolloProvider client={client}>
      <IntlProvider locale={language} messages={messagesIn(language)}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" env={env}>
          <SessionProvider>{children}</SessionProvider>
        </MantineProvider>
      </IntlProvider>
    </ApolloProvider>
  );
}
