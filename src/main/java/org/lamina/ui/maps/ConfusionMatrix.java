package org.lamina.ui.maps;

import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Confusion;
import org.lamina.app.Samples;
import org.lamina.app.colour.ColourMap;

/// The counts as coloured cells: a row per true class, a column per answered class. Cells shrink to the room there is;
/// where they are small the numbers are left out. Arrows walk over the cells, Enter opens one.
final class ConfusionMatrix extends Pane {

    private static final double WIDEST = 52;
    private static final double TALLEST = 30;
    private static final double GAP = 2;

    /// Where the colours begin that can be told from a dark background.
    private static final double FAINTEST = 0.25;

    /// Where the colours begin that are light enough for black text.
    private static final double LIGHT = 0.65;

    /// Share of the font's size that a line of text needs.
    private static final double LINE = 1.35;

    /// A count of the matrix by its two classes.
    record Cell(int truth, int answer) {}

    private final Consumer<@Nullable Cell> pointed;
    private final Consumer<Cell> opened;
    private final Canvas canvas = new Canvas();

    /// Has the font and the colour that the style sheet gives text here.
    private final Label ink = new Label();

    private @Nullable Confusion counts;
    private Samples.Known known = Samples.Known.NOTHING;
    private double left;
    private @Nullable Cell cell;

    /// @param pointed hears of the cell under the pointer; of null where there is none
    ConfusionMatrix(Consumer<@Nullable Cell> pointed, Consumer<Cell> opened) {
        this.pointed = pointed;
        this.opened = opened;
        setId("confusion-matrix");
        getStyleClass().add("confusion-matrix");
        ink.setVisible(false);
        getChildren().addAll(canvas, ink);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setOnMouseMoved(e -> point(at(e)));
        setOnMouseExited(_ -> point(null));
        setOnMouseClicked(e -> open(at(e)));
        setOnKeyPressed(this::key);
        ink.fontProperty().subscribe(_ -> draw());
        ink.textFillProperty().subscribe(_ -> draw());
        layoutBoundsProperty().subscribe(_ -> draw());
    }

    void show(Confusion newest, Samples.Known names) {
        counts = newest;
        known = names;
        draw();
    }

    /// The cell pointed at; null where there is none.
    @Nullable
    Cell cell() {
        return cell;
    }

    /// Where a cell lies.
    Bounds bounds(Cell of) {
        return new BoundingBox(left + of.answer() * width(), top() + of.truth() * height(), width(), height());
    }

    private int classes() {
        return counts == null ? 0 : counts.classes();
    }

    /// Room for the names of the classes.
    private double names() {
        double longest = 0;
        for (int i = 0; i < classes(); i++)
            longest = Math.max(longest, known.label(i).length() * ink.getFont().getSize() * 0.62);
        return Math.min(Math.max(longest, 5 * ink.getFont().getSize()) + 8, getWidth() / 3);
    }

    private double top() {
        return 2 * LINE * ink.getFont().getSize();
    }

    private double width() {
        return Math.min(WIDEST, (getWidth() - left) / Math.max(1, classes()));
    }

    private double height() {
        return Math.min(TALLEST, (getHeight() - top()) / Math.max(1, classes()));
    }

    private @Nullable Cell at(MouseEvent event) {
        int answer = (int) Math.floor((event.getX() - left) / width());
        int truth = (int) Math.floor((event.getY() - top()) / height());
        boolean inside = answer >= 0 && truth >= 0 && answer < classes() && truth < classes();
        return inside ? new Cell(truth, answer) : null;
    }

    private void point(@Nullable Cell at) {
        if (at == null ? cell == null : at.equals(cell))
            return;
        cell = at;
        draw();
        pointed.accept(at);
    }

    private void open(@Nullable Cell at) {
        requestFocus();
        if (at != null)
            opened.accept(at);
    }

    private void key(KeyEvent event) {
        Cell now = cell == null ? new Cell(0, 0) : cell;
        int last = classes() - 1;
        if (last < 0)
            return;
        switch (event.getCode()) {
            case LEFT -> point(new Cell(now.truth(), Math.max(0, now.answer() - 1)));
            case RIGHT -> point(new Cell(now.truth(), Math.min(last, now.answer() + 1)));
            case UP -> point(new Cell(Math.max(0, now.truth() - 1), now.answer()));
            case DOWN -> point(new Cell(Math.min(last, now.truth() + 1), now.answer()));
            case ENTER, SPACE -> open(now);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void draw() {
        Confusion now = counts;
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        left = names();
        if (now == null || width() <= GAP || height() <= GAP)
            return;
        pen.setTextBaseline(VPos.CENTER);
        drawHeads(pen);
        for (int truth = 0; truth < classes(); truth++)
            for (int answer = 0; answer < classes(); answer++)
                drawCell(pen, now, new Cell(truth, answer));
        drawFrame(pen);
    }

    private void drawHeads(GraphicsContext pen) {
        Font font = ink.getFont();
        double line = LINE * font.getSize();
        pen.setFill(ink.getTextFill());
        pen.setFont(font);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText("read as →", left, line / 2);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText("true ↓", left - 8, 1.5 * line);
        pen.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()));
        boolean rows = height() > 0.9 * font.getSize();
        boolean columns = width() > 1.5 * font.getSize();
        for (int i = 0; i < classes(); i++) {
            Bounds diagonal = bounds(new Cell(i, i));
            pen.setTextAlign(TextAlignment.RIGHT);
            if (rows)
                pen.fillText(known.label(i), left - 8, diagonal.getCenterY(), left - 10);
            pen.setTextAlign(TextAlignment.CENTER);
            if (columns)
                pen.fillText(known.label(i), diagonal.getCenterX(), 1.5 * line, width() - GAP);
        }
        pen.setFont(font);
    }

    private void drawCell(GraphicsContext pen, Confusion now, Cell at) {
        int count = now.count(at.truth(), at.answer());
        double share = now.count(at.truth()) == 0 ? 0 : count / (double) now.count(at.truth());
        double position = isOnDark() ? FAINTEST + (1 - FAINTEST) * Math.sqrt(share) : 1 - Math.sqrt(share);
        int colour = ColourMap.SEQUENTIAL.at(position);
        Bounds room = bounds(at);
        pen.setFill(count == 0 ? faint()
                : Color.rgb(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF));
        pen.fillRect(room.getMinX(), room.getMinY(), room.getWidth() - GAP, room.getHeight() - GAP);
        if (count == 0 || room.getHeight() < LINE * ink.getFont().getSize() || room.getWidth() < 24)
            return;
        pen.setFill(position > LIGHT ? Color.BLACK : Color.WHITE);
        pen.fillText(String.valueOf(count), room.getCenterX() - GAP / 2, room.getCenterY() - GAP / 2,
                room.getWidth() - 2 * GAP);
    }

    private boolean isOnDark() {
        return ink.getTextFill() instanceof Color text && text.getBrightness() > 0.5;
    }

    /// Hardly more than the background, in either theme.
    private Color faint() {
        return ink.getTextFill() instanceof Color text ? text.deriveColor(0, 1, 1, 0.06) : Color.TRANSPARENT;
    }

    private void drawFrame(GraphicsContext pen) {
        Cell at = cell;
        if (at == null || at.truth() >= classes() || at.answer() >= classes())
            return;
        Bounds room = bounds(at);
        pen.setStroke(ink.getTextFill());
        pen.setLineWidth(2);
        pen.strokeRect(room.getMinX(), room.getMinY(), room.getWidth() - GAP, room.getHeight() - GAP);
    }
}
