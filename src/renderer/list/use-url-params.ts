import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Values to set in the address; null or an empty string removes the parameter. */
export type ParamChange = Readonly<Record<string, string | null>>;

/** The parameters in the address, and a function that changes some of them without adding a history entry. */
export function useUrlParams(): [URLSearchParams, (change: ParamChange) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (values: ParamChange): void =>
      setParams(
        (before) => {
          for (const [name, value] of Object.entries(values)) {
            if (value === null || value === '') before.delete(name);
            else before.set(name, value);
          }
          return before;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params, change];
}
