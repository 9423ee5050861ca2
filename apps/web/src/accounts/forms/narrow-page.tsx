import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './narrow-page.module.css';

/** A page that asks for one thing. */
export function NarrowPage({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <div>
        <Title order={1} size="h3">
          {title}
        </Title>
        {intro && (
          <Text size="sm" c="dimmed">
            {intro}
          </Text>
        )}
      </div>
      {children}
    </div>
  );
}
