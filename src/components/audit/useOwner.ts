import { useApi } from '@/api/ApiProvider';
import { useMe } from '@/api/session';

/** Who looks at which organization. What an audit keeps in this browser, it keeps for them alone. */
export interface Owner {
  /** Service, organization and user, as one key. */
  readonly key: string;
  readonly organization: { readonly id: string; readonly name: string };
}

/** Undefined as long as it is not known who signed in. */
export function useOwner(): Owner | undefined {
  const { baseUrl } = useApi();
  const { data: me } = useMe();
  if (!me) return undefined;
  const { id = '', name = '' } = me.organization ?? {};
  return { key: [baseUrl, id, me.id ?? ''].join('|'), organization: { id, name } };
}
