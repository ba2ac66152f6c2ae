import { Trans } from '@lingui/react/macro';
import { Fragment } from 'react';

interface NamesProps {
  names: readonly string[];
  joined: 'and' | 'or';
}

/** Names of permissions or of scopes, as they stand in Genesys Cloud. */
export function Names({ names, joined }: NamesProps) {
  return names.map((name, position) => (
    <Fragment key={name}>
      {position > 0 && (
        <>
          {' '}
          {joined === 'or' ? (
            <Trans comment="Between the names of two permissions">or</Trans>
          ) : (
            <Trans comment="Between the names of two permissions">and</Trans>
          )}{' '}
        </>
      )}
      <code>{name}</code>
    </Fragment>
  ));
}
