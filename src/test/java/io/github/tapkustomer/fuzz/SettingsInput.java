package io.github.tapkustomer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.config.DotEnv;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.config.SettingsReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A file of settings, which is read as JSON and as {@code .env}. */
public final class SettingsInput implements FuzzInput {
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final Path file = FuzzInput.place("config.json");

  @Override
  public void read(byte[] bytes) {
    FuzzInput.file(file, bytes);
    Consumer<String> warnings =
        warning -> assertThat(warning).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
    attempt(() -> settings(Map.of(), file.toString(), warnings));
    attempt(
        () ->
            settings(DotEnv.below(Map.of(), file, warnings), SettingsReader.ENVIRONMENT, warnings));
  }

  private static void settings(
      Map<String, String> environment, String source, Consumer<String> warnings) {
    Settings settings =
        new SettingsReader(NOW, "0.1.0", environment, warnings).read(List.of(source));

    // A start in the future is refused later, by the server's time.
    settings.endDate().ifPresent(end -> assertThat(end).isAfter(settings.startDate()));
    assertThat(settings.apiUrl().getHost()).isNotBlank();
    assertThat(settings.apiToken().reveal()).matches("[!-~]+");
    assertThat(settings.userAgent()).matches("[ -~]+");
  }

  private static void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (TapException e) {
      FuzzInput.isToldOf(e, TapException.Kind.BAD_INPUT);
    }
  }
}
