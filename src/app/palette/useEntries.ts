import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { userPath } from '@/components/person/paths';
import { formatNumber } from '@/i18n/formats';
import { type Entry, matching } from './entries';
import { useActions } from './useActions';
import { useFoundLicenses } from './useFoundLicenses';
import { type FoundUsers, useFoundUsers } from './useFoundUsers';
import { usePlaces } from './usePlaces';

/** Everything that fits what was typed, group by group, and how far the search for it has come. */
export function useEntries(text: string) {
  const places = usePlaces();
  const actions = useActions();
  const licenses = useFoundLicenses(text);
  const users = useFoundUsers(text);
  const people = usePeopleEntries(text, users);
  const pages = places.filter(({ group }) => group === 'pages');
  const audit = places.filter(({ group }) => group === 'audit');
  const entries = [
    ...matching(pages, text),
    ...matching(actions, text),
    ...matching(audit, text),
    ...licenses.entries,
    ...people,
  ];
  return { entries, licenses, users };
}

function usePeopleEntries(text: string, { users, total }: FoundUsers): Entry[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const people = useMemo(
    () =>
      users.map(
        ({ userId, name, email }): Entry => ({
          id: `user:${userId}`,
          group: 'users',
          label: name,
          detail: email,
          run: () => void navigate(userPath(userId)),
        }),
      ),
    [users, navigate],
  );
  if (total <= users.length) return people;
  const count = formatNumber(total);
  const words = text.trim();
  const all: Entry = {
    id: 'users:all',
    group: 'users',
    label: t`All ${count} users found`,
    detail: t`Opens the assignments, filtered`,
    run: () => void navigate(`/assignments?${new URLSearchParams({ q: words })}`),
  };
  return [...people, all];
}
