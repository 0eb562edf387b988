import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './components/App';
import { NO_APPEARANCE } from './components/theme';
import { FilePage } from './file/FilePage';
import { OpenerProvider } from './file/opening';
import { openFile } from './openFile';
import './pane.css';
import { refuseStrayDrops } from './strayDrops';

refuseStrayDrops(window);
const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <App appearance={NO_APPEARANCE}>
        <OpenerProvider value={openFile}>
          <FilePage />
        </OpenerProvider>
      </App>
    </StrictMode>,
  );
}
