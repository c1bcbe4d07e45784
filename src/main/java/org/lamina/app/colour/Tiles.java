package org.lamina.app.colour;

/// Units as they are laid out and painted for a room, no finer than the display shows them.
///
/// @param mosaic of coarser units where the display has fewer pixels than there are numbers
/// @param by numbers along the side of a cell
public record Tiles(Bank bank, Mosaic mosaic, int by, Picture picture) {

    /// @param display pixels for one of the room
    public static Tiles of(Bank bank, double width, double height, double display) {
        Mosaic fine = Mosaic.fitting(bank.planes().getFirst(), Math.max(0.2, width / height));
        int by = (int) Math.max(1, Math.max(fine.width() / width, fine.height() / height) / display);
        Bank coarse = bank.coarser(by);
        Mosaic mosaic = fine.of(coarse.planes().getFirst());
        Picture picture = new Picture(mosaic.width(), mosaic.height(), new int[mosaic.width() * mosaic.height()]);
        mosaic.draw(coarse.paint(), picture.pixels());
        return new Tiles(bank, mosaic, by, picture);
    }
}
