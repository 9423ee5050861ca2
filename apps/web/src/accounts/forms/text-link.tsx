import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './text-link.module.css';

/** A link that stands by itself, as high as a thumb needs. */
export function TextLink({ href, onClick, children }: { href: string; onClick?: () => void; children: ReactNode }) {
  return (
    <Link href={href} className={classes.link} onClick={onClick}>
      {children}
    </Link>
  );
}
