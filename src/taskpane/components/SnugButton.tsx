import { Button, type ButtonProps } from '@fluentui/react-components';

/** A small button, no wider than its words, for what can be done about what stands above it. */
export function SnugButton(props: ButtonProps) {
  return <Button className="snug" size="small" {...props} />;
}
