import { useEffect } from 'react';
import { useApi } from '@/api/ApiProvider';
import type { User } from '@/api/schema';
import { TabsLog } from '@/api/tabsLog';
import { useSession } from '@/auth/AuthProvider';

/** Counts requests together with the other tabs of this browser in which the same person uses the same OAuth client. */
export function useSharedRate(me: User | undefined): void {
  const { rate } = useApi();
  const { kind, apiUrl, clientId, id: sessionId } = useSession();
  const userId = me && (me.id ?? sessionId);
  useEffect(() => {
    // Each tab has a demo of its own.
    if (userId === undefined || kind === 'demo') return;
    rate.shareWith(new TabsLog([apiUrl, userId, clientId].join('|'), localStorage, Date.now));
  }, [apiUrl, clientId, kind, rate, userId]);
}
