import { useState } from 'react';
import { useAuth } from '@/auth/AuthProvider';

/** Signs in as before. In a frame that happens in a window, which people close and browsers refuse to open. */
export function useSignInAgain() {
  const { reauthenticate } = useAuth();
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function begin() {
    setFailure(undefined);
    setLeaving(true);
    try {
      await reauthenticate();
    } catch (error) {
      setFailure(error);
    }
    setLeaving(false);
  }

  return { signInAgain: () => void begin(), leaving, failure };
}
