package org.lamina.ui.depth;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The samples that a person chose, with their pictures, what they are and what the network says; rows that are selected
/// are told.
final class SampleList extends VBox {

    /// Rows at most.
    static final int MOST = 60;
    private static final double WIDTH = 220;
    private static final double SIDE = 30;

    private final Label title = new Label();
    private final ListView<Integer> rows = new ListView<>();
    private final IntFunction<String> words;
    private final IntFunction<@Nullable Image> pictures;

    /// @param words said of a sample
    /// @param pictures by sample; null while there is none
    /// @param selected hears of the samples whose rows are selected
    SampleList(IntFunction<String> words, IntFunction<@Nullable Image> pictures, Consumer<Set<Integer>> selected) {
        super(6);
        this.words = words;
        this.pictures = pictures;
        setId("depth-list");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        title.setId("depth-list-title");
        title.getStyleClass().add("part-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        rows.setId("depth-rows");
        rows.getStyleClass().add("dense");
        rows.setCellFactory(_ -> new Row());
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.getSelectionModel().getSelectedItems()
                .subscribe(() -> selected.accept(new HashSet<>(rows.getSelectionModel().getSelectedItems())));
        VBox.setVgrow(rows, Priority.ALWAYS);
        rows.setMinHeight(0);
        getChildren().addAll(title, rows);
        rows.setVisible(false);
    }

    void show(List<Integer> samples, String heading) {
        title.setText(heading);
        rows.getItems().setAll(samples.subList(0, Math.min(MOST, samples.size())));
        rows.setVisible(!samples.isEmpty());
    }

    /// The samples in the list.
    List<Integer> shown() {
        return List.copyOf(rows.getItems());
    }

    /// Pictures have come.
    void refresh() {
        rows.refresh();
    }

    private final class Row extends ListCell<Integer> {
        private final ImageView picture = new ImageView();

        Row() {
            picture.setFitWidth(SIDE);
            picture.setFitHeight(SIDE);
            picture.setPreserveRatio(true);
        }

        @Override
        protected void updateItem(@Nullable Integer sample, boolean empty) {
            super.updateItem(sample, empty);
            if (sample == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(words.apply(sample));
            picture.setImage(pictures.apply(sample));
            setGraphic(picture.getImage() == null ? null : picture);
        }
    }
}
