import { Button, Link, Text } from 'react-email';
import type { LabelledLink } from '../letter.js';
import { LOOK, MARKS } from './look.js';

/** A status as a word with a sign; the colour says only which family it is in. */
export function StatusMark({ family, label }: { family: keyof typeof MARKS; label: string }) {
  const { sign, style } = MARKS[family];
  return (
    <span className={family} style={style}>
      {`${sign} ${label}`}
    </span>
  );
}

export function Paragraph({ children }: { children: string }) {
  return (
    <Text className="ink" style={LOOK.text}>
      {children}
    </Text>
  );
}

export function Quiet({ children }: { children: string }) {
  return (
    <Text className="quiet" style={LOOK.quiet}>
      {children}
    </Text>
  );
}

/** A link that has a line to itself, high enough for a thumb. */
export function LineLink({ label, link }: LabelledLink) {
  return (
    <Link className="link" href={link} style={LOOK.lineLink}>
      {label}
    </Link>
  );
}

/** @param says what the button does, for who hears it without what stands around it */
export function ActionButton({ label, link, says }: LabelledLink & { says?: string }) {
  return (
    <Button className="button" href={link} style={LOOK.button} aria-label={says}>
      {label}
    </Button>
  );
}
