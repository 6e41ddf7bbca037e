// Hands the model to the views, so that none of them needs it passed through.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConsoleModel } from '../console-model.ts';

export const DeskContext = createContext<ConsoleModel | undefined>(undefined);

/** The desk's model; only inside the console. */
export function useDesk(): ConsoleModel {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of the console');
  return desk;
}
