import { useId } from 'react';
import classes from './choice.module.css';

interface ChoiceProps<V extends string> {
  /** What is chosen, for people who listen. */
  label: string;
  value: V;
  onChange: (value: V) => void;
  options: readonly { readonly value: V; readonly label: string }[];
}

/**
 * One of a few short words. Looks as Mantine's SegmentedControl does, which has the browser lay out the whole page before its
 * first frame, to find out where to put the mark that slides.
 */
export function Choice<V extends string>({ label, value, onChange, options }: ChoiceProps<V>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.choice}>
      {options.map((option) => (
        <label key={option.value} className={classes.option}>
          <input
            type="radio"
            className={classes.input}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
