import { mergeClasses } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';

/** What is said of something, under its name. */
export interface ListedFact {
  readonly name: string;
  readonly fact: ReactNode;
}

/** Names and what is said of each, in two columns. */
export function FactList({ facts, className }: { readonly facts: readonly ListedFact[]; readonly className: string }) {
  return (
    <dl className={mergeClasses('facts', className)}>
      {facts.map(({ name, fact }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
