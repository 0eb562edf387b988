import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  readonly children: ReactNode;
  /** What is shown when a component fails; `again` shows the children once more. */
  readonly instead: (error: unknown, again: () => void) => ReactNode;
}

/** Keeps the failure of a component from emptying the pane. */
export class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return this.props.instead(error, () => this.setState({ error: null }));
  }
}
