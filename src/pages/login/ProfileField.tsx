import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Profile } from '@/auth/profiles';
import type { Profiles } from '@/auth/useProfiles';
import { placeOfRegion } from '@/config/regionNames';
import type { LoginValues } from './loginForm';
import { NameEditor } from './NameEditor';

interface ProfileFieldProps {
  profiles: Profiles;
  /** Empty for none of them. */
  chosenId: string;
  onChoose: (id: string, added?: LoginValues) => void;
}

/** The organizations of config.json and those saved in this browser, of which the latter can be renamed and removed. */
export function ProfileField({ profiles, chosenId, onChoose }: ProfileFieldProps) {
  const { t } = useLingui();
  const [renaming, setRenaming] = useState<string>();
  const [renamed, setRenamed] = useState<string>();
  const [removed, setRemoved] = useState<Profile>();

  function remove(profile: Profile) {
    profiles.remove(profile.id);
    setRemoved(profile);
    if (chosenId === profile.id) onChoose('');
  }

  function undo({ name, region, clientId, grant }: Profile) {
    onChoose(profiles.add({ name, region, clientId, grant }), { region, clientId, grant });
    setRemoved(undefined);
  }

  if (profiles.profiles.length === 0 && !removed) return null;
  return (
    <FormControl>
      <FormLabel id="profile-label">
        <Trans>Organization</Trans>
      </FormLabel>
      <RadioGroup
        name="profile"
        aria-labelledby="profile-label"
        value={chosenId}
        onChange={(_event, id) => onChoose(id)}
        sx={{ flexWrap: 'nowrap', maxHeight: '16rem', overflowY: 'auto' }}
      >
        {profiles.profiles.map((profile) =>
          renaming === profile.id ? (
            <NameEditor
              key={profile.id}
              name={profile.name}
              taken={namesBut(profiles, profile.id)}
              onSave={(name) => profiles.rename(profile.id, name)}
              onClose={() => {
                setRenaming(undefined);
                setRenamed(profile.id);
              }}
            />
          ) : (
            <Box key={profile.id} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
              <FormControlLabel
                value={profile.id}
                control={<Radio size="small" />}
                label={<ProfileLabel profile={profile} />}
                sx={{ flex: 1, minWidth: 0, '& .MuiFormControlLabel-label': { minWidth: 0 } }}
              />
              {profile.saved && (
                <>
                  <Button
                    size="small"
                    aria-label={t`Rename ${profile.name}`}
                    // The button gets the focus back from the field that was in its place.
                    ref={renamed === profile.id ? focus : null}
                    onClick={() => setRenaming(profile.id)}
                  >
                    <Trans>Rename</Trans>
                  </Button>
                  <Button
                    size="small"
                    aria-label={t`Remove ${profile.name}`}
                    onClick={() => remove(profile)}
                  >
                    <Trans>Remove</Trans>
                  </Button>
                </>
              )}
            </Box>
          ),
        )}
        <FormControlLabel
          value=""
          control={<Radio size="small" />}
          label={t`Another organization`}
          slotProps={{ typography: { variant: 'body2' } }}
        />
      </RadioGroup>
      {removed && (
        <Alert
          severity="info"
          action={
            <Button color="inherit" size="small" onClick={() => undo(removed)}>
              <Trans>Undo</Trans>
            </Button>
          }
        >
          <Trans>{removed.name} is no longer saved in this browser.</Trans>
        </Alert>
      )}
    </FormControl>
  );
}

function ProfileLabel({ profile: { name, region } }: { profile: Profile }) {
  const place = placeOfRegion(region);
  return (
    <>
      <Typography variant="body2" noWrap>
        {name}
      </Typography>
      <Typography variant="caption" noWrap sx={{ display: 'block', color: 'text.secondary' }}>
        {place ? `${place} · ${region}` : region}
      </Typography>
    </>
  );
}

/** The names that a profile may not take. */
export function namesBut({ profiles }: Profiles, id?: string): string[] {
  return profiles.filter((profile) => profile.id !== id).map(({ name }) => name);
}

function focus(element: HTMLElement | null): void {
  element?.focus();
}
