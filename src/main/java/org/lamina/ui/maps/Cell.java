package org.lamina.ui.maps;

/// One number of one of the units on screen.
record Cell(int unit, int x, int y) {}
