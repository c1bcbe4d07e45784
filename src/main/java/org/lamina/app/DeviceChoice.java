package org.lamina.app;

/// A device to train on.
///
/// @param id `auto`, or the id that the engine reports
public record DeviceChoice(String id, String title) {
    public static final DeviceChoice AUTOMATIC = new DeviceChoice("auto", "Automatic");
}
