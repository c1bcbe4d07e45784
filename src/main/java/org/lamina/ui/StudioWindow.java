package org.lamina.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.collections.ObservableMap;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Recovery;
import org.lamina.app.Studio;
import org.lamina.app.Workspace;
import org.lamina.graph.NodeId;
import org.lamina.ui.dialogs.Questions;
import org.lamina.ui.start.StartPage;
import org.lamina.ui.theme.Themes;
import org.lamina.ui.train.NoticesView;

/// The window: menu, tool bar, and below them the start page or the open project, messages above it. It only assembles.
public final class StudioWindow {

    private static final String NAME = "Lamina";
    private static final Executor AFTER_A_WHILE = CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS,
            FxDoor.EXECUTOR);

    private final Stage stage;
    private final Studio studio;
    private final Themes themes;
    private final Questions questions;
    private final NoticesView messages;
    private final FileActions files;
    private final ViewActions view;
    private final HelpActions help;
    private final Remark remark = new Remark();
    private final StackPane root = new StackPane();
    private final Pages pages;
    private List<Action> actions = List.of();
    private final Set<KeyCombination> keys = new HashSet<>();
    private @Nullable WorkspacePane pane;
    /// Tells the newest page that another takes its place.
    private Runnable leave = () -> {};

    /// Fills the stage; the caller shows it.
    public StudioWindow(Stage stage, Studio studio, Themes themes, Questions questions) {
        this.stage = stage;
        this.studio = studio;
        this.themes = themes;
        this.questions = questions;
        messages = new NoticesView(studio.notices(), this::goTo, AFTER_A_WHILE);
        files = new FileActions(studio, questions, new ExportAction(studio, questions, root),
                new TemplateAction(studio, root), this::quit);
        view = new ViewActions(themes);
        help = new HelpActions(root, this::groups);
        stage.setScene(new Scene(root, 1280, 820));
        pages = new Pages(stage.getScene());
        root.getChildren().addAll(pages, remark);
        themes.dress(stage.getScene());
        stage.setMinWidth(1024);
        stage.setMinHeight(600);
        new Remembered(studio.settings()).window(stage, 1280, 820);
        stage.setOnCloseRequest(closing -> {
            closing.consume();
            files.quitAfterSaving();
        });
        StackPane.setAlignment(remark, Pos.BOTTOM_CENTER);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::explain);
        dropFiles();
        studio.workspaceProperty().subscribe(this::show);
        studio.recoveryProperty().subscribe(this::recover);
    }

    /// A key whose action cannot act now says why.
    private void explain(KeyEvent pressed) {
        actions.stream().filter(action -> action.refuses(pressed)).findFirst().map(Action::tip)
                .ifPresent(remark::say);
    }

    /// What was given up leaves nothing to recover.
    private void quit() {
        studio.close();
        stage.hide();
    }

    private void show(@Nullable Workspace workspace) {
        leave.run();
        leave = () -> {};
        pane = null;
        actions = List.of();
        VBox top = new VBox();
        StackPane body = new StackPane();
        pages.turn(top, body, List.of(() -> make(workspace), () -> enter(menus(), top), () -> enter(toolBar(), top),
                () -> enter(pane == null ? startPage() : pane, body)), () -> shown(body));
        stage.titleProperty().unbind();
        if (workspace == null)
            stage.setTitle(NAME);
        else
            stage.titleProperty().bind(workspace.nameProperty().flatMap(name -> workspace.document().dirtyProperty()
                    .map(dirty -> (dirty ? "• " : "") + name + " – " + NAME)));
    }

    private void shown(StackPane body) {
        StackPane.setAlignment(messages, pane == null ? Pos.BOTTOM_RIGHT : Pos.TOP_CENTER);
        body.getChildren().add(messages);
        listen();
        if (pane != null)
            pane.begin();
    }

    private static void enter(Node part, Pane into) {
        Entering.slowly(part);
        Entering.now(part, into, into.getChildren().size());
    }

    private Node startPage() {
        StartPage start = new StartPage(studio, files::open, files.create()::fire, files.fromTemplate()::fire,
                files.open()::fire);
        leave = start::dispose;
        return start;
    }

    private void make(@Nullable Workspace workspace) {
        if (workspace == null)
            return;
        WorkspacePane made = new WorkspacePane(studio, workspace, questions, themes);
        leave = made::dispose;
        pane = made;
    }

    /// Everything that can be asked for now: the source of menus, command palette and keyboard overview.
    List<ActionGroup> groups() {
        List<ActionGroup> groups = new ArrayList<>(List.of(files.group()));
        List<List<Action>> sight = new ArrayList<>();
        if (pane != null) {
            groups.addAll(pane.groups());
            sight.addAll(pane.view());
        }
        sight.addAll(List.of(List.of(view.theme(), view.gamma()), view.sizes()));
        groups.add(new ActionGroup("View", sight));
        groups.add(help.group());
        return groups;
    }

    /// Does what there is by this name, if anything.
    void fire(String id) {
        actions.stream().filter(action -> id.equals(action.id())).findFirst().ifPresent(Action::fire);
    }

    private Node menus() {
        MenuBar bar = new MenuBar();
        List<ActionGroup> groups = groups();
        actions = groups.stream().flatMap(group -> group.actions().stream()).toList();
        for (ActionGroup group : groups)
            bar.getMenus().add(group.menu());
        return bar;
    }

    /// The menus of a page that goes take their keys along, and those of the next page may be the same.
    private void listen() {
        ObservableMap<KeyCombination, Runnable> all = stage.getScene().getAccelerators();
        keys.forEach(all::remove);
        keys.clear();
        for (Action action : actions)
            action.accelerators().filter(keys::add).forEach(k -> all.put(k, action::fire));
    }

    private Node toolBar() {
        HBox bar = new HBox(files.create().button(), files.open().button(), files.save().button());
        bar.getStyleClass().add("studio-bar");
        if (pane != null)
            bar.getChildren().addAll(separator(), pane.drawing().undo().button(), pane.drawing().redo().button(),
                    pane.drawing().fit().button(), pane.drawing().layout().button(), pane.health().button(),
                    separator(),
                    pane.trainingBar());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().addAll(gap, view.theme().button());
        return bar;
    }

    private void goTo(NodeId node) {
        if (pane != null)
            pane.goTo(node);
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }

    private void recover(@Nullable Recovery recovery) {
        if (recovery == null)
            return;
        if (questions.recover(recovery.found()))
            recovery.accept().run();
        else
            recovery.discard().run();
    }

    private void dropFiles() {
        root.setOnDragOver(drag -> {
            if (dropped(drag).isPresent())
                drag.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            drag.consume();
        });
        root.setOnDragDropped(drag -> {
            Optional<Runnable> dropped = dropped(drag);
            drag.setDropCompleted(dropped.isPresent());
            drag.consume();
            dropped.ifPresent(Runnable::run);
        });
    }

    private Optional<Runnable> dropped(DragEvent drag) {
        return drag.getDragboard().getFiles().stream().map(File::toPath)
                .flatMap(file -> opening(file, studio.workspace()).stream()).findFirst();
    }

    /// What opens a file; empty where it is neither a project nor weights for the open one.
    private Optional<Runnable> opening(Path file, @Nullable Workspace workspace) {
        return Opens.of(file).flatMap(kind -> switch (kind) {
            case PROJECT -> Optional.of(() -> files.open(file));
            case WEIGHTS -> workspace != null && workspace.training().verbs().train.isReady()
                    ? Optional.of(() -> workspace.training().load(file))
                    : Optional.empty();
        });
    }
}
