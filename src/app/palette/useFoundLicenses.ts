import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useDefinitions } from '@/api/licenses';
import { licensePath } from '@/components/license/paths';
import { type Entry, matching } from './entries';

const MOST_SHOWN = 6;

/** The licenses whose id or description has what was typed. */
export function useFoundLicenses(text: string) {
  const navigate = useNavigate();
  const { data: definitions, error, isPending } = useDefinitions();
  const all = useMemo(
    () =>
      (definitions ?? []).flatMap(({ id, description }): Entry[] =>
        id === undefined
          ? []
          : [
              {
                id: `license:${id}`,
                group: 'licenses',
                label: id,
                detail: description,
                run: () => void navigate(licensePath(id)),
              },
            ],
      ),
    [definitions, navigate],
  );
  const entries = text.trim() === '' ? [] : matching(all, text).slice(0, MOST_SHOWN);
  return { entries, error, isPending };
}
