import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './style.css';
import { mount, unmount } from 'svelte';
import type { Bridge } from '#contract/bridge.ts';
import AnamnesisWindow from './AnamnesisWindow.svelte';
import { connect } from './client/connect.ts';
import { findClosedDoor } from './client/door.ts';
import UnlockPage from './parts/UnlockPage.svelte';
import { WindowState } from './state/window-state.svelte.ts';

const page: Window & { readonly anamnesis?: Bridge } = window;

function openWindow(target: Element): void {
  mount(AnamnesisWindow, { target, props: { state: new WindowState(connect(page)) } });
}

async function start(target: Element): Promise<void> {
  const door = await findClosedDoor(page.anamnesis);
  if (door === null) {
    openWindow(target);
    return;
  }
  const unlockPage = mount(UnlockPage, {
    target,
    props: {
      door,
      onopen: () => {
        void unmount(unlockPage);
        openWindow(target);
      },
    },
  });
}

const target = document.querySelector('#window');
if (target !== null) void start(target);
