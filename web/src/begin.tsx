import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.tsx';

export function begin(): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('the page has no place for the workbench');
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
