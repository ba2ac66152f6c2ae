/** What is shown of the users that pass the filter: each of them, or the sets of licenses they hold. */
export type MatrixView = 'matrix' | 'combinations';

export function matrixViewOf(params: URLSearchParams): MatrixView {
  return params.get('view') === 'combinations' ? 'combinations' : 'matrix';
}

export function withMatrixView(params: URLSearchParams, view: MatrixView): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(RAREST_FIRST);
  if (view === 'matrix') next.delete('view');
  else next.set('view', view);
  return next;
}

const RAREST_FIRST = 'rarest';

export const isRarestFirst = (params: URLSearchParams) => params.has(RAREST_FIRST);

export function withRarestFirst(params: URLSearchParams, rarestFirst: boolean): URLSearchParams {
  const next = new URLSearchParams(params);
  if (rarestFirst) next.set(RAREST_FIRST, '1');
  else next.delete(RAREST_FIRST);
  return next;
}
