import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** What can be laid over any page. */
export type Tool = 'palette' | 'shortcuts';

interface Tools {
  readonly shown: Tool | undefined;
  readonly isTouring: boolean;
  readonly show: (tool: Tool) => void;
  readonly close: () => void;
  readonly startTour: () => void;
  readonly endTour: () => void;
}

const ToolsContext = createContext<Tools | null>(null);

/** The header asks for tools that are shown further down, where the organization is known. */
export function ToolsProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Tool>();
  const [isTouring, setIsTouring] = useState(false);
  const tools = useMemo(
    () => ({
      shown,
      isTouring,
      show: setShown,
      close: () => setShown(undefined),
      startTour: () => setIsTouring(true),
      endTour: () => setIsTouring(false),
    }),
    [shown, isTouring],
  );
  return <ToolsContext.Provider value={tools}>{children}</ToolsContext.Provider>;
}

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error('The tools are used outside ToolsProvider');
  return tools;
}
