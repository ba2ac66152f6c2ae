import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { DEFAULT_ABSENT_DAYS } from '@/model/findings';
import type { AuditFinding } from '@/model/findingsCost';

/** What the address says of the findings: which of them is shown, and how long absent is long. */
export function useFindingsAddress() {
  const [params, setParams] = useSearchParams();
  const absentDays = parseDays(params.get('days')) ?? DEFAULT_ABSENT_DAYS;
  // What is being typed may be no number yet.
  const [typed, setTyped] = useState<string>();

  const linkTo = useCallback(
    (finding: AuditFinding | undefined) => {
      const next = new URLSearchParams({ tab: 'findings' });
      if (absentDays !== DEFAULT_ABSENT_DAYS) next.set('days', String(absentDays));
      if (finding) next.set('finding', finding.id);
      return `?${next}`;
    },
    [absentDays],
  );

  function setDaysText(text: string) {
    setTyped(text);
    const days = parseDays(text);
    if (days === undefined) return;
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (days === DEFAULT_ABSENT_DAYS) next.delete('days');
        else next.set('days', String(days));
        return next;
      },
      { replace: true },
    );
  }

  const isTyped = typed !== undefined && (parseDays(typed) ?? absentDays) === absentDays;
  return {
    findingId: params.get('finding') ?? undefined,
    absentDays,
    daysText: isTyped ? typed : String(absentDays),
    setDaysText,
    linkTo,
  };
}

function parseDays(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}
