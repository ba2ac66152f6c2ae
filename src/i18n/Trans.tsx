import { TransNoContext, type TransProps } from '@lingui/react/server';
import { useLingui } from './useLingui';

/** What `<Trans>` and `<Plural>` of '@lingui/react/macro' are compiled to. */
export function Trans(props: TransProps) {
  return <TransNoContext {...props} lingui={useLingui()} />;
}
