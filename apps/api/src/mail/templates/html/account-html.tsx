import { Link, Text } from 'react-email';
import type { AccountLetter } from '../letter.js';
import { LOOK } from './look.js';
import { ActionButton, Paragraph } from './parts.js';

export function AccountHtml({ letter: { before, button, after } }: { letter: AccountLetter }) {
  return (
    <>
      {before.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      {button ? <ActionButton label={button.label} link={button.link} /> : null}
      {after.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      {button ? (
        <Text className="quiet" style={LOOK.copyLink}>
          {button.copyLink}
          <br />
          <Link className="link" href={button.link} style={LOOK.link}>
            {button.link}
          </Link>
        </Text>
      ) : null}
    </>
  );
}
