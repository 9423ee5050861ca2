import { render } from 'react-email';
import type { Letter } from '../letter.js';
import type { MailWords } from '../words/mail-words.js';
import { AccountHtml } from './account-html.js';
import { ClosedHtml } from './closed-html.js';
import { Layout } from './layout.js';
import { OrdersHtml } from './orders-html.js';

/** The letter as HTML. */
export function letterHtml(letter: Letter, { items, sender }: MailWords): Promise<string> {
  return render(
    <Layout letter={letter} language={items.locale} sender={sender}>
      <Content letter={letter} />
    </Layout>,
  );
}

function Content({ letter }: { letter: Letter }) {
  switch (letter.kind) {
    case 'ORDERS':
      return <OrdersHtml letter={letter} />;
    case 'CLOSED':
      return <ClosedHtml letter={letter} />;
    case 'ACCOUNT':
      return <AccountHtml letter={letter} />;
  }
}
