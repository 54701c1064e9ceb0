package tenfold.app.shell;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import tenfold.app.look.Language;
import tenfold.app.look.Texts;

/// The languages of the window, to be chosen from for the next start. The menu says so in the language that is chosen.
final class LanguageMenu extends Menu {
  private final ObjectProperty<Language> chosen = new SimpleObjectProperty<>(Texts.language());

  LanguageMenu() {
    super(Texts.get("menu.language"));
    setId("menu-language");
    var group = new ToggleGroup();
    for (var language : Language.values()) {
      var item = new RadioMenuItem(language.label());
      item.setId("language-" + language.name().toLowerCase(Locale.ROOT));
      item.setToggleGroup(group);
      item.setSelected(language == Texts.language());
      item.setOnAction(_ -> chosen.set(language));
      getItems().add(item);
    }
    var hint = new MenuItem();
    hint.setId("language-hint");
    hint.setDisable(true);
    hint.setText(Texts.get("language.next"));
    chosen.addListener((_, _, language) -> hint.setText(Texts.bundle(language).getString("language.next")));
    getItems().addAll(new SeparatorMenuItem(), hint);
  }

  ObjectProperty<Language> chosenProperty() {
    return chosen;
  }
}
