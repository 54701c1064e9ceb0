package tenfold.app;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.look.Icons;
import tenfold.app.look.Texts;
import tenfold.app.look.Theme;

/// Dialogs in the look of the window, above it.
final class Dialogs implements Documents.Messages {
  private final Theme theme;
  private final Supplier<@Nullable Window> owner;

  Dialogs(Theme theme, Supplier<@Nullable Window> owner) {
    this.theme = theme;
    this.owner = owner;
  }

  @Override
  public void say(String sentence) {
    dialog(Alert.AlertType.WARNING, sentence, ButtonType.OK).show();
  }

  @Override
  public Documents.Unsaved askUnsaved() {
    var save = new ButtonType(Texts.get("files.save"), ButtonData.YES);
    var discard = new ButtonType(Texts.get("files.discard"), ButtonData.NO);
    var chosen = dialog(Alert.AlertType.CONFIRMATION, Texts.get("files.unsaved"), save, discard, ButtonType.CANCEL)
        .showAndWait();
    if (chosen.filter(save::equals).isPresent()) {
      return Documents.Unsaved.SAVE;
    }
    return chosen.filter(discard::equals).isPresent() ? Documents.Unsaved.DISCARD : Documents.Unsaved.CANCEL;
  }

  @Override
  public Documents.Changed askChanged(Path file) {
    var overwrite = new ButtonType(Texts.get("files.overwrite"), ButtonData.YES);
    var other = new ButtonType(Texts.get("files.saveAs"), ButtonData.NO);
    var chosen = dialog(Alert.AlertType.CONFIRMATION, Texts.get("files.changed", file.getFileName()), other, overwrite,
        ButtonType.CANCEL).showAndWait();
    if (chosen.filter(overwrite::equals).isPresent()) {
      return Documents.Changed.OVERWRITE;
    }
    return chosen.filter(other::equals).isPresent() ? Documents.Changed.SAVE_AS : Documents.Changed.CANCEL;
  }

  private Alert dialog(Alert.AlertType type, String sentence, ButtonType... buttons) {
    var dialog = new Alert(type, sentence, buttons);
    dialog.initOwner(owner.get());
    dialog.setTitle(Texts.get("app.name"));
    dialog.setHeaderText(null);
    var icon = Icons.icon(type == Alert.AlertType.WARNING ? Feather.ALERT_TRIANGLE : Feather.HELP_CIRCLE);
    icon.getStyleClass().setAll("dialog-icon");
    dialog.setGraphic(icon);
    theme.dress(dialog.getDialogPane());
    return dialog;
  }
}
