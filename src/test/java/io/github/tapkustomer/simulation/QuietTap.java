package io.github.tapkustomer.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps the tap from logging: thousands of runs have much to tell. */
final class QuietTap implements BeforeAllCallback, AfterAllCallback {
  private static final List<String> LOGGERS = List.of("io.github.tapkustomer", "metrics");

  @Override
  public void beforeAll(ExtensionContext context) {
    setLevel(Level.OFF);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    setLevel(null);
  }

  private static void setLevel(Level level) {
    LOGGERS.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(level));
  }
}
