import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useSearchParams } from 'react-router';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { UserSearch } from '@/components/person/UserSearch';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { displayName } from '@/model/people';
import { Comparison } from './Comparison';
import type { Compared } from './compared';
import { isNotFound, useUserPage } from './useUserPage';

const COMPARE = 'compare';

/** This user beside another one, whom the address names. */
export function SideBySide({ user }: { user: Compared }) {
  const { t } = useLingui();
  const [params, setParams] = useSearchParams();
  const otherId = params.get(COMPARE);

  function compareWith(userId: string | undefined) {
    setParams((current) => {
      const next = new URLSearchParams(current);
      if (userId === undefined) next.delete(COMPARE);
      else next.set(COMPARE, userId);
      return next;
    });
  }

  return (
    <Section
      title={t`Side by side`}
      actions={
        otherId && (
          <Button size="small" onClick={() => compareWith(undefined)}>
            {t`Stop comparing`}
          </Button>
        )
      }
    >
      <Box sx={{ maxWidth: '30rem' }}>
        <UserSearch
          label={otherId ? t`Compare with another user` : t`Compare with`}
          onFound={compareWith}
        />
      </Box>
      {!otherId && <Muted>{t`Choose a user to see what only one of the two holds.`}</Muted>}
      {otherId === user.userId && <Muted>{t`This is the same user.`}</Muted>}
      {otherId && otherId !== user.userId && (
        <WithOther key={otherId} user={user} otherId={otherId} />
      )}
    </Section>
  );
}

/** Waits for the other user. What cannot be read of them is said, and nothing is compared with a guess. */
function WithOther({ user, otherId }: { user: Compared; otherId: string }) {
  const { t } = useLingui();
  const data = useUserPage(otherId);
  const { profile, licenses, held } = data;
  const name = displayName(profile.data, otherId);
  if (licenses.isPending || profile.isPending) return <Skeleton variant="rounded" height={120} />;
  if (data.isNoUser && (isNotFound(licenses.error) || held?.ids.length === 0)) {
    return <Muted>{t`The service knows no user with the ID ${otherId}.`}</Muted>;
  }
  if (licenses.isError && !isNotFound(licenses.error)) {
    return (
      <ErrorNotice
        title={t`The licenses of ${name} could not be read`}
        error={licenses.error}
        onRetry={() => void licenses.refetch()}
      />
    );
  }
  if (held === undefined) {
    return <Muted>{t`The service does not say which licenses ${name} holds.`}</Muted>;
  }
  if (user.data.licenses.isPending) return <Skeleton variant="rounded" height={120} />;
  if (user.data.held === undefined) {
    const { name: userName } = user;
    return (
      <Muted>{t`Which licenses ${userName} holds is unknown, so there is nothing to compare.`}</Muted>
    );
  }
  const first = { ...user, held: user.data.held };
  const second = { userId: otherId, name, data, held };
  const areNamesakes = first.name === second.name;
  return (
    <Comparison
      first={areNamesakes ? withMoreThanName(first) : first}
      second={areNamesakes ? withMoreThanName(second) : second}
    />
  );
}

/** Two people of one name are told apart by what only one of them has. */
function withMoreThanName<Person extends Compared>(person: Person): Person {
  const { name, userId, data } = person;
  return { ...person, name: `${name} (${data.profile.data?.email?.trim() || userId})` };
}
