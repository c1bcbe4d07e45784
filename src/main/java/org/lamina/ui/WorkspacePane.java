package org.lamina.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.PlaneOfData;
import org.lamina.app.Studio;
import org.lamina.app.TimeLine;
import org.lamina.app.Workspace;
import org.lamina.graph.NodeId;
import org.lamina.spec.Location;
import org.lamina.ui.canvas.CanvasActions;
import org.lamina.ui.canvas.CanvasView;
import org.lamina.ui.data.DataChooser;
import org.lamina.ui.dialogs.Questions;
import org.lamina.ui.health.HealthView;
import org.lamina.ui.inspector.Inspector;
import org.lamina.ui.inspector.NetworkPane;
import org.lamina.ui.inspector.Paths;
import org.lamina.ui.maps.NodeMaps;
import org.lamina.ui.palette.PaletteView;
import org.lamina.ui.step.StepLights;
import org.lamina.ui.take.Film;
import org.lamina.ui.take.TakeMenu;
import org.lamina.ui.take.Taking;
import org.lamina.ui.theme.Look;
import org.lamina.ui.theme.Themes;
import org.lamina.ui.time.TimeLineBar;
import org.lamina.ui.train.StatusParts;
import org.lamina.ui.train.TrainingActions;
import org.lamina.ui.train.TrainingBar;

/// One open project: palette, canvas, inspector, drawer and status bar. Each comes from one method.
final class WorkspacePane extends BorderPane {

    private final Workspace workspace;
    private final Questions questions;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final ObservableValue<Look> look;
    private final Remembered remembered;
    private final Pulse pulse;
    private final BorderPane canvasHolder = new BorderPane();
    private final CanvasView canvas;
    private final HealthView health;
    private final StepLights lights;
    private final PaletteView palette;
    private final Inspector inspector;
    private final DrawerTabs tabs;
    private final Drawer drawer;
    private final TakeMenu takeMenu;
    private final TakeMenu takeCanvas;
    private final TrainingActions training;
    private final SplitPane columns;
    private final SplitPane middle;
    private final BooleanProperty large = new SimpleBooleanProperty();

    WorkspacePane(Studio studio, Workspace workspace, Questions questions, Themes themes) {
        this.workspace = workspace;
        this.questions = questions;
        look = themes.look().when(open);
        workspace.watch().looking().gammaProperty().bind(themes.gammaProperty());
        remembered = new Remembered(studio.settings());
        pulse = new Pulse(studio.around().link(), workspace.watch().looking());
        NodeMaps maps = new NodeMaps(workspace.editor().drawing(), workspace.watch().looking(),
                new PlaneOfData(workspace.data()), canvasHolder, studio.around().background());
        pulse.add(maps);
        health = new HealthView(workspace.editor().drawing(), workspace.watch().looking(), studio.settings(),
                canvasHolder);
        pulse.add(health);
        lights = new StepLights(workspace.editor().drawing(), workspace.watch().dissection(),
                workspace.watch().looking(), canvasHolder);
        pulse.add(lights);
        canvas = new CanvasView(workspace.editor(), maps.and(health).and(lights), studio.around().background());
        health.setOnInk(canvas::ink);
        lights.setOnLight(canvas::light);
        StackPane.setAlignment(maps.legend(), Pos.BOTTOM_LEFT);
        canvasHolder.setCenter(new StackPane(canvas, maps.legend()));
        canvasHolder.setBottom(health.legend());
        palette = new PaletteView(workspace.editor().offer(), () -> canvas, studio.settings(), studio.shelf());
        inspector = new Inspector(workspace.editor(), paths(),
                () -> new NetworkPane(workspace, paths(), new DataChooser(workspace, paths(), this::folder)));
        training = new TrainingActions(workspace.training().verbs(), workspace.watch().dissection(),
                () -> show("step"), () -> questions.path(Location.Kind.FILE, "Open trained weights")
                        .ifPresent(workspace.training()::load));
        tabs = new DrawerTabs(studio, workspace, questions, look, pulse, lights, training.takeApart(), this::goTo);
        drawer = tabs.drawer();
        Taking taking = new Taking(studio.notices(), questions::fileToSave, studio.around().background());
        pulse.holdWhile(taking.busyProperty());
        Film film = new Film(workspace.timeLine(), taking, studio.around().background());
        pulse.add(film);
        List<Taking.Way> ways = Stream.concat(taking.ways().stream(), film.ways().stream()).toList();
        takeMenu = new TakeMenu(ways, drawer::shown);
        takeCanvas = new TakeMenu(ways, () -> Optional.of(canvas));
        drawer.tool(takeMenu.button());
        takeMenu.listen(drawer);
        pulse.add(drawer);
        setId("workspace");
        columns = columns();
        middle = middle();
        large.subscribe(_ -> arrange());
        drawer.setOnTitleDoubleClicked(() -> large.set(!large.get()));
        setCenter(columns);
        TimeLineBar time = new TimeLineBar(workspace.timeLine(), film.node());
        pulse.add(time);
        HBox.setHgrow(time, Priority.ALWAYS);
        setBottom(new VBox(new HBox(time, taking.progress()), new StatusBar(workspace, () -> show("problems"),
                new StatusParts(workspace.training(), workspace.watch().status()))));
        canvas.setOnOpen(_ -> inspector.focusFirst());
        pulse.follow(this);
    }

    /// It is shown.
    void begin() {
        canvas.requestFocus();
    }

    /// Another project, or the start page, is about to take its place.
    void dispose() {
        open.set(false);
        pulse.leave();
    }

    /// Palette, canvas over drawer, inspector; or the drawer alone, for a projector.
    private void arrange() {
        if (large.get()) {
            columns.getItems().setAll(middle);
            middle.getItems().setAll(drawer);
            return;
        }
        columns.getItems().setAll(palette, middle, inspector);
        middle.getItems().setAll(canvasHolder, drawer);
        remembered.divider(columns, 0, "palette", 0.17);
        remembered.divider(columns, 1, "inspector", 0.75);
        remembered.divider(middle, 0, "drawer", 0.64);
    }

    private SplitPane columns() {
        SplitPane split = new SplitPane();
        split.getStyleClass().add("studio-split");
        SplitPane.setResizableWithParent(palette, false);
        SplitPane.setResizableWithParent(inspector, false);
        return split;
    }

    private SplitPane middle() {
        SplitPane split = new SplitPane();
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("studio-split");
        SplitPane.setResizableWithParent(drawer, false);
        return split;
    }

    private void show(String tab) {
        drawer.select(tab);
    }

    Node trainingBar() {
        return new TrainingBar(workspace.training(), training);
    }

    /// Selects a layer and brings it into sight.
    void goTo(NodeId node) {
        canvas.goTo(node);
    }

    /// What changes the sight and not the network.
    List<List<Action>> view() {
        List<List<Action>> sections = new ArrayList<>(drawing().view());
        sections.addFirst(List.of(health.toggle()));
        return sections;
    }

    Action health() {
        return health.toggle();
    }

    CanvasActions drawing() {
        return canvas.actions();
    }

    List<ActionGroup> groups() {
        return List.of(drawing().edit(), drawing().arrange(), go(), training.group(), moments(), take());
    }

    private ActionGroup moments() {
        TimeLine line = workspace.timeLine();
        return new ActionGroup("Moments", List.of(
                List.of(Action.of("moment-back", "Earlier moment", null, "Shortcut+Alt+LEFT", () -> line.move(-1)),
                        Action.of("moment-on", "Later moment", null, "Shortcut+Alt+RIGHT", () -> line.move(1)),
                        Action.of("moment-first", "First moment", null, "Shortcut+Alt+HOME", line::first),
                        Action.of("moment-live", "Back to the present", null, "Shortcut+Alt+END", line::live)),
                List.of(Action.of("moment-play", "Play the run", null, "Shortcut+Alt+SPACE", line::toggle))));
    }

    private ActionGroup take() {
        return new ActionGroup("Take away", List.of(
                takeMenu.actions("", "panel", List.of("Shortcut+Shift+C", "Shortcut+Shift+P")),
                takeCanvas.actions("-canvas", "canvas", List.of("Shortcut+Alt+C", "Shortcut+Alt+P"))));
    }

    private ActionGroup go() {
        List<List<Action>> places = new ArrayList<>(drawing().go().sections());
        places.add(List.of(Action.of("canvas", "Go to the canvas", null, "Shortcut+J", canvas::requestFocus),
                Action.of("palette", "Search the palette", null, "Shortcut+L", palette::focusSearch),
                Action.of("inspector", "Go to the inspector", null, "Shortcut+I", inspector::focusFirst)));
        places.add(tabs.actions());
        places.add(List.of(Action.of("large-drawer", "", Feather.MAXIMIZE_2, "F4", () -> large.set(!large.get()))
                .titled(large.map(is -> is ? "Back to the canvas" : "Only the panel below, large"))));
        return new ActionGroup("Go", places);
    }

    private Optional<Path> folder(String title) {
        return questions.path(Location.Kind.FOLDER, title);
    }

    private Paths paths() {
        return new Paths() {
            @Override
            public Optional<String> choose(Location.Kind kind, String title) {
                return questions.path(kind, title).map(this::written);
            }

            @Override
            public String written(Path path) {
                return workspace.document().written(path).toString();
            }
        };
    }
}
