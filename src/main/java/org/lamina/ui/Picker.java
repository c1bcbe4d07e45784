package org.lamina.ui;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.text.Text;

/// One to choose of several, as wide as the longest needs. To learn that width, JavaFX keeps the list in the box, styles and
/// lays out a cell for each to choose from, and does so again whenever the box is laid out anew; here the words are measured,
/// and the list joins the box only to be opened.
public class Picker<T> extends ComboBox<T> {

    @Override
    protected final Skin<?> createDefaultSkin() {
        return new PickerSkin<>(this);
    }

    private static final class PickerSkin<T> extends ComboBoxListViewSkin<T> {

        private final Picker<T> picker;
        private final Text ruler = new Text();

        PickerSkin(Picker<T> picker) {
            super(picker);
            this.picker = picker;
            getChildren().remove(getPopupContent());
        }

        @Override
        public void show() {
            Node list = getPopupContent();
            if (list.getParent() == null) {
                getChildren().add(list);
                list.applyCss();
            }
            super.show();
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            Node arrow = picker.lookup(".arrow-button");
            if (!(getDisplayNode() instanceof ListCell<?> cell) || arrow == null)
                return super.computePrefWidth(height, top, right, bottom, left);
            ruler.setFont(cell.getFont());
            double words = Stream.concat(Stream.ofNullable(picker.getPromptText()), picker.getItems().stream().map(
                    item -> picker.getConverter().toString(item))).mapToDouble(this::measure).max().orElse(0);
            return left + cell.snappedLeftInset() + Math.ceil(words) + cell.snappedRightInset() + arrow.prefWidth(-1)
                    + right;
        }

        private double measure(String words) {
            ruler.setText(words);
            return ruler.getLayoutBounds().getWidth();
        }
    }
}
