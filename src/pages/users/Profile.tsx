import { t } from '@lingui/core/macro';
import Skeleton from '@mui/material/Skeleton';
import type { User } from '@/api/schema';
import type { useUser } from '@/api/users';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Facts } from '@/components/section/Facts';
import { Section } from '@/components/section/Section';
import { formatMoment } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';

export function Profile({ profile }: { profile: ReturnType<typeof useUser> }) {
  useLanguage();
  return (
    <Section title={t`Profile`}>
      {profile.isError && (
        <ErrorNotice
          title={t`The profile could not be read`}
          error={profile.error}
          onRetry={() => void profile.refetch()}
        />
      )}
      {(profile.data || profile.isPending) && (
        <Facts
          facts={factsOf(profile.data ?? {}).map(([name, value]) => [
            name,
            profile.isPending ? <Skeleton key={name} variant="text" width="8rem" /> : value,
          ])}
        />
      )}
    </Section>
  );
}

function factsOf(user: Partial<User>): [string, string | undefined][] {
  return [
    [t`Email`, user.email],
    [
      t({ message: 'Title', comment: 'What somebody is in the company, such as "Team lead"' }),
      user.title,
    ],
    [t`Department`, user.department],
    [t`Division`, user.division?.name ?? user.division?.id],
    [t`State`, user.state],
    [t`Last login`, dateText(user.dateLastLogin)],
  ];
}

/** A date that cannot be read is shown as the service wrote it. */
function dateText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  return formatMoment(date);
}
