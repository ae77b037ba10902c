import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './style.css';
import { mount } from 'svelte';
import type { Bridge } from '#contract/bridge.ts';
import AnamnesisWindow from './AnamnesisWindow.svelte';
import { connect } from './client/connect.ts';
import { WindowState } from './state/window-state.svelte.ts';

const page: Window & { readonly anamnesis?: Bridge } = window;

const target = document.querySelector('#window');
if (target !== null)
  mount(AnamnesisWindow, { target, props: { state: new WindowState(connect(page)) } });
