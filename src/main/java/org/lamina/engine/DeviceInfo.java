package org.lamina.engine;

/// A device that a trial allocation has confirmed.
///
/// @param id `cpu` or `gpu0`, `gpu1`, …
/// @param title for people: `CPU, 2 threads`
public record DeviceInfo(String id, String title) {}
