import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './style.css';
import { mount } from 'svelte';
import AnamnesisWindow from './AnamnesisWindow.svelte';
import { connect } from './client/connect.ts';
import { WindowState } from './state/window-state.svelte.ts';

const target = document.querySelector('#window');
if (target === null) throw new Error('index.html has no element for the window');
mount(AnamnesisWindow, { target, props: { state: new WindowState(connect(window)) } });
