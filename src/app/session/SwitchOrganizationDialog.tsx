import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import { useNavigate } from 'react-router';
import { useAuthActions, useSession } from '@/auth/AuthProvider';
import { isProfileOf, type Profile } from '@/auth/profiles';
import { endpointsOf } from '@/auth/session';
import { useProfiles } from '@/auth/useProfiles';
import { placeOfRegion } from '@/config/regionNames';

/** Leaves this organization for another one here, or opens that in a tab of its own, where nothing has to end. */
export function SwitchOrganizationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { appUrl, signOut } = useAuthActions();
  const navigate = useNavigate();
  const session = useSession();
  const { profiles } = useProfiles();
  const others = profiles.filter((profile) => !isProfileOf(profile, session));

  async function switchTo(search: string) {
    await signOut();
    await navigate(`/login${search}`, { replace: true });
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby="switch-title" maxWidth="sm" fullWidth>
      <DialogTitle id="switch-title">
        <Trans>Switch organization</Trans>
      </DialogTitle>
      <DialogContent>
        <DialogContentText variant="body2">
          <Trans>
            Switching signs you out here. Jobs stay with their organization: one that runs is
            paused, and you can resume it when you come back. The selection, staged changes and what
            is in forms are discarded. In another tab, everything here stays as it is.
          </Trans>
        </DialogContentText>
        <List disablePadding sx={{ mt: 1 }}>
          {others.map((profile) => (
            <ListItem key={profile.id} disableGutters divider sx={{ flexWrap: 'wrap', gap: 1 }}>
              <ListItemText
                primary={profile.name}
                secondary={placeOfRegion(profile.region) ?? profile.region}
                sx={{ flex: '1 1 12rem', overflowWrap: 'anywhere' }}
              />
              <Box
                sx={{ display: 'flex', alignItems: 'center', gap: 2, marginInlineStart: 'auto' }}
              >
                <Link
                  href={`${appUrl}login${searchFor(profile, session.loginUrl)}`}
                  target="_blank"
                  rel="noopener"
                  aria-label={t`Open ${profile.name} in another tab`}
                  variant="body2"
                >
                  <Trans>In another tab</Trans>
                </Link>
                <Button
                  variant="outlined"
                  size="small"
                  aria-label={t`Switch to ${profile.name}`}
                  onClick={() => void switchTo(searchFor(profile, session.loginUrl))}
                >
                  <Trans comment="To another organization">Switch</Trans>
                </Button>
              </Box>
            </ListItem>
          ))}
        </List>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap' }}>
        <Button onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button onClick={() => void switchTo('?prompt=login')}>
          <Trans>Switch to another organization</Trans>
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/**
 * Where both organizations have one sign-in service, it still knows the person: it is told to ask, or else it would sign
 * them in to the organization that they leave.
 */
function searchFor(profile: Profile, loginUrl: string | undefined): string {
  const search = new URLSearchParams({ profile: profile.id });
  if (endpointsOf(profile).login === loginUrl) search.set('prompt', 'login');
  return `?${search}`;
}
