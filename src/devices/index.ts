export { type DeviceField, type DeviceHit, DeviceIndex, type Product } from './device-index.ts';
export { macDigits } from './mac.ts';
export { modelWords, normaliseModel } from './model.ts';
export { NAME_AGREES, type WeighedHit, weighDeviceHits } from './weigh.ts';
