import { Button } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { Component, type ReactNode } from 'react';
import { sentenceOf } from '../session/words';
import { Message } from './Message';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Says what happened, instead of an empty pane, when a component fails. */
export class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Message
        icon={<ErrorCircleRegular fontSize={32} />}
        title="窗格出了错"
        sentences={['工作簿没有被改动。', sentenceOf(error)]}
        actions={
          <Button appearance="primary" onClick={() => window.location.reload()}>
            重新载入窗格
          </Button>
        }
      />
    );
  }
}
