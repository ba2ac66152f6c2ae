import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useApi } from '@/api/ApiProvider';
import { ApiError } from '@/api/errors';
import { usePermission } from '@/api/permissions';
import type { User } from '@/api/schema';
import { userSearchQuery } from '@/api/users';
import { useLanguage } from '@/i18n/useLanguage';
import { displayName } from '@/model/people';
import { describeError } from '../page/describeError';
import { HowToGet } from '../permission/HowToGet';
import { RefusalAdvice } from '../permission/RefusalAdvice';

type FoundUser = User & { id: string };

interface UserSearchProps {
  label: string;
  /** What is wrong with the choice so far. */
  error?: string | undefined;
  /** What somebody can do who may not search. */
  insteadOfSearch?: string | undefined;
  onFound: (userId: string) => void;
}

const SHORTEST_SEARCH = 2;
const SEARCH_NEEDS = ['directory:user:view'] as const;

/** Finds users by name or email in the service's own search, and hands on each one that is chosen. */
export function UserSearch({ label, error: problem, insteadOfSearch, onFound }: UserSearchProps) {
  useLanguage();
  const [text, setText] = useState('');
  const value = useDeferredValue(text.trim());
  const { data, error, isFetching } = useQuery({
    ...userSearchQuery(useApi(), {
      pageSize: 25,
      pageNumber: 1,
      query: [{ type: 'CONTAINS', value, fields: ['name', 'email'] }],
    }),
    enabled: value.length >= SHORTEST_SEARCH,
    placeholderData: keepPreviousData,
  });
  const maySearch = usePermission(...SEARCH_NEEDS) !== 'no';
  const options = (value.length >= SHORTEST_SEARCH ? (data?.results ?? []) : []).filter(
    (user): user is FoundUser => user.id !== undefined,
  );

  return (
    <Autocomplete<FoundUser>
      options={options}
      disabled={!maySearch}
      value={null}
      inputValue={text}
      onInputChange={(_, typed, reason) => setText(reason === 'input' ? typed : '')}
      onChange={(_, user) => user && onFound(user.id)}
      // The service has filtered already.
      filterOptions={(found) => found}
      getOptionKey={(user) => user.id}
      getOptionLabel={(user) => displayName(user, user.id)}
      loading={isFetching}
      blurOnSelect={false}
      noOptionsText={
        value.length < SHORTEST_SEARCH ? t`Type at least two letters` : t`No such user`
      }
      renderOption={({ key, ...props }, user) => (
        <li key={key} {...props}>
          <span dir="auto">{displayName(user, user.id)}</span>{' '}
          <Typography
            variant="body2"
            component="span"
            sx={{ color: 'text.secondary', marginInlineStart: 1 }}
          >
            {user.email}
          </Typography>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={error !== null || problem !== undefined}
          helperText={
            maySearch ? (
              <>
                {searchText(error, problem)}{' '}
                {error instanceof ApiError && error.refusal && (
                  <RefusalAdvice refusal={error.refusal} />
                )}
              </>
            ) : (
              <>
                <Trans>You may not search for users.</Trans> {insteadOfSearch}{' '}
                <HowToGet permissions={SEARCH_NEEDS} needed="any" />
              </>
            )
          }
        />
      )}
    />
  );
}

function searchText(error: Error | null, problem: string | undefined): string {
  if (error) {
    const { message } = describeError(error);
    return t`The search did not work: ${message}`;
  }
  return problem ?? t`By name or email`;
}
