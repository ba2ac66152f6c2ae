import { plural, t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import { useMemo, useState } from 'react';
import { StagedBefore } from '@/components/change/StagedBefore';
import { useReview } from '@/components/change/useReview';
import { useChangeOffer } from '@/components/permission/useChangeOffer';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { useLanguage } from '@/i18n/useLanguage';
import type { Change } from '@/model/plan';
import { takeAway } from '@/model/takeAway';
import { TakenAwayResult } from './TakenAwayResult';
import type { UserPageData } from './useUserPage';

interface WhatIfProps {
  userId: string;
  data: UserPageData;
}

/** What would be lost with some licenses of the user, before anybody takes them away. */
export function WhatIf({ userId, data }: WhatIfProps) {
  useLanguage();
  const { held, graph, definitions } = data;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const review = useReview();
  const mayOffer = useChangeOffer() !== 'readOnly';
  const ids = useMemo(() => held?.ids ?? [], [held]);
  // A license may be gone since it was chosen.
  const taken = useMemo(() => new Set(ids.filter((id) => chosen.has(id))), [ids, chosen]);
  const result = useMemo(() => takeAway(ids, taken, graph), [ids, taken, graph]);
  if (ids.length === 0) return null;

  function choose(id: string, isChosen: boolean) {
    const next = new Set(taken);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  return (
    <Section title={t`What if I take this away`}>
      <FormGroup row role="group" aria-label={t`Licenses to take away`} sx={{ columnGap: 2 }}>
        {ids.map((id) => (
          <FormControlLabel
            key={id}
            label={id}
            title={graph.title(id)}
            control={
              <Checkbox
                size="small"
                checked={taken.has(id)}
                onChange={(_, isChosen) => choose(id, isChosen)}
              />
            }
            sx={{ overflowWrap: 'anywhere', minWidth: 0 }}
          />
        ))}
      </FormGroup>
      {taken.size === 0 && (
        <Muted>
          {t`Choose licenses to see what the user would lose with them. Nothing is changed by that.`}
        </Muted>
      )}
      {taken.size > 0 && definitions.isPending && (
        <Muted>{t`Reading the license definitions…`}</Muted>
      )}
      {taken.size > 0 && !definitions.isPending && (
        <TakenAwayResult taken={taken} result={result} data={data}>
          {mayOffer && (
            <>
              <StagedBefore />
              <Button
                variant="contained"
                sx={{ alignSelf: 'flex-start' }}
                onClick={() => review(Array.from(taken, (licenseId) => removal(userId, licenseId)))}
              >
                {plural(taken.size, {
                  one: 'Review taking away # license',
                  other: 'Review taking away # licenses',
                })}
              </Button>
            </>
          )}
        </TakenAwayResult>
      )}
    </Section>
  );
}

function removal(userId: string, licenseId: string): Change {
  return { userId, licenseId, action: 'remove', reason: { kind: 'asked' } };
}
