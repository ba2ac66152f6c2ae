import Skeleton from '@mui/material/Skeleton';
import type { User } from '@/api/schema';
import type { useUser } from '@/api/users';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Facts } from '@/components/section/Facts';
import { Section } from '@/components/section/Section';

export function Profile({ profile }: { profile: ReturnType<typeof useUser> }) {
  return (
    <Section title="Profile">
      {profile.isError && (
        <ErrorNotice
          title="The profile could not be read"
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
    ['Email', user.email],
    ['Title', user.title],
    ['Department', user.department],
    ['Division', user.division?.name ?? user.division?.id],
    ['State', user.state],
    ['Last login', dateText(user.dateLastLogin)],
  ];
}

/** A date that cannot be read is shown as the service wrote it. */
function dateText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
