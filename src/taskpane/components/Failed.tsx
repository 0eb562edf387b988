import { Button } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { Message } from './Message';
import { usePaneState, useSession } from './useSession';

/** The sheet could not be read. */
export function Failed({ sentence }: { readonly sentence: string }) {
  const session = useSession();
  const { busy } = usePaneState();
  return (
    <Message
      icon={<ErrorCircleRegular fontSize={32} />}
      title="没有查成"
      sentences={[sentence]}
      actions={
        <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => void session.check()}>
          再查一次
        </Button>
      }
    />
  );
}
