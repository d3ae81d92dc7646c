package io.github.tapkustomer.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

class LogOptionsTest {
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final LogOptions options = new LogOptions();

  private void apply(Map<String, String> environment, String... arguments) {
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("log", spec()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments);
    options.apply(LogOptions.LogLevel.INFO, environment);
  }

  private CommandLine.Model.CommandSpec spec() {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }

  @AfterEach
  void reset() {
    new LogOptions().apply(LogOptions.LogLevel.INFO, Map.of());
  }

  @Test
  void takesTheOptionThenTheTapsVariableThenTheGeneralOne() {
    apply(Map.of());
    assertThat(ROOT.getLevel()).isEqualTo(Level.INFO);
    apply(Map.of("LOGLEVEL", "debug"));
    assertThat(ROOT.getLevel()).isEqualTo(Level.DEBUG);
    Map<String, String> both = Map.of("LOGLEVEL", "debug", "TAP_KUSTOMER_LOGLEVEL", "WARNING");
    apply(both);
    assertThat(ROOT.getLevel()).isEqualTo(Level.WARN);
    apply(both, "--log-level", "error");
    assertThat(ROOT.getLevel()).isEqualTo(Level.ERROR);
  }

  @Test
  void ignoresALevelThatThereIsNot() {
    apply(Map.of("LOGLEVEL", "loud"));

    assertThat(ROOT.getLevel()).isEqualTo(Level.INFO);
  }

  @ParameterizedTest
  @CsvSource({"requests, true, true", "streams, false, true", "off, false, false"})
  void turnsMetricsOffWithoutTheSummaries(String scope, boolean requests, boolean streams) {
    apply(Map.of("TAP_KUSTOMER_METRICS", scope));
    assertThat(LoggerFactory.getLogger("metrics.requests").isInfoEnabled()).isEqualTo(requests);
    assertThat(LoggerFactory.getLogger("metrics").isInfoEnabled()).isEqualTo(streams);
    assertThat(ROOT.isInfoEnabled()).isTrue();

    apply(Map.of("TAP_KUSTOMER_METRICS", "requests"), "--metrics", "off");
    assertThat(LoggerFactory.getLogger("metrics").isInfoEnabled()).isFalse();
  }
}
