// Excel loads this page for commands that run without a pane. The ribbon's two buttons open the pane, so there is none;
// Excel still waits for the page to say that it is ready.
void Office.onReady();
