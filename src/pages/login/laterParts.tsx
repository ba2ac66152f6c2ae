import Alert from '@mui/material/Alert';
import { type ComponentType, lazy } from 'react';
import { describeError } from '@/components/page/describeError';

/**
 * Parts of the form that the first visitor does not need: they load after it. One that cannot be loaded, because the
 * network is gone, costs nobody the rest of the form.
 */
function later<Props>(load: () => Promise<ComponentType<Props>>, instead: ComponentType<Props>) {
  return lazy(async () => ({ default: await load().catch(() => instead) }));
}

const Nothing = () => null;

export const FramedHint = later(async () => (await import('./FramedHint')).FramedHint, Nothing);
export const SignInFailureNotice = later(
  async () => (await import('@/components/signIn/SignInFailureNotice')).SignInFailureNotice,
  PlainFailure,
);

function PlainFailure({ error }: { error: unknown }) {
  return <Alert severity="error">{describeError(error).message}</Alert>;
}
