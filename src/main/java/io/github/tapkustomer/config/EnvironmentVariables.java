package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.Setting.ENVIRONMENT_PREFIX;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The settings in variables named {@code TAP_KUSTOMER_<SETTING>}. */
final class EnvironmentVariables {
  /** Options of the program and its launcher. */
  private static final Set<String> NO_SETTINGS =
      Set.of("TAP_KUSTOMER_CACHE", "TAP_KUSTOMER_LOGLEVEL", "TAP_KUSTOMER_METRICS");

  private EnvironmentVariables() {}

  static GivenSettings read(Map<String, String> environment, SettingsProblems problems) {
    GivenSettings given = new GivenSettings(problems);
    new TreeMap<>(environment)
        .forEach(
            (name, text) -> {
              if (isSetting(name)) {
                String lookup = name.substring(ENVIRONMENT_PREFIX.length());
                given.add(lookup.toLowerCase(Locale.ROOT), new GivenValue(name, text));
              }
            });
    return given;
  }

  /** With a second underscore it is one of Meltano's own, such as {@code TAP_KUSTOMER__SELECT}. */
  private static boolean isSetting(String name) {
    return name.startsWith(ENVIRONMENT_PREFIX)
        && !name.startsWith(ENVIRONMENT_PREFIX + "_")
        && !NO_SETTINGS.contains(name);
  }
}
