/**
 * How two persons differ: in classes, in that one marked nothing, or in type, ends or attributes of
 * marks in the same place.
 */
export const conflictKinds = ['class', 'missing', 'type', 'boundary', 'attributes'] as const;
