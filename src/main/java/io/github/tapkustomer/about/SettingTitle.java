package io.github.tapkustomer.about;

import io.github.tapkustomer.config.Setting;
import java.util.Locale;

/** A setting's name as a form shows it: {@code api_token} is API token. */
final class SettingTitle {
  private SettingTitle() {}

  static String of(Setting setting) {
    String words = setting.key().replace('_', ' ');
    String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return title.replaceFirst("^Api\\b", "API").replaceFirst("\\burl\\b", "URL");
  }
}
