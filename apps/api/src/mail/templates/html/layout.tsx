import type { ReactNode } from 'react';
import { Body, Container, Head, Heading, Html, Preview, Section, Text } from 'react-email';
import type { Letter, LetterFooter } from '../letter.js';
import { shorten } from '../readable.js';
import { LOOK, STYLE_SHEET } from './look.js';
import { LineLink, Quiet } from './parts.js';

/** As much as mail programs show beside a subject. */
const PREHEADER_LENGTH = 140;

interface LayoutProps {
  readonly letter: Letter;
  readonly language: string;
  readonly sender: string;
  readonly children: ReactNode;
}

/** What every mail has around what it says. */
export function Layout({ letter, language, sender, children }: LayoutProps) {
  return (
    <Html lang={language}>
      <Head>
        <title>{letter.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <style>{STYLE_SHEET}</style>
      </Head>
      <Preview useTitleTag={false}>{shorten(letter.preheader, PREHEADER_LENGTH)}</Preview>
      <Body lang={language} className="page" style={LOOK.page}>
        <Container style={LOOK.frame}>
          <Text className="sender quiet" style={LOOK.sender}>
            {sender}
          </Text>
          <Section className="card" tdClassName="inside" style={LOOK.card}>
            <Heading as="h1" className="ink" style={LOOK.title}>
              {letter.kind === 'ACCOUNT' ? letter.title : letter.subject}
            </Heading>
            {children}
          </Section>
          {letter.kind === 'ACCOUNT' ? null : <Footer footer={letter.footer} />}
        </Container>
      </Body>
    </Html>
  );
}

function Footer({ footer: { why, choose, end } }: { footer: LetterFooter }) {
  return (
    <Section tdClassName="below" style={LOOK.footer}>
      <Quiet>{why}</Quiet>
      <LineLink {...choose} />
      <br />
      <LineLink {...end} />
    </Section>
  );
}
