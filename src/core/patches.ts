/** Immer with patches, for whoever makes or applies them: what it needs is switched on where it is taken from, and bundles keep both together. */
import { applyPatches as apply, enablePatches, produceWithPatches as produce, setAutoFreeze } from 'immer';

enablePatches();
setAutoFreeze(true);

export const applyPatches = apply;
export const produceWithPatches = produce;
